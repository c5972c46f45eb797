import { join } from 'node:path'
import { startCardNetwork, type CardNetwork } from '@octavo/card-network'
import type { Environment } from '@octavo/config'
import { webhookEvents } from '@octavo/payments'
import type { RunConfig } from './config.ts'
import { publicUrlOf } from './front.ts'
import { rememberedPort } from './remembered-port.ts'
import type { Secrets } from './secrets.ts'

/** What the stand-in card network and the payments service must agree on. */
export interface CardAgreement {
  readonly port: number
  readonly folder: string
  readonly secretKey: string
  readonly webhook: { readonly url: string; readonly secret: string; readonly events: readonly string[] }
  readonly allowedOrigins: readonly string[]
}

/** An address that stays the same from start to start, since intents remember the pages they send shoppers to. */
export async function cardAgreement(config: RunConfig, secrets: Secrets): Promise<CardAgreement> {
  const shop = publicUrlOf(config)
  return {
    port: await rememberedPort(config.home, 'card-network'),
    folder: join(config.home, 'card-network'),
    secretKey: `sk_test_${secrets.cardKey.replaceAll(/\W/g, '')}`,
    webhook: { url: `http://127.0.0.1:${config.port}/api/webhooks/stripe`, secret: `whsec_${secrets.cardWebhook}`, events: webhookEvents },
    allowedOrigins: [...new Set([shop, `http://127.0.0.1:${config.port}`, `http://localhost:${config.port}`])],
  }
}

/** What payments reads to find the stand-in instead of the provider. */
export const cardEnvironment = ({ port, secretKey, webhook }: CardAgreement): Environment => ({
  OCTAVO_STRIPE_SECRET_KEY: secretKey,
  OCTAVO_STRIPE_WEBHOOK_SECRET: webhook.secret,
  OCTAVO_STRIPE_API_URL: `http://127.0.0.1:${port}`,
  OCTAVO_STRIPE_FRAME_URL: `http://127.0.0.1:${port}`,
})

export const openCardNetwork = (agreement: CardAgreement): Promise<CardNetwork> => startCardNetwork({ ...agreement })
