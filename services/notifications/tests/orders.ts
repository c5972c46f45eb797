import { newId } from '@octavo/ids'
import { money } from '@octavo/money'
import type { DataOf } from '@octavo/events'
import type { orderCancelled, orderPlaced, orderRefunded, subOrderDispatched } from '@octavo/orders/events'

const about = (email: string) => ({ orderId: newId('ord'), number: '4711-2044', checkoutId: newId('chk'), email, locale: 'en-GB', linkKey: 'k/e+y', total: money(2598, 'GBP') })
const line = { lineId: 'oln_1', stockItemId: 'stk_1', units: 2, title: 'Middlemarch', quantity: 2 }

/** What orders tells, about a reader at this address. */
export const placed = (email: string, over: Partial<DataOf<typeof orderPlaced>> = {}): DataOf<typeof orderPlaced> => ({
  ...about(email), owner: 'gst_1', accountId: null, market: 'gb', shippingAddress: { name: 'Ada Lovelace', line1: '12 St James Square', city: 'London', postalCode: 'SW1Y 4JH', country: 'GB' },
  deliveryOption: 'standard', deliveryLabel: 'Royal Mail', promisedBy: '2026-12-03', promised: false, onAccount: false, subtotal: money(1998, 'GBP'), discount: money(0, 'GBP'), delivery: money(600, 'GBP'), tax: money(100, 'GBP'), taxIncluded: true,
  subOrders: [{ subOrderId: 'sub_1', sellerId: 'sel_house', total: money(2598, 'GBP'), delivery: money(600, 'GBP'), lines: [{ ...line, offerId: 'off_1', productId: 'prd_1', unitPrice: money(999, 'GBP'), digital: false, weightGrams: 300 }] }],
  placedAt: '2026-11-26T10:00:00.000Z', ...over,
})
export const dispatched = (email: string, over: Partial<DataOf<typeof subOrderDispatched>> = {}): DataOf<typeof subOrderDispatched> => ({
  ...about(email), subOrderId: 'sub_1', shipmentId: newId('shp'), sellerId: 'sel_house', carrier: 'Royal Mail', trackingNumber: 'RM123', part: money(2598, 'GBP'), subOrderCount: 1, last: true, onAccount: false, lines: [line], at: '2026-11-27T10:00:00.000Z', ...over,
})
export const cancelled = (email: string, over: Partial<DataOf<typeof orderCancelled>> = {}): DataOf<typeof orderCancelled> => ({ ...about(email), reason: '', onAccount: false, lines: [line], at: '2026-11-27T10:00:00.000Z', ...over })
export const refunded = (email: string): DataOf<typeof orderRefunded> => ({
  ...about(email), refundId: newId('ref'), amount: money(1598, 'GBP'), reason: '', onAccount: false, lines: [{ lineId: 'oln_1', offerId: 'off_1', sellerId: 'sel_house', stockItemId: 'stk_1', units: 1, quantity: 1, title: 'Middlemarch', amount: money(999, 'GBP'), tax: money(0, 'GBP'), restock: true, unsent: false }],
  deliveries: [{ subOrderId: 'sub_1', sellerId: 'sel_house', amount: money(599, 'GBP'), tax: money(0, 'GBP') }], at: '2026-11-28T10:00:00.000Z',
})
