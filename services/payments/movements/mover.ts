import type { Clock } from '@octavo/clock'
import type { Database, Transaction } from '@octavo/database'
import type { Outbox } from '@octavo/events'
import { never } from '@octavo/failure'
import { newId } from '@octavo/ids'
import { money } from '@octavo/money'
import { paymentCaptured, paymentCaptureRefused, paymentRefunded, paymentRefundRefused, paymentVoided } from '../events.ts'
import { Refused, Unanswered, type Provider } from '../provider/port.ts'
import { decideMove, retryOf, untaken } from './decide.ts'
import { earlyCapture } from './ending.ts'
import { refundIdOf } from './order-refund.ts'
import type { WithShopper } from './with-shopper.ts'
import { addCaptured, addRefunded, finishMovement, leaveUntaken, markRefused, putOffMovement, refuseMovement, wantMovement, type Movement } from '../store/movements.ts'
import { lockPayment, raiseVersion, readPayment, replaceIntent, writeStanding, type PaymentRow } from '../store/payments.ts'

const firstBackOffMs = 500
const longestBackOffMs = 10 * 60_000

export interface Mover {
  /**
   * Has the provider do a wanted movement and writes what came of it, once, however often it is tried: the provider knows it by the
   * movement's id. A refusal is final and kept; a silence puts it off.
   * @throws {Unanswered} {Refused} after having written so
   */
  perform(movement: Movement): Promise<void>
}

export function mover({ database, outbox, provider, shopper, clock }: { database: Database; outbox: Outbox; provider: Provider; shopper: WithShopper; clock: Clock }): Mover {
  return {
    async perform(movement) {
      try {
        const payment = await readPayment(database, movement.paymentId)
        if (!payment) throw new TypeError(`the movement ${movement.id} has no payment`)
        await carryOut(movement, payment)
      } catch (error) {
        if (error instanceof Refused) await refused(movement, error.message)
        else await putOffMovement(database, movement.id, (error as Error).message, new Date(clock.now().getTime() + Math.min(longestBackOffMs, firstBackOffMs * 2 ** movement.tries)))
        throw error
      }
    },
  }

  async function carryOut(movement: Movement, payment: PaymentRow): Promise<void> {
    const move = decideMove(movement, payment)
    switch (move.kind) {
      case 'nothing': await finishMovement(database, movement.id); return
      case 'refuse': throw new Refused(move.reason)
      case 'capture': {
        const taken = await provider.capture(intentOf(payment), { amount: money(move.amountMinor, payment.currency), final: move.final }, movement.id)
        return finished(movement, (tx, now) => tellCaptured(tx, payment, taken, now))
      }
      case 'charge-kept': return chargeKept(movement, payment, move.amountMinor)
      case 'renew': return renew(movement, payment, move.amountMinor)
      case 'refund': return giveBack(movement, payment, move.amountMinor)
      case 'not-charge': return notCharge(movement, payment, move)
      case 'cancel': return cancel(movement, payment)
      case 'forget': return finished(movement, (tx, now) => tellVoided(tx, payment, now))
      default: return never(move)
    }
  }

  async function chargeKept(movement: Movement, payment: PaymentRow, amountMinor: number): Promise<void> {
    // Never while its holder is being asked: the card would be charged twice.
    if (await shopper.endFirst(payment)) return finished(movement, async () => {})
    const { intentId, state } = await provider.chargeKept(intentOf(payment), { amount: money(amountMinor, payment.currency), orderId: payment.orderId, paymentId: payment.id }, movement.id)
    if (state.kind === 'failed') throw new Refused(state.detail)
    if (state.kind !== 'captured') throw new Unanswered(`the charge of a kept card is ${state.kind}`)
    await finished(movement, async (tx, now) => {
      await tx.run('update payment set intent_id = $2, authorised_minor = authorised_minor + $3 where id = $1', [payment.id, intentId, state.amountMinor])
      await tellCaptured(tx, payment, state.amountMinor, now)
    })
  }

  /** A kept card that has no money today may have some in a few days: it is asked again, and those concerned are told. */
  async function refused(movement: Movement, detail: string): Promise<void> {
    await database.transaction(async (tx) => {
      if (await refuseMovement(tx, movement.id, detail) === 0) return
      const payment = await lockPayment(tx, movement.paymentId)
      const refundId = refundIdOf(movement.key)
      if (payment && refundId !== null) await outbox.append(tx, paymentRefundRefused, payment.orderId, { ...factOf(payment, await raiseVersion(tx, payment.id, clock.now())), refundId, detail })
      // The card does not hold it once more: what the bank still holds is taken.
      if (movement.kind === 'renew') await wantMovement(tx, { id: newId('mov'), paymentId: movement.paymentId, ...earlyCapture }, clock.now(), clock.now())
      if (movement.kind !== 'capture' || payment?.status !== 'card_saved') return
      const now = clock.now()
      const later = retryOf(movement)
      const retryAt = later && new Date(now.getTime() + later.afterMs)
      if (later && retryAt) await wantMovement(tx, { ...movement, id: newId('mov'), key: later.key }, now, retryAt)
      const written = await markRefused(tx, payment.id, { detail, at: now.toISOString(), retryAt: retryAt?.toISOString() ?? null }, now)
      if (written) await outbox.append(tx, paymentCaptureRefused, payment.orderId, { ...factOf(payment, written.version), amount: money(movement.amountMinor ?? untaken(payment), payment.currency), retryAt: retryAt?.toISOString() ?? null })
    })
  }

  /** The new hold first, then the old one is let go; each under a key of its own, so that whoever goes on where this ended does neither twice. */
  async function renew(movement: Movement, payment: PaymentRow, amountMinor: number): Promise<void> {
    const { id: paymentId, orderId, checkoutId, currency } = payment
    const old = intentOf(payment)
    const { intentId, state } = await provider.renew(old, { amount: money(amountMinor, currency), orderId, checkoutId, paymentId, subOrders: payment.request.subOrders }, movement.id)
    if (state.kind === 'failed') throw new Refused(state.detail)
    if (state.kind !== 'authorised') throw new Unanswered(`the renewed authorisation is ${state.kind}`)
    if ((await provider.cancelIntent(old, `${movement.id}:old`)).kind === 'captured') {
      // Taken by hand meanwhile: the new hold is for nothing.
      await provider.cancelIntent(intentId, `${movement.id}:new`)
      return finished(movement, async () => {})
    }
    await finished(movement, async (tx, now) => { await replaceIntent(tx, paymentId, { intentId, captureBefore: state.captureBefore, multicapture: state.multicapture }, now) })
  }

  /** Once it is written, it is not taken any more; what is left of the refund is given back. */
  async function notCharge(movement: Movement, payment: PaymentRow, { amountMinor, ends }: { readonly amountMinor: number; readonly ends: boolean }): Promise<void> {
    if (payment.status === 'card_saved' && await shopper.endFirst(payment)) throw new Unanswered('it was just paid; it is given back next')
    if (ends) await provider.capture(intentOf(payment), { amount: money(0, payment.currency), final: true }, `${movement.id}:rest`)
    const settledMinor = movement.notChargedMinor + amountMinor
    const whole = settledMinor === movement.amountMinor
    await database.transaction(async (tx) => {
      const locked = await lockPayment(tx, payment.id)
      if (!locked || untaken(locked) < amountMinor) throw new Unanswered('it was taken meanwhile; it is given back next')
      const now = clock.now()
      if (whole && !await finishMovement(tx, movement.id)) return
      const written = await leaveUntaken(tx, movement, amountMinor, now)
      if (whole) await tellRefunded(tx, payment, movement, { ...written, notChargedMinor: settledMinor })
    })
    if (!whole) await carryOut({ ...movement, notChargedMinor: settledMinor }, await readPayment(database, payment.id) ?? payment)
  }

  async function giveBack(movement: Movement, payment: PaymentRow, amountMinor: number): Promise<void> {
    await provider.refund(intentOf(payment), money(amountMinor, payment.currency), movement.id)
    await finished(movement, async (tx, now) => {
      const written = await addRefunded(tx, payment.id, amountMinor, now)
      if (written) await tellRefunded(tx, payment, movement, { ...written, notChargedMinor: movement.notChargedMinor })
    })
  }

  async function tellRefunded(tx: Transaction, payment: PaymentRow, { key }: Movement, { version, refundedMinor, notChargedMinor }: { readonly version: number; readonly refundedMinor: number; readonly notChargedMinor: number }): Promise<void> {
    await outbox.append(tx, paymentRefunded, payment.orderId, {
      ...factOf(payment, version), refunded: money(refundedMinor, payment.currency), refundId: refundIdOf(key), ...(notChargedMinor > 0 && { notCharged: money(notChargedMinor, payment.currency) }),
    })
  }

  async function cancel(movement: Movement, payment: PaymentRow): Promise<void> {
    const state = await provider.cancelIntent(intentOf(payment), `${payment.id}:cancel`)
    if (state.kind === 'captured') {
      await writeStanding(database, payment, { status: 'captured', authorisedMinor: state.amountMinor, capturedMinor: state.amountMinor, now: clock.now() })
      throw new Unanswered('it was captured while it was to be let go; it is given back next')
    }
    if (state.kind !== 'canceled') throw new Unanswered(`the intent is ${state.kind} after it was cancelled`)
    await finished(movement, (tx, now) => tellVoided(tx, payment, now))
  }

  async function finished(movement: Movement, write: (tx: Transaction, now: Date) => Promise<void>): Promise<void> {
    await database.transaction(async (tx) => { if (await finishMovement(tx, movement.id)) await write(tx, clock.now()) })
  }

  async function tellVoided(tx: Transaction, payment: PaymentRow, now: Date): Promise<void> {
    // The provider tells by a webhook too that it let go, and the one who heard that may have written it first.
    const written = await writeStanding(tx, payment, { status: 'voided', now }) ?? await readPayment(tx, payment.id)
    if (written?.status !== 'voided') throw new Unanswered('the payment moved meanwhile')
    await outbox.append(tx, paymentVoided, payment.orderId, factOf(written, written.version))
  }

  async function tellCaptured(tx: Transaction, payment: PaymentRow, takenMinor: number, now: Date): Promise<void> {
    const written = await addCaptured(tx, payment.id, takenMinor, now)
    if (written) await outbox.append(tx, paymentCaptured, payment.orderId, { ...factOf(payment, written.version), captured: money(written.capturedMinor, payment.currency) })
  }
}

const factOf = ({ id, orderId, checkoutId }: PaymentRow, version: number) => ({ paymentId: id, orderId, checkoutId, version })

function intentOf({ id, intentId }: PaymentRow): string {
  if (intentId === null) throw new Refused(`the payment ${id} never reached the provider`)
  return intentId
}
