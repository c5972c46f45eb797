import { join } from 'node:path'
import { startCarrier, type Carrier } from '@octavo/carrier'
import type { Environment } from '@octavo/config'
import type { RunConfig } from './config.ts'
import { rememberedPort } from './remembered-port.ts'
import type { Secrets } from './secrets.ts'

/** How long a demo's parcel stays where it is: long enough to be seen, short enough to be waited for. */
const paceMs = 12_000

/** What the stand-in carrier and the shipping service must agree on. */
export interface CarrierAgreement {
  readonly port: number
  readonly folder: string
  readonly key: string
  readonly webhook: { readonly url: string; readonly secret: string }
}

/** An address that stays the same from start to start. */
export async function carrierAgreement(config: RunConfig, secrets: Secrets): Promise<CarrierAgreement> {
  return {
    port: await rememberedPort(config.home, 'carrier'), folder: join(config.home, 'carrier'), key: secrets.carrierKey,
    webhook: { url: `http://127.0.0.1:${config.port}/api/webhooks/carrier`, secret: secrets.carrierWebhook },
  }
}

/** What shipping reads to find the stand-in. */
export const carrierEnvironment = ({ port, key, webhook }: CarrierAgreement): Environment => ({ OCTAVO_CARRIER_URL: `http://127.0.0.1:${port}`, OCTAVO_CARRIER_KEY: key, OCTAVO_CARRIER_WEBHOOK_SECRET: webhook.secret })

export const openCarrier = (agreement: CarrierAgreement): Promise<Carrier> => startCarrier({ ...agreement, paceMs })
