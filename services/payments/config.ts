import { z } from 'zod'
import { BadConfig, readConfig, type Environment } from '@octavo/config'

export interface PaymentsConfig {
  /** `sk_…`: signs us in with the provider. */
  readonly secretKey: string
  /** `pk_…`: for the provider's own card fields in the browser; null with the stand-in, which has a frame. */
  readonly publishableKey: string | null
  /** `whsec_…`: proves that a webhook is the provider's. */
  readonly webhookSecret: string
  /** The provider's API when it is not Stripe's own: the stand-in's origin. */
  readonly apiUrl: URL | null
  /** The origin whose pages take cards instead of the provider's script. */
  readonly frameUrl: URL | null
}

const address = z.url({ protocol: /^https?$/, error: 'an address such as http://127.0.0.1:4242' }).transform((url) => new URL(url)).optional()

/** @throws {BadConfig} */
export function readPaymentsConfig(environment: Environment): PaymentsConfig {
  const read = readConfig({
    OCTAVO_STRIPE_SECRET_KEY: z.string().regex(/^(sk|rk)_/, 'a secret key, sk_…'),
    OCTAVO_STRIPE_PUBLISHABLE_KEY: z.string().regex(/^pk_/, 'a publishable key, pk_…').optional(),
    OCTAVO_STRIPE_WEBHOOK_SECRET: z.string().regex(/^whsec_/, 'the signing secret of the webhook endpoint, whsec_…'),
    OCTAVO_STRIPE_API_URL: address,
    OCTAVO_STRIPE_FRAME_URL: address,
  }, environment)
  if (!read.OCTAVO_STRIPE_PUBLISHABLE_KEY && !read.OCTAVO_STRIPE_FRAME_URL) throw new BadConfig('OCTAVO_STRIPE_PUBLISHABLE_KEY is not set: the key with which browsers hand cards to the provider, pk_…')
  return {
    secretKey: read.OCTAVO_STRIPE_SECRET_KEY, publishableKey: read.OCTAVO_STRIPE_PUBLISHABLE_KEY ?? null, webhookSecret: read.OCTAVO_STRIPE_WEBHOOK_SECRET,
    apiUrl: read.OCTAVO_STRIPE_API_URL ?? null, frameUrl: read.OCTAVO_STRIPE_FRAME_URL ?? null,
  }
}
