import { z } from 'zod'
import { BadConfig, readConfig, type Environment } from '@octavo/config'

export interface ShippingConfig {
  /** Where labels are bought; null: parcels go without a carrier's label. */
  readonly carrier: { readonly url: URL; readonly key: string; readonly webhookSecret: string } | null
}

/** @throws {BadConfig} */
export function readShippingConfig(environment: Environment): ShippingConfig {
  const { OCTAVO_CARRIER_URL: url, OCTAVO_CARRIER_KEY: key, OCTAVO_CARRIER_WEBHOOK_SECRET: webhookSecret } = readConfig({
    OCTAVO_CARRIER_URL: z.url({ protocol: /^https?$/, error: 'an address such as http://127.0.0.1:4260' }).optional(),
    OCTAVO_CARRIER_KEY: z.string().min(16, 'at least 16 letters').optional(),
    OCTAVO_CARRIER_WEBHOOK_SECRET: z.string().min(16, 'at least 16 letters').optional(),
  }, environment)
  if (!url) return { carrier: null }
  if (!key) throw new BadConfig('OCTAVO_CARRIER_KEY is not set: what signs the shop in with its carrier')
  if (!webhookSecret) throw new BadConfig('OCTAVO_CARRIER_WEBHOOK_SECRET is not set: what proves that an event is the carrier\'s')
  return { carrier: { url: new URL(url), key, webhookSecret } }
}
