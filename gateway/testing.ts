import { after } from 'node:test'
import { inProcessCache } from '@octavo/cache/in-process'
import type { Cache } from '@octavo/cache'
import { cartContract } from '@octavo/cart/contract'
import { catalogContract } from '@octavo/catalog/contract'
import { failure } from '@octavo/failure'
import { inventoryContract } from '@octavo/inventory/contract'
import { builtInMarkets } from '@octavo/market'
import { notificationsContract } from '@octavo/notifications/contract'
import { searchContract } from '@octavo/search/contract'
import { ordersContract } from '@octavo/orders/contract'
import { paymentsContract } from '@octavo/payments/contract'
import type { Contract, Handlers, Raw } from '@octavo/rpc'
import { direct, routerOf } from '@octavo/rpc/direct'
import { sellersContract } from '@octavo/sellers/contract'
import { shippingContract } from '@octavo/shipping/contract'
import { Registry, silentLog } from '@octavo/telemetry'
import { usersContract } from '@octavo/users/contract'
import { serviceNames, type Connections, type ServiceName } from './clients.ts'
import type { GatewayConfig } from './config.ts'
import { createGateway, type Gateway } from './gateway.ts'
import type { Pages } from './pages.ts'

const contracts: Readonly<Record<ServiceName, Contract>> = {
  users: usersContract, sellers: sellersContract, catalog: catalogContract, inventory: inventoryContract, cart: cartContract, orders: ordersContract, payments: paymentsContract, shipping: shippingContract,
  notifications: notificationsContract,
  search: searchContract,
}

type Some<C extends Contract> = Partial<Handlers<C>>

export interface DoorOptions {
  readonly catalog?: Some<typeof catalogContract>
  readonly cart?: Some<typeof cartContract>
  readonly users?: Some<typeof usersContract>
  readonly sellers?: Some<typeof sellersContract>
  readonly shipping?: Some<typeof shippingContract>
  readonly orders?: Some<typeof ordersContract>
  readonly search?: Some<typeof searchContract>
  readonly raw?: Partial<Record<'users' | 'orders' | 'payments' | 'catalog', Raw>>
  readonly config?: Partial<GatewayConfig>
  readonly operatorTokens?: readonly string[]
  readonly pages?: Pages
  readonly demo?: boolean
  /** What services answer to anything that is not named. */
  readonly otherwise?: 'UNAVAILABLE' | 'FORBIDDEN'
}

export interface Door {
  /** Where it listens, whatever its public address. */
  readonly url: string
  readonly gateway: Gateway
  readonly cache: Cache
  ask(path: string, init?: RequestInit): Promise<Response>
}

/** A gateway on a free port, with services of which only what a test names is there. */
export async function openDoor({ catalog = {}, cart = {}, users = {}, sellers = {}, shipping = {}, orders = {}, search = {}, raw = {}, config = {}, operatorTokens = [], pages, otherwise = 'UNAVAILABLE', demo = false }: DoorOptions = {}): Promise<Door> {
  const cache = await inProcessCache({ maxBytes: 1_000_000 })
  const served = <C extends Contract>(contract: C, handlers: Some<C>, routes?: Raw) =>
    direct(routerOf(contract, { ...Object.fromEntries(Object.keys(contract).map((name) => [name, async () => { throw failure(otherwise) }])), ...handlers } as Handlers<C>, () => {}), routes)
  const connections = Object.fromEntries(serviceNames.map((name) => [name, served(contracts[name], {})])) as unknown as Record<string, ReturnType<typeof direct>>
  connections['catalog'] = served(catalogContract, catalog, raw.catalog)
  connections['cart'] = served(cartContract, cart)
  connections['users'] = served(usersContract, { whoIs: async () => ({ kind: 'anonymous' as const }), ...users }, raw.users)
  connections['sellers'] = served(sellersContract, sellers)
  connections['shipping'] = served(shippingContract, shipping)
  connections['search'] = served(searchContract, search)
  connections['payments'] = served(paymentsContract, {}, raw.payments)
  connections['orders'] = served(ordersContract, orders, raw.orders)
  const gateway = createGateway({
    config: { port: 0, host: '127.0.0.1', publicUrl: undefined, rateLimits: false, edgeCache: true, trustedProxies: [], corsOrigins: [], edgeCacheBytes: 1_000_000, redisUrl: undefined, headMs: 15_000, requestMs: 120_000, ...config },
    connections: connections as unknown as Connections, markets: builtInMarkets, cache, guestKeys: ['a key of the tests, long enough to sign'], operatorTokens, cardOrigin: null, stripeFields: false, demo,
    ready: async () => true, log: silentLog, metrics: new Registry(), version: 'test', ...(pages && { pages }),
  })
  await gateway.start()
  after(async () => { await gateway.drain(); await gateway.stop(); await cache.close() })
  const url = `http://127.0.0.1:${gateway.port}`
  return { url, gateway, cache, ask: (path, init) => fetch(`${url}${path}`, { redirect: 'manual', ...init }) }
}

export const aCart = (id = 'crt_1') => ({
  id, market: 'gb', currency: 'GBP', lines: [], subtotal: { amountMinor: 0, currency: 'GBP' }, itemCount: 0, changes: [], checkoutId: null, version: 1,
})
