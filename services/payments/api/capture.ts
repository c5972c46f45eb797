import type { Handler } from '@octavo/rpc'
import type { paymentsContract } from '../contract.ts'
import type { PaymentsParts } from '../deps.ts'
import { moveMoney } from './move-money.ts'

export const capture = (parts: Pick<PaymentsParts, 'database' | 'mover' | 'clock'>): Handler<typeof paymentsContract.capture> =>
  ({ input: { paymentId, amount, key }, context: { caller } }) => moveMoney(parts, { paymentId, kind: 'capture', amount, reason: '', key, caller })
