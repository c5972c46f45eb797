import type { Order } from '@octavo/orders/contract'
import type { Payment } from '@octavo/payments/contract'
import type { Shipment } from '@octavo/shipping/contract'

export type OrderStatus = Order['status']

const orders: Readonly<Record<OrderStatus, readonly [shape: string, words: string]>> = {
  placed: ['', 'To dispatch'], partly_dispatched: ['half', 'Partly dispatched'], dispatched: ['half', 'On its way'], delivered: ['full', 'Delivered'], cancelled: ['stop', 'Cancelled'],
}
const parcels: Readonly<Record<Shipment['status'], readonly [shape: string, words: string]>> = {
  pending: ['', 'To dispatch'], dispatched: ['half', 'On its way'], delivered: ['full', 'Delivered'], cancelled: ['stop', 'Cancelled'],
}
const payments: Readonly<Record<Payment['status'], readonly [shape: string, words: string]>> = {
  pending: ['', 'Begun'], card_saved: ['', 'Card kept'], requires_action: ['', 'Waits for the shopper'], authorised: ['', 'Authorised'], captured: ['full', 'Captured'], voided: ['stop', 'Let go'], failed: ['stop', 'Failed'], refunded: ['stop', 'Given back'],
}

const State = ({ of: [shape, words] }: { readonly of: readonly [shape: string, words: string] }) => <span className={`state ${shape}`}>{words}</span>

export const OrderState = ({ status }: { readonly status: OrderStatus }) => <State of={orders[status]} />
export const ParcelState = ({ status }: { readonly status: Shipment['status'] }) => <State of={parcels[status]} />
export const PaymentState = ({ status }: { readonly status: Payment['status'] }) => <State of={payments[status]} />
