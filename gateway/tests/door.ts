import { after } from 'node:test'
import { inProcessCache } from '@octavo/cache/in-process'
import type { Cache } from '@octavo/cache'
import { cartContract } from '@octavo/cart/contract'
import { catalogContract } from '@octavo/catalog/contract'
import { failure } from '@octavo/failure'
import { builtInMarkets } from '@octavo/market'
import type { Contract, Handlers, Raw } from '@octavo/rpc'
import { direct, routerOf } from '@octavo/rpc/direct'
import { Registry, silentLog } from '@octavo/telemetry'
import { usersContract } from '@octavo/users/contract'
import { serviceNames, type Connections } from '../clients.ts'
import type { GatewayConfig } from '../config.ts'
import { createGateway, type Gateway } from '../gateway.ts'
import type { Pages } from '../pages.ts'

type Some<C extends Contract> = Partial<Handlers<C>>

export interface DoorOptions {
  readonly catalog?: Some<typeof catalogContract>
  readonly cart?: Some<typeof cartContract>
  readonly users?: Some<typeof usersContract>
  readonly raw?: Partial<Record<'users' | 'orders' | 'payments' | 'catalog', Raw>>
  readonly config?: Partial<GatewayConfig>
  readonly operatorTokens?: readonly string[]
  readonly pages?: Pages
}

export interface Door {
  readonly url: string
  readonly gateway: Gateway
  readonly cache: Cache
  ask(path: string, init?: RequestInit): Promise<Response>
}

/** A gateway on a free port, with services of which only what a test names is there. */
export async function openDoor({ catalog = {}, cart = {}, users = {}, raw = {}, config = {}, operatorTokens = [], pages }: DoorOptions = {}): Promise<Door> {
  const cache = await inProcessCache({ maxBytes: 1_000_000 })
  const served = <C extends Contract>(contract: C, handlers: Some<C>, routes?: Raw) =>
    direct(routerOf(contract, { ...Object.fromEntries(Object.keys(contract).map((name) => [name, async () => { throw failure('UNAVAILABLE') }])), ...handlers } as Handlers<C>, () => {}), routes)
  const connections = Object.fromEntries(serviceNames.map((name) => [name, served({}, {})])) as unknown as Record<string, ReturnType<typeof direct>>
  connections['catalog'] = served(catalogContract, catalog, raw.catalog)
  connections['cart'] = served(cartContract, cart)
  connections['users'] = served(usersContract, { whoIs: async () => ({ kind: 'anonymous' as const }), ...users }, raw.users)
  connections['payments'] = served({}, {}, raw.payments)
  connections['orders'] = served({}, {}, raw.orders)
  const gateway = createGateway({
    config: { port: 0, host: '127.0.0.1', publicUrl: undefined, rateLimits: false, edgeCache: true, trustedProxies: [], corsOrigins: [], edgeCacheBytes: 1_000_000, redisUrl: undefined, ...config },
    connections: connections as unknown as Connections, markets: builtInMarkets, cache, guestKeys: ['a key of the tests, long enough to sign'], operatorTokens, cardOrigin: null, demo: false,
    ready: async () => true, log: silentLog, metrics: new Registry(), version: 'test', ...(pages && { pages }),
  })
  await gateway.start()
  after(async () => { await gateway.drain(); await gateway.stop(); await cache.close() })
  return { url: gateway.url, gateway, cache, ask: (path, init) => fetch(`${gateway.url}${path}`, { redirect: 'manual', ...init }) }
}

export const aCart = (id = 'crt_1') => ({
  id, market: 'gb', currency: 'GBP', lines: [], subtotal: { amountMinor: 0, currency: 'GBP' }, itemCount: 0, changes: [], checkoutId: null, version: 1,
})
