import { createCart } from '@octavo/cart'
import { cartContract } from '@octavo/cart/contract'
import { createCatalog } from '@octavo/catalog'
import { catalogContract } from '@octavo/catalog/contract'
import type { Embedder } from '@octavo/embedding'
import { endpointEmbedder } from '@octavo/embedding/endpoint'
import { parkedContract, parkedHandlers } from '@octavo/events/operations'
import type { ServiceName } from '@octavo/gateway'
import { createInventory, readInventoryConfig } from '@octavo/inventory'
import { inventoryContract } from '@octavo/inventory/contract'
import { createNotifications, readNotificationsConfig } from '@octavo/notifications'
import { notificationsContract } from '@octavo/notifications/contract'
import { createOrders, readOrdersConfig } from '@octavo/orders'
import { ordersContract } from '@octavo/orders/contract'
import { createPayments, readPaymentsConfig } from '@octavo/payments'
import { paymentsContract } from '@octavo/payments/contract'
import { joinRouters, routerOf } from '@octavo/rpc/direct'
import { createSearch, readSearchConfig } from '@octavo/search'
import { createSellers } from '@octavo/sellers'
import { sellersContract } from '@octavo/sellers/contract'
import { createShipping, readShippingConfig } from '@octavo/shipping'
import { shippingContract } from '@octavo/shipping/contract'
import { createUsers, readUsersConfig } from '@octavo/users'
import type { Client, Contract } from '@octavo/rpc'
import type { SearchIndex } from '@octavo/search-index'
import { openSearchIndex } from '@octavo/search-index/opensearch'
import { sqliteSearchIndex } from '@octavo/search-index/sqlite'
import type { Host, RunningService } from './host.ts'

/** How each service is made from what its process gives it. This is the only place that knows them all. */
export const services: Readonly<Record<ServiceName, (host: Host) => RunningService>> = {
  users: (host) => createUsers({
    ...basics(host, 'users'), notifications: client(host, 'users', 'notifications', notificationsContract),
    config: readUsersConfig(host.environment, host.secrets.auth), publicUrl: host.publicUrl,
  }),
  sellers: (host) => createSellers(basics(host, 'sellers')),
  catalog: (host) => createCatalog({
    ...basics(host, 'catalog'), inventory: client(host, 'catalog', 'inventory', inventoryContract), sellers: client(host, 'catalog', 'sellers', sellersContract),
    cache: host.cache, files: host.files, markets: host.markets,
  }),
  inventory: (host) => createInventory({ ...basics(host, 'inventory'), orders: client(host, 'inventory', 'orders', ordersContract), config: readInventoryConfig(host.environment) }),
  cart: (host) => createCart({ ...basics(host, 'cart'), catalog: client(host, 'cart', 'catalog', catalogContract), cache: host.cache, markets: host.markets }),
  orders: (host) => createOrders({
    ...basics(host, 'orders'), cart: client(host, 'orders', 'cart', cartContract), inventory: client(host, 'orders', 'inventory', inventoryContract),
    payments: client(host, 'orders', 'payments', paymentsContract), shipping: client(host, 'orders', 'shipping', shippingContract),
    markets: host.markets, metrics: host.metrics, config: readOrdersConfig(host.environment, host.secrets.link), publicUrl: host.publicUrl, alone: host.alone,
  }),
  payments: (host) => createPayments({ ...basics(host, 'payments'), config: readPaymentsConfig(host.environment) }),
  shipping: (host) => createShipping({ ...basics(host, 'shipping'), orders: client(host, 'shipping', 'orders', ordersContract), markets: host.markets, config: readShippingConfig(host.environment) }),
  notifications: (host) => createNotifications({ ...basics(host, 'notifications'), config: readNotificationsConfig(host.environment), publicUrl: host.publicUrl }),
  search: (host) => createSearch({
    ...basics(host, 'search'), catalog: client(host, 'search', 'catalog', catalogContract), index: searchIndex(host), embedder: embedder(host), cache: host.cache, markets: host.markets, budgetMs: readSearchConfig(host.environment, host.home).budgetMs,
    behaviour: readSearchConfig(host.environment, host.home).behaviour,
  }),
}

/** The service with what every one answers about its parked events. */
export function makeService(name: ServiceName, host: Host): RunningService {
  const service = services[name](host)
  const parked = routerOf(parkedContract, parkedHandlers(host.database(name)), (error, procedure) => host.log(name).error({ err: error, procedure }, 'a procedure failed'))
  return { ...service, router: joinRouters(service.router, parked) }
}

const basics = (host: Host, name: ServiceName) => ({ database: host.database(name), events: host.events, clock: host.clock, log: host.log(name) })

/** Embedded in the shop's folder, or an OpenSearch. */
function searchIndex({ environment, home }: Host): SearchIndex {
  const { folder, openSearchUrl } = readSearchConfig(environment, home)
  return openSearchUrl === undefined ? sqliteSearchIndex({ folder }) : openSearchIndex({ url: openSearchUrl })
}

/** An endpoint that embeds texts, where one is set. */
function embedder({ environment, home }: Host): Embedder | undefined {
  const { embeddings } = readSearchConfig(environment, home)
  return embeddings && endpointEmbedder(embeddings)
}

/** How one service calls another: as itself. */
const client = <C extends Contract>(host: Host, from: ServiceName, to: ServiceName, contract: C): Client<C> => host.connections[to].client(contract, { kind: 'service', service: from })
