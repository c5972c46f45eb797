import { requireOperator } from '@octavo/caller'
import type { Caller } from '@octavo/caller'
import { failure } from '@octavo/failure'
import { newId } from '@octavo/ids'
import type { Money } from '@octavo/money'
import type { Payment } from '../contract.ts'
import { leftToMove } from '../movements/decide.ts'
import { paymentView } from '../payment/view.ts'
import { Refused } from '../provider/port.ts'
import type { PaymentsParts } from '../deps.ts'
import { dropLaterCharges, isRenewing, pendingOf, wantMovement } from '../store/movements.ts'
import { lockPayment, readPayment } from '../store/payments.ts'

export interface MoveMoney {
  readonly paymentId: string
  readonly kind: 'capture' | 'refund'
  readonly amount: Money | undefined
  readonly reason: string
  readonly key: string
  readonly caller: Caller
}

/** Wants a movement under its key and has it done before it answers. The same key again answers with what came of it. */
export async function moveMoney({ database, mover, clock }: Pick<PaymentsParts, 'database' | 'mover' | 'clock'>, { paymentId, kind, amount, reason, key, caller }: MoveMoney): Promise<Payment> {
  requireOperator(caller)
  const refusal = kind === 'capture' ? 'NOT_CAPTURABLE' : 'NOT_REFUNDABLE'
  const movement = await database.transaction(async (tx) => {
    const payment = await lockPayment(tx, paymentId)
    if (!payment) throw failure('NOT_FOUND')
    if (amount && amount.currency !== payment.currency) throw failure('INVALID_INPUT', `This payment is in ${payment.currency}.`)
    if (amount && amount.amountMinor <= 0) throw failure('INVALID_INPUT', 'An amount is more than nothing.')
    if (kind === 'capture' && await isRenewing(tx, paymentId)) throw failure('UNAVAILABLE', 'The bank is being asked to hold the money for longer. Take it again in a moment.')
    const now = clock.now()
    const wanted = { id: newId('mov'), paymentId, kind, key, amountMinor: amount?.amountMinor ?? null, final: amount === undefined || !payment.multicapture, reason }
    const found = await wantMovement(tx, wanted, now, new Date(now.getTime() + 30_000))
    if (found.id !== wanted.id) {
      if (found.amountMinor !== wanted.amountMinor) throw failure('IDEMPOTENCY_KEY_REUSED')
      return found
    }
    if (kind === 'capture') await dropLaterCharges(tx, paymentId, now)
    const left = leftToMove(payment, kind, await pendingOf(tx, paymentId, kind, key))
    if (left <= 0 || (amount?.amountMinor ?? 0) > left) throw failure(refusal, `There is ${Math.max(0, left)} left of ${payment.currency} in minor units, and the payment is ${payment.status}.`)
    return found
  })
  if (movement.state === 'refused') throw failure(refusal, movement.lastError ?? undefined)
  if (movement.state === 'wanted') {
    try {
      await mover.perform(movement)
    } catch (error) {
      if (error instanceof Refused) throw failure(refusal, error.message)
      throw failure('UNAVAILABLE', 'The payment provider did not answer. It is tried again by itself; look at the payment in a moment.')
    }
  }
  const payment = await readPayment(database, paymentId)
  if (!payment) throw failure('NOT_FOUND')
  return paymentView(payment)
}
