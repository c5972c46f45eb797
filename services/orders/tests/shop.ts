import { after } from 'node:test'
import { inProcessCache } from '@octavo/cache/in-process'
import type { Caller } from '@octavo/caller'
import { cartTables, createCart } from '@octavo/cart'
import { cartContract } from '@octavo/cart/contract'
import type { SaleOffer } from '@octavo/catalog/contract'
import type { Clock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import { testDatabases } from '@octavo/database/testing'
import { eventTables, type Events } from '@octavo/events'
import { logTables, testEvents } from '@octavo/events/testing'
import { newId } from '@octavo/ids'
import type { inventoryContract, Level } from '@octavo/inventory/contract'
import { inventoryTables } from '@octavo/inventory'
import { startTestInventory } from '@octavo/inventory/testing'
import { builtInMarkets } from '@octavo/market'
import { money } from '@octavo/money'
import type { Payment, paymentsContract } from '@octavo/payments/contract'
import { paymentsTables } from '@octavo/payments'
import { startTestPayments, type TestPayments } from '@octavo/payments/testing'
import type { Client, Contract } from '@octavo/rpc'
import { direct } from '@octavo/rpc/direct'
import { createShipping, shippingTables } from '@octavo/shipping'
import { shippingContract } from '@octavo/shipping/contract'
import { openLog } from '@octavo/telemetry'
import type { ordersContract } from '../contract.ts'
import { ordersTables, type OrdersDeps } from '../service.ts'
import { startTestOrders, testOrdersConfig, type TestOrders } from '../testing.ts'
import { met, straight, type Meet } from './meet.ts'
import { shopperOf, type Shopper } from './shopper.ts'

const log = openLog({ name: 'a shop under test', level: 'error' })
const started = { config: { ...testOrdersConfig, sweepMs: 10 }, rules: { mostTries: 6, stuckAfter: 3, firstBackOffMs: 2, longestBackOffMs: 20 } } satisfies Partial<OrdersDeps>

/** The other services, asked by orders itself. */
export interface Others {
  readonly cart: Client<typeof cartContract>
  readonly inventory: Client<typeof inventoryContract>
  readonly payments: Client<typeof paymentsContract>
  readonly shipping: Client<typeof shippingContract>
}

export interface Shop {
  readonly databases: Readonly<Record<'orders' | 'users' | 'events', Database>>
  readonly events: Events
  readonly clock: Clock & { advance(byMs: number): void }
  /** What orders is made with, so that a test can start another process of it. */
  deps(between: Meet): Omit<OrdersDeps, 'markets' | 'log' | 'metrics' | 'publicUrl'>
  readonly orders: TestOrders
  readonly operator: Client<typeof ordersContract>
  readonly asShop: Client<typeof ordersContract>
  readonly others: Others
  readonly network: TestPayments['network']
  readonly shippingDesk: Client<typeof shippingContract>
  /** A thing for sale, with so many copies on the shelf. */
  offer(options?: Partial<SaleOffer> & { copies?: number; priceMinor?: number; promiseLimit?: number }): Promise<SaleOffer>
  guest(guestId?: string): Shopper
  account(email: string, emailVerified?: boolean, accountId?: string): Shopper
  reprice(one: SaleOffer, priceMinor: number): void
  /** When every event so far has had its effect in all services. */
  settled(): Promise<void>
  /** When nothing is left to do for a checkout: its order stands before that. */
  ended(checkoutId: string): Promise<void>
  level(of: Pick<SaleOffer, 'stockItemId'>): Promise<Level | undefined>
  /** Payments of a checkout that hold or took money. */
  live(checkoutId: string): Promise<Payment[]>
}

/**
 * Orders with the services that take part in its checkouts, all real, and a card network beside them. `meet` stands between orders and
 * the others. The catalogue's offers are what the test says they are.
 */
export async function openShop({ meet = straight, ...overrides }: Partial<OrdersDeps> & { readonly meet?: Meet } = {}): Promise<Shop> {
  const databases = await testDatabases({ orders: ordersTables(), inventory: inventoryTables(), cart: cartTables(), payments: paymentsTables(), shipping: shippingTables(), users: [eventTables], events: logTables })
  const events = await testEvents(databases.events)
  const clock = movableClock()
  const offers = new Map<string, SaleOffer>()
  const late: { orders?: Client<typeof ordersContract> } = {}

  const inventory = await startTestInventory({ database: databases.inventory, events, clock, orders: { checkoutsAlive: (input) => orders().checkoutsAlive(input) } })
  const payments = await startTestPayments({ database: databases.payments, events, clock })
  const shipping = createShipping({ database: databases.shipping, events, clock, log, markets: builtInMarkets, config: { carrier: null }, orders: { markDispatched: (input) => orders().markDispatched(input) } })
  const cart = createCart({
    database: databases.cart, events, log, markets: builtInMarkets, cache: await inProcessCache({ maxBytes: 4_000_000 }),
    catalog: { getOffers: async ({ market, offerIds }) => offerIds.flatMap((id) => offers.get(`${market} ${id}`) ?? []) },
  })
  for (const service of [shipping, cart]) {
    await service.start()
    after(async () => { await service.drain(); await service.stop() })
  }
  const asShop: Caller = { kind: 'service', service: 'orders' }
  const client = <C extends Contract>(router: typeof cart.router, contract: C, as: Caller) => direct(router).client(contract, as)
  const others: Others = { inventory: inventory.client(asShop), payments: payments.client(asShop), cart: client(cart.router, cartContract, asShop), shipping: client(shipping.router, shippingContract, asShop) }

  const deps: Shop['deps'] = (between) => ({
    database: databases.orders, events, clock, ...started, ...overrides,
    cart: met(others.cart, 'cart', between), inventory: met(others.inventory, 'inventory', between), payments: met(others.payments, 'payments', between), shipping: met(others.shipping, 'shipping', between),
  })
  const service = await startTestOrders(deps(meet))
  late.orders = service.client()
  function orders(): Client<typeof ordersContract> {
    if (!late.orders) throw new Error('orders has not started')
    return late.orders
  }

  let made = 0
  const offer: Shop['offer'] = async ({ copies = 100, priceMinor = 999, ...over } = {}) => {
    const { promiseLimit = 0, ...fields } = over
    const n = ++made
    const stockItemId = fields.digital ? null : newId('stk')
    if (stockItemId) await others.inventory.registerStockItems([{ id: stockItemId, sellerId: fields.sellerId ?? 'sel_house', sku: `sku-${n}`, onHand: copies, promiseLimit }])
    const one: SaleOffer = {
      offerId: newId('off'), productId: newId('prd'), variantId: newId('var'), sellerId: 'sel_house', sellerHandle: 'house', sellerName: 'The house', handle: `book-${n}`, title: `Book ${n}`,
      format: 'paperback', condition: 'new', price: money(priceMinor, 'GBP'), availability: 'in_stock', unitsPerSale: 1, digital: false, weightGrams: 300, taxClass: 'book', identifiers: [],
      cover: { format: 'paperback' }, media: [], stockItemId, ...fields,
    }
    offers.set(`gb ${one.offerId}`, one)
    return one
  }

  const as = (caller: Caller): Shopper => shopperOf(caller, { orders: service.client(caller), cart: client(cart.router, cartContract, caller) })
  return {
    databases, events, clock, deps, orders: service, operator: service.client({ kind: 'operator' }), asShop: service.client(asShop), offer,
    guest: (guestId = newId('gst')) => as({ kind: 'guest', guestId }),
    account: (email, emailVerified = true, accountId = newId('acc')) => as({ kind: 'account', accountId, email, emailVerified, name: 'Ada', roles: ['shopper'], sessionId: newId('ses') }),
    others, network: payments.network, shippingDesk: client(shipping.router, shippingContract, { kind: 'operator' }),
    reprice: (one, priceMinor) => { offers.set(`gb ${one.offerId}`, { ...one, price: money(priceMinor, 'GBP') }) },
    async settled() {
      for (let round = 0; round < 3; round++) {
        for (const one of [service.service, inventory.service, payments.service, shipping]) await one.carried()
        for (const one of [service.service, inventory.service, payments.service, shipping, cart]) await one.caughtUp()
      }
    },
    async ended(checkoutId) {
      while ((await service.client(asShop).checkoutsAlive({ checkoutIds: [checkoutId] })).known.length > 0) await new Promise((soon) => setTimeout(soon, 3))
    },
    level: async ({ stockItemId }: SaleOffer) => (await others.inventory.getLevels({ stockItemIds: [stockItemId ?? ''] }))[0],
    async live(checkoutId: string) {
      const { items } = await others.payments.listPayments({ checkoutId })
      return items.filter(({ status }) => ['requires_action', 'authorised', 'captured', 'card_saved'].includes(status))
    },
  }
}

/** The real time and whatever it was moved on by. */
function movableClock(): Clock & { advance(byMs: number): void } {
  let aheadMs = 0
  return { now: () => new Date(Date.now() + aheadMs), advance: (byMs) => { aheadMs += byMs } }
}
