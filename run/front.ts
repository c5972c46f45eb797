import { BadConfig, type Environment } from '@octavo/config'
import type { Cache } from '@octavo/cache'
import { createGateway, type Connections, type Gateway } from '@octavo/gateway'
import { isLoopback, readGatewayConfig } from '@octavo/gateway/config'
import { paymentsContract } from '@octavo/payments/contract'
import { openStorefront } from '@octavo/storefront'
import type { Log, Registry } from '@octavo/telemetry'
import type { RunConfig } from './config.ts'
import type { Secrets } from './secrets.ts'
import type { BuiltSites } from './web-build.ts'

export interface FrontOptions {
  readonly config: RunConfig
  readonly environment: Environment
  readonly secrets: Secrets
  readonly connections: Connections
  readonly cache: Cache
  readonly log: Log
  readonly metrics: Registry
  /** Undefined for the API alone. */
  readonly sites: BuiltSites | undefined
  readonly ready: () => Promise<true | string>
}

/** The public door with the storefront behind it. */
export async function openFront({ config, environment, secrets, connections, cache, log, metrics, sites, ready }: FrontOptions): Promise<Gateway> {
  const { frameUrl, formUrl, publishableKey } = await connections.payments.client(paymentsContract, { kind: 'service', service: 'gateway' }).cardEntry({})
  const cardUrl = frameUrl ?? formUrl
  return createGateway({
    config: readGatewayConfig(environment), connections, cache, log, metrics, ready, markets: config.markets, guestKeys: secrets.guestKeys, demo: config.demo !== 'none', version: '0.1.0',
    operatorTokens: [secrets.control, ...(config.operatorToken === undefined ? [] : [config.operatorToken])],
    cardOrigin: cardUrl === null ? null : new URL(cardUrl).origin, stripeFields: cardUrl === null && publishableKey !== null,
    ...(sites && { pages: await openStorefront(sites.storefront), backOfficeFolder: sites.backOffice }),
  })
}

/** Where shoppers reach the shop. */
export const publicUrlOf = ({ publicUrl, host, port }: RunConfig): string => publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`

/**
 * Whether the shop's cards are played by the stand-in: without a provider's keys, and on loopback only.
 * @throws {BadConfig} for a shop that others can reach and that has no provider
 */
export function playsCards(config: RunConfig, environment: Environment): boolean {
  if (environment['OCTAVO_STRIPE_SECRET_KEY']) return false
  const reached = new URL(publicUrlOf(config)).hostname.replace(/^\[|\]$/g, '')
  if (isLoopback(config.host) && isLoopback(reached)) return true
  throw new BadConfig('OCTAVO_STRIPE_SECRET_KEY is not set: a shop that others can reach needs a payment provider\'s keys (the stand-in card network plays on 127.0.0.1 only).')
}
