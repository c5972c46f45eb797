import type { Clock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import type { Outbox } from '@octavo/events'
import { money } from '@octavo/money'
import { paymentCaptured } from '../events.ts'
import type { IntentState, Provider } from '../provider/port.ts'
import { addCaptured, dropCharges } from '../store/movements.ts'
import { lockPayment, readPayment, type PaymentRow } from '../store/payments.ts'
import { endShopperCharge, keepShopperIntent, shopperChargeOf, takeShopperCharges, type ShopperCharge } from '../store/shopper-charges.ts'

const againMs = 60_000

export interface WithShopper {
  /** Goes on with a charge that its holder is there for; gives where it stands. Under one key an attempt, it charges once. */
  goOn(charge: ShopperCharge, payment: PaymentRow): Promise<IntentState>
  /** Ends what is under way before the card is asked by itself: true when the money came. */
  endFirst(payment: PaymentRow): Promise<boolean>
  /** Looks at those that something was said of, and at those nobody spoke of; gives how many. */
  round(limit: number): Promise<number>
}

/** Banks that want to hear their card's holder refuse a charge without them: the holder is led there, as in a checkout. */
export function withShopper({ database, outbox, provider, clock }: { database: Database; outbox: Outbox; provider: Provider; clock: Clock }): WithShopper {
  return {
    goOn,
    async endFirst(payment) {
      const charge = await shopperChargeOf(database, payment.id)
      if (!charge) return false
      const { intentId, state } = await asked(charge, payment)
      const ended = state.kind === 'captured' ? state : await provider.cancelIntent(intentId, `${keyOf(charge)}:cancel`)
      await written(payment, intentId, ended)
      return ended.kind === 'captured'
    },
    async round(limit) {
      const now = clock.now()
      const due = await takeShopperCharges(database, now, new Date(now.getTime() + againMs), limit)
      await Promise.all(due.map(async (charge) => {
        const payment = await readPayment(database, charge.paymentId)
        if (payment) await goOn(charge, payment).catch(() => undefined)
      }))
      return due.length
    },
  }

  async function goOn(charge: ShopperCharge, payment: PaymentRow): Promise<IntentState> {
    const { intentId } = await asked(charge, payment)
    const state = await provider.readIntent(intentId)
    await written(payment, intentId, state)
    return state
  }

  /** The same key gives the same intent. */
  async function asked(charge: ShopperCharge, payment: PaymentRow) {
    const { id: paymentId, orderId, currency } = payment
    const made = await provider.chargePresent(payment.intentId ?? '', { amount: money(payment.amountMinor - payment.notChargedMinor, currency), orderId, paymentId, returnUrl: charge.returnUrl }, keyOf(charge))
    await keepShopperIntent(database, paymentId, made.intentId)
    return made
  }

  async function written(payment: PaymentRow, intentId: string, state: IntentState): Promise<void> {
    if (state.kind === 'requires_action' || state.kind === 'processing' || state.kind === 'unconfirmed') return
    await database.transaction(async (tx) => {
      const locked = await lockPayment(tx, payment.id)
      if (!locked || !await endShopperCharge(tx, payment.id, state.kind === 'captured' ? 'done' : 'failed') || state.kind !== 'captured') return
      const now = clock.now()
      await tx.run('update payment set intent_id = $2, authorised_minor = authorised_minor + $3 where id = $1', [payment.id, intentId, state.amountMinor])
      const taken = await addCaptured(tx, payment.id, state.amountMinor, now)
      await dropCharges(tx, payment.id)
      if (taken) await outbox.append(tx, paymentCaptured, payment.orderId, { paymentId: payment.id, orderId: payment.orderId, checkoutId: payment.checkoutId, version: taken.version, captured: money(taken.capturedMinor, payment.currency) })
    })
  }
}

const keyOf = ({ paymentId, attempt }: ShopperCharge): string => `${paymentId}:shopper:${attempt}`
