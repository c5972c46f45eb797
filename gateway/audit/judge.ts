import type { AuditedHold } from '@octavo/inventory/contract'
import type { AuditedMails } from '@octavo/notifications/contract'
import type { AuditedCheckout } from '@octavo/orders/contract'
import type { AuditedPayment } from '@octavo/payments/contract'
import type { Breach } from '../contract.ts'

/** What each service says of one checkout. Absent: it knows nothing of it. */
export interface Testimony {
  readonly checkoutId: string
  readonly checkout?: AuditedCheckout | undefined
  readonly hold?: AuditedHold | undefined
  readonly payment?: AuditedPayment | undefined
  readonly mails?: AuditedMails | undefined
}

/** How long something may be overdue before nobody is thought to work on it: longer than any lease, and than the sweeper's own grace. */
const overdueMs = 15 * 60_000

/** The promises that the services' words break. Pure; what is merely on its way is told from what is wrong by looking again. */
export function judge(of: Testimony, now: Date): Breach[] {
  return [...holdBreaches(of, now), ...orderBreaches(of), ...paymentBreaches(of), ...sagaBreaches(of, now), ...mailBreaches(of)]
}

const overdue = (at: string, now: Date): boolean => now.getTime() - Date.parse(at) > overdueMs
const isOpen = ({ checkout }: Testimony): boolean => checkout?.saga?.dueAt != null

function holdBreaches(of: Testimony, now: Date): Breach[] {
  const { checkoutId, checkout, hold } = of
  const order = checkout?.order
  const openUnits = hold?.openUnits ?? 0
  if (order) {
    const due = order.status === 'cancelled' ? 0 : order.openUnits
    return openUnits === due ? [] : [{ promise: 1, detail: `${openUnits} copies are kept for an order that is ${order.status} and waits for ${due}`, ids: [checkoutId, order.id] }]
  }
  if (openUnits === 0 || isOpen(of)) return []
  // Forgotten by its checkout, it is freed by inventory itself after its expiry.
  if (!checkout && hold?.expiresAt != null && !overdue(hold.expiresAt, now)) return []
  return [{ promise: 1, detail: `${openUnits} copies are kept for a checkout that ${checkout ? 'has ended without an order' : 'is not known'}`, ids: [checkoutId] }]
}

function orderBreaches({ checkoutId, checkout, payment }: Testimony): Breach[] {
  const order = checkout?.order
  if (!order) return []
  const ids = [checkoutId, order.id, ...(payment ? [payment.paymentId] : [])]
  const wrong = (detail: string): Breach => ({ promise: 2, detail, ids })
  const breaches = order.totalMinor === order.partsMinor ? [] : [wrong(`the order is ${order.totalMinor}, and its sellers' parts make ${order.partsMinor}`)]
  if (!payment) return order.totalMinor === 0 ? breaches : [...breaches, wrong('the order has no payment')]
  if (payment.orderId !== order.id) breaches.push(wrong(`its payment is for order ${payment.orderId}`))
  if (payment.currency !== order.currency || payment.amountMinor !== order.totalMinor) breaches.push(wrong(`the order is ${order.totalMinor} ${order.currency}, and its payment ${payment.amountMinor} ${payment.currency}`))
  if (order.status !== 'cancelled' && !['authorised', 'captured', 'refunded', 'card_saved'].includes(payment.status)) breaches.push(wrong(`the order is ${order.status}, and its payment ${payment.status}`))
  const backMinor = payment.refundedMinor + payment.notChargedMinor
  if (order.refundedMinor > backMinor) breaches.push(wrong(`the buyer was told of ${order.refundedMinor} given back or not charged, and of the payment it is ${backMinor}`))
  if (order.refundsWanted > 0 && payment.wanted === 0) breaches.push({ promise: 5, detail: `${order.refundsWanted} refunds were agreed on, and nobody gives the money back`, ids })
  return breaches
}

function paymentBreaches(of: Testimony): Breach[] {
  const { checkoutId, checkout, payment } = of
  if (!payment) return []
  const ids = [checkoutId, payment.paymentId]
  const breaches: Breach[] = []
  if (payment.rivals.length > 0 && holdsMoney(payment)) breaches.push({ promise: 2, detail: 'one order has several payments', ids: [payment.orderId, payment.paymentId, ...payment.rivals] })
  if (payment.capturedMinor > payment.authorisedMinor || payment.refundedMinor > payment.capturedMinor) {
    breaches.push({ promise: 2, detail: `authorised ${payment.authorisedMinor}, captured ${payment.capturedMinor}, refunded ${payment.refundedMinor}`, ids })
  }
  if (payment.notChargedMinor > 0 && payment.wanted === 0 && payment.capturedMinor - payment.refundedMinor > payment.amountMinor - payment.notChargedMinor) breaches.push({ promise: 6, detail: `${payment.notChargedMinor} of ${payment.amountMinor} were not to be charged, and ${payment.capturedMinor} were, of which ${payment.refundedMinor} are back`, ids })
  if (!holdsMoney(payment) || payment.wanted > 0 || isOpen(of)) return breaches
  const order = checkout?.order
  if (order && order.status !== 'cancelled') return breaches
  const why = order ? 'its order is cancelled' : checkout?.saga?.status === 'failed' ? 'the buyer was told that the checkout failed' : 'there is no order'
  breaches.push({ promise: checkout?.saga?.status === 'failed' ? 6 : 3, detail: `the payment is ${payment.status}, and ${why}`, ids })
  return breaches
}

const holdsMoney = ({ status, capturedMinor, refundedMinor }: AuditedPayment): boolean => status === 'authorised' || status === 'card_saved' || capturedMinor > refundedMinor

function sagaBreaches({ checkoutId, checkout }: Testimony, now: Date): Breach[] {
  if (!checkout) return []
  const { saga, order } = checkout
  if (!saga) return [{ promise: 4, detail: 'there is an order, and its checkout is not there', ids: [checkoutId, ...(order ? [order.id] : [])] }]
  if (saga.status === 'completed') return order ? [] : [{ promise: 6, detail: 'the buyer was told that the order is placed, and there is none', ids: [checkoutId] }]
  if (saga.status === 'failed') return order ? [{ promise: 6, detail: 'the buyer was told that the checkout failed, and there is an order', ids: [checkoutId, order.id] }] : []
  if (saga.dueAt === null || overdue(saga.dueAt, now)) return [{ promise: 4, detail: `the checkout is ${saga.status} at ${saga.step}, and nobody works on it`, ids: [checkoutId] }]
  const mayWait = saga.status === 'undoing' || saga.status === 'stuck' || order
  return !mayWait && overdue(saga.deadlineAt, now) ? [{ promise: 4, detail: `the checkout is ${saga.status} at ${saga.step} after its deadline`, ids: [checkoutId] }] : []
}

function mailBreaches({ checkoutId, checkout, mails }: Testimony): Breach[] {
  const order = checkout?.order
  if (!order) return []
  const due = { confirmed: 1, dispatched: order.parcels, cancelled: order.status === 'cancelled' ? 1 : 0, refunded: order.refunds }
  return (['confirmed', 'dispatched', 'cancelled', 'refunded'] as const).flatMap((kind) => {
    const sent = mails?.[kind] ?? 0
    return sent === due[kind] ? [] : [{ promise: 5, detail: `${sent} mails say that the order is ${kind}, where there should be ${due[kind]}`, ids: [checkoutId, order.id] }]
  })
}
