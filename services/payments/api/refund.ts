import type { Handler } from '@octavo/rpc'
import type { paymentsContract } from '../contract.ts'
import type { PaymentsParts } from '../deps.ts'
import { moveMoney } from './move-money.ts'

export const refund = (parts: Pick<PaymentsParts, 'database' | 'mover' | 'clock'>): Handler<typeof paymentsContract.refund> =>
  ({ input: { paymentId, amount, reason, key }, context: { caller } }) => moveMoney(parts, { paymentId, kind: 'refund', amount, reason, key, caller })
