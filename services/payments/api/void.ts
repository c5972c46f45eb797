import { requireService } from '@octavo/caller'
import { failure } from '@octavo/failure'
import { newId } from '@octavo/ids'
import type { Handler } from '@octavo/rpc'
import type { paymentsContract } from '../contract.ts'
import type { PaymentsParts } from '../deps.ts'
import { wantMovement } from '../store/movements.ts'
import { beginUndo, paymentOfCheckout } from '../store/payments.ts'

/** Marks the checkout as undone first, so that an authorisation still on its way is refused; then the provider lets go. */
export const voidPayment = ({ database, mover, clock }: Pick<PaymentsParts, 'database' | 'mover' | 'clock'>): Handler<typeof paymentsContract.void> =>
  async ({ input, context }) => {
    requireService(context.caller)
    if (await beginUndo(database, input.checkoutId, input.fence) === 'stale') throw failure('STALE_FENCE')
    const payment = await paymentOfCheckout(database, input.checkoutId)
    if (!payment || payment.status === 'voided') return { voided: payment !== undefined }
    const now = clock.now()
    const movement = await wantMovement(database, { id: newId('mov'), paymentId: payment.id, kind: 'release', key: 'undo', amountMinor: null, final: true, reason: input.reason }, now, new Date(now.getTime() + 30_000))
    if (movement.state === 'done') return { voided: true }
    try {
      await mover.perform(movement)
    } catch (error) {
      throw failure('UNAVAILABLE', 'The payment provider did not let go yet.', { reason: (error as Error).message })
    }
    return { voided: true }
  }
