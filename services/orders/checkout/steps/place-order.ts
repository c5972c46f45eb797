import type { Database } from '@octavo/database'
import type { Outbox } from '@octavo/events'
import { newId } from '@octavo/ids'
import { invoiceMethod } from '@octavo/payments/contract'
import { orderPlaced, subOrderDispatched } from '../../events.ts'
import { dispatchedEvent, placedEvent } from '../../order/order-events.ts'
import { linkKey } from '../../order/order-link.ts'
import { drawOrderNumber } from '../../order/order-number.ts'
import { digitalParcels, standingOf } from '../../order/standing.ts'
import { insertOrder } from '../../store/orders.ts'
import type { Checkout } from '../checkout.ts'
import type { Saga } from '../saga.ts'
import { agreedOf } from './step.ts'

export interface PlaceOrderDeps {
  readonly database: Database
  readonly outbox: Pick<Outbox, 'columns'>
  /** There are events to carry. */
  wake(): void
  readonly linkSecrets: readonly string[]
}

/**
 * The pivot: the order, its event and the checkout's own state become true in one statement, under the fence, once a checkout. It has
 * no undo. False when another process has taken the checkout over.
 */
export const placeOrder = ({ database, outbox, wake, linkSecrets }: PlaceOrderDeps) => async (checkout: Checkout, after: Saga, now: Date): Promise<boolean> => {
  const agreed = agreedOf(checkout)
  const onAccount = checkout.request.paymentMethod === invoiceMethod
  const promised = 'hold' in checkout.saga && checkout.saga.hold.promised
  const parcels = digitalParcels(agreed, promised, () => newId('shp'), now)
  const standing = standingOf(agreed, parcels)
  for (;;) {
    // One in thousands of millions is there already.
    const number = drawOrderNumber()
    const facts = { orderId: checkout.orderId, number, checkoutId: checkout.id, email: checkout.request.email, agreed, onAccount, linkKey: linkKey(checkout.orderId, linkSecrets), at: now }
    const events = outbox.columns([
      { type: orderPlaced, key: checkout.orderId, data: placedEvent(facts, { ...checkout, promised }) },
      ...parcels.map((parcel, at) => ({ type: subOrderDispatched, key: checkout.orderId, data: dispatchedEvent(facts, parcels.slice(0, at), parcel) })),
    ])
    const outcome = await insertOrder(database, { checkoutId: checkout.id, fence: checkout.fence, saga: after, history: checkout.history, now, number, agreed, promised, onAccount, standing, events })
    if (outcome === 'number-taken') continue
    if (outcome === 'placed') wake()
    return outcome === 'placed'
  }
}
