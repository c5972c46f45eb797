import assert from 'node:assert/strict'
import { after } from 'node:test'
import { testDatabases } from '@octavo/database/testing'
import { eventTables, reaction, type DataOf, type EventType } from '@octavo/events'
import { logTables, testEvents } from '@octavo/events/testing'
import { money } from '@octavo/money'
import { orderCancelled, orderPlaced } from '@octavo/orders/events'
import { shipmentDelivered, shipmentDispatched } from '../events.ts'
import type { ShippingDeps } from '../deps.ts'
import { shippingTables } from '../service.ts'
import { startTestShipping } from '../testing.ts'

type Order = DataOf<typeof orderPlaced>
type Told = { readonly name: string } & DataOf<typeof shipmentDispatched>

/** A shipping service with somebody who tells of orders, and somebody who hears of parcels. */
export async function openShop(overrides: Partial<ShippingDeps> = {}) {
  const databases = await testDatabases({ shipping: shippingTables(), orders: [eventTables], listener: [eventTables], events: logTables })
  const events = await testEvents(databases.events)
  const shipping = await startTestShipping({ database: databases.shipping, events, ...overrides })
  const relay = events.relay('orders', databases.orders)
  const outbox = events.outbox('orders', databases.orders)
  const told: Told[] = []
  const hear = (type: EventType) => reaction(type as EventType<string, DataOf<typeof shipmentDispatched>>, async ({ data }) => { told.push({ name: type.name, ...data }) })
  const listener = events.consumer({ consumer: 'listener', database: databases.listener, from: 'beginning', reactions: [hear(shipmentDispatched), hear(shipmentDelivered)] })
  await relay.start()
  await listener.start()
  after(async () => { await listener.stop(); await relay.stop() })

  const digested = async () => {
    await relay.flush()
    await shipping.service.caughtUp()
    assert.deepEqual(await databases.shipping.rows('select name, last_error from parked_event'), [])
  }
  return {
    ...shipping,
    told,
    shop: shipping.client(),
    desk: shipping.client({ kind: 'operator' }),
    async place(order: Order) {
      await databases.orders.transaction((tx) => outbox.append(tx, orderPlaced, order.orderId, order))
      await digested()
    },
    async cancel({ orderId, number, checkoutId, email, locale, total, linkKey }: Order) {
      const data: DataOf<typeof orderCancelled> = { orderId, number, checkoutId, email, locale, reason: 'changed my mind', total, onAccount: false, lines: [], linkKey, at: '2026-03-03T10:00:00.000Z' }
      await databases.orders.transaction((tx) => outbox.append(tx, orderCancelled, orderId, data))
      await digested()
    },
    async heard() {
      await shipping.service.carried()
      await listener.caughtUp()
    },
  }
}

const zero = money(0, 'GBP')

/** An order of the given sub-orders: a seller each, with lines by title; a title in capitals is digital. */
export function order(orderId: string, subOrders: Readonly<Record<string, readonly string[]>>): Order {
  return {
    orderId, number: '1001', checkoutId: `chk_${orderId}`, owner: 'gst_1', accountId: null, email: 'ada@example.com', market: 'gb', locale: 'en-GB',
    shippingAddress: { name: 'Ada', line1: '1 Lane', city: 'Bath', postalCode: 'BA1 1AA', country: 'GB' }, deliveryOption: 'standard', deliveryLabel: 'Standard delivery', promisedBy: '2026-03-05', promised: false, onAccount: false,
    subtotal: zero, discount: zero, delivery: zero, tax: zero, taxIncluded: true, total: zero, linkKey: 'k', placedAt: '2026-03-02T10:00:00.000Z',
    subOrders: Object.entries(subOrders).map(([sellerId, titles]) => ({
      subOrderId: `${orderId}:${sellerId}`, sellerId, total: zero, delivery: zero,
      lines: titles.map((title) => ({
        lineId: `${orderId}:${sellerId}:${title}`, offerId: 'off_1', productId: 'prd_1', stockItemId: 'stk_1', units: 1, quantity: 1, unitPrice: zero, title,
        digital: title === title.toUpperCase(), weightGrams: title === title.toUpperCase() ? 0 : 300,
      })),
    })),
  }
}
