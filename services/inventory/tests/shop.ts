import assert from 'node:assert/strict'
import { eventTables, reaction, type Event, type EventType } from '@octavo/events'
import { testDatabases } from '@octavo/database/testing'
import { logTables, testEvents } from '@octavo/events/testing'
import { newId } from '@octavo/ids'
import { orderCancelled, orderPlaced, subOrderDispatched } from '@octavo/orders/events'
import { after } from 'node:test'
import { restocked, stockBandChanged, stockRanLow } from '../events.ts'
import type { InventoryDeps } from '../deps.ts'
import { inventoryTables } from '../service.ts'
import { startTestInventory } from '../testing.ts'

/** An inventory with what is around it: somebody who tells of orders, and somebody who hears of stock. */
export async function openShop(overrides: Partial<InventoryDeps> = {}) {
  const databases = await testDatabases({ inventory: inventoryTables(), orders: [eventTables], listener: [eventTables], events: logTables })
  const events = await testEvents(databases.events)
  const inventory = await startTestInventory({ database: databases.inventory, events, ...overrides })
  const orders = events.outbox('orders', databases.orders)
  const relay = events.relay('orders', databases.orders)
  const heard: Event<{ stockItemId: string; version: number; available: number; promisable: number }>[] = []
  const hear = (type: EventType) => reaction(type as EventType<string, never>, async (event) => { heard.push(event) })
  const listener = events.consumer({ consumer: 'listener', database: databases.listener, from: 'beginning', reactions: [hear(stockBandChanged), hear(stockRanLow), hear(restocked)] })
  await relay.start()
  await listener.start()
  after(async () => { await listener.stop(); await relay.stop() })

  const tell = async (type: typeof orderPlaced | typeof subOrderDispatched | typeof orderCancelled, key: string, data: unknown) => {
    await databases.orders.transaction((tx) => orders.append(tx, type as EventType<string, never>, key, data as never))
    await relay.flush()
    await inventory.service.caughtUp()
    assert.deepEqual(await databases.inventory.rows('select name, last_error from parked_event'), [])
  }
  const lines = (drawn: Record<string, number>) => Object.entries(drawn).map(([stockItemId, units]) => ({ lineId: newId('lin'), stockItemId, units, title: 'A book', quantity: units }))
  const zero = { amountMinor: 0, currency: 'GBP' }
  const of = (checkoutId: string) => ({ orderId: `ord_of_${checkoutId}`, number: '1', checkoutId, email: 'a@b.example', locale: 'en-GB', linkKey: 'k', at: new Date().toISOString() })
  return {
    ...inventory,
    databases,
    shop: inventory.client(),
    heard,
    async heardAll() {
      await inventory.service.carried()
      await listener.caughtUp()
      return heard
    },
    placed: (checkoutId: string, drawn: Record<string, number>) => tell(orderPlaced, `ord_of_${checkoutId}`, {
      ...of(checkoutId), owner: 'gst_1', accountId: null, market: 'gb', shippingAddress: { name: 'Ada', line1: '1 Lane', city: 'London', postalCode: 'N1', country: 'GB' },
      deliveryOption: 'standard', deliveryLabel: 'Standard', promisedBy: null, promised: false, onAccount: false, subtotal: zero, discount: zero, delivery: zero, tax: zero, taxIncluded: true, total: zero,
      subOrders: [{ subOrderId: 'sub_1', sellerId: 'sel_1', total: zero, delivery: zero, lines: lines(drawn).map((line) => ({ ...line, offerId: 'off_1', productId: 'prd_1', unitPrice: zero, digital: false, weightGrams: 100 })) }],
      placedAt: new Date().toISOString(),
    }),
    dispatched: (checkoutId: string, drawn: Record<string, number>) => tell(subOrderDispatched, `ord_of_${checkoutId}`, {
      ...of(checkoutId), subOrderId: 'sub_1', shipmentId: 'shp_1', sellerId: 'sel_1', carrier: 'Post', trackingNumber: 'T1', part: zero, total: zero, subOrderCount: 1, last: true, onAccount: false, lines: lines(drawn),
    }),
    cancelled: (checkoutId: string, drawn: Record<string, number>) => tell(orderCancelled, `ord_of_${checkoutId}`, { ...of(checkoutId), reason: 'changed my mind', total: zero, lines: lines(drawn) }),
  }
}

export type Shop = Awaited<ReturnType<typeof openShop>>

/** What must hold of the tables at any moment: reserved is what live holds keep, on hand is what the ledger says, at every location. */
export async function audit({ database }: Pick<Shop, 'database'>): Promise<unknown[]> {
  return database.rows(`
    with held as (select stock_item_id, sum(open_units) filter (where not promised) as reserved, sum(open_units) filter (where promised) as promised from reservation group by 1),
    ledger as (select stock_item_id, sum(change) as on_hand from movement group by 1),
    levels as (select stock_item_id, sum(on_hand) as on_hand, sum(reserved) as reserved from stock_level group by 1)
    select i.id, i.on_hand, ledger.on_hand as ledger, i.reserved, held.reserved as held, i.promised, held.promised as promises, levels.on_hand as shelves, levels.reserved as shelved
    from stock_item i left join held on held.stock_item_id = i.id left join ledger on ledger.stock_item_id = i.id left join levels on levels.stock_item_id = i.id
    where i.reserved <> coalesce(held.reserved, 0) or i.promised <> coalesce(held.promised, 0) or i.on_hand <> coalesce(ledger.on_hand, 0)
      or i.on_hand <> coalesce(levels.on_hand, 0) or i.reserved <> coalesce(levels.reserved, 0)`)
}

/** For many at the same moment: the last of them waits for all the others, on a busy machine longer than a call may take by itself. */
export const unhurried = () => ({ context: { deadlineMs: Date.now() + 300_000 } })

export const inAnHour = (): string => new Date(Date.now() + 3_600_000).toISOString()
