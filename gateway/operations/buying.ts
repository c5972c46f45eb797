import { failure } from '@octavo/failure'
import type { Clients } from '../clients.ts'
import type { Some } from './operation.ts'

export const buying = ({ orders, payments }: Clients): Some<'startCheckout' | 'getCheckout' | 'getCardEntry' | 'listOrders' | 'getOrder' | 'claimOrder' | 'cancelOrder' | 'payOrder'> => ({
  async startCheckout(input, { on, key }) {
    if (key === undefined) throw failure('IDEMPOTENCY_KEY_MISSING')
    return orders.startCheckout({ ...input, key }, on)
  },
  getCheckout: (input, { on }) => orders.getCheckout(input, on),
  getCardEntry: (_, { on }) => payments.cardEntry({}, on),
  listOrders: (input, { on }) => orders.listMyOrders(input, on),
  getOrder: (input, { on }) => orders.getOrder(input, on),
  claimOrder: (input, { on }) => orders.claimOrder(input, on),
  payOrder: (input, { on }) => orders.payOrder(input, on),
  cancelOrder: (input, { on }) => orders.cancelOrder(input, on),
})
