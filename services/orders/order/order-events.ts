import { money } from '@octavo/money'
import type { DataOf } from '@octavo/events'
import type { orderCancelled, orderPaymentRefused, orderPlaced, orderRefundAgreed, orderRefunded, subOrderDispatched } from '../events.ts'
import type { Agreed, AgreedLine } from './agreed.ts'
import { totalOf, unsentOf, type Refund, type RefundParts } from './refund.ts'
import { partOf, standingOf, type Parcel } from './standing.ts'

/** What every event of an order says of it. */
export interface Facts {
  readonly orderId: string
  readonly number: string
  readonly checkoutId: string
  readonly email: string
  readonly agreed: Agreed
  readonly onAccount: boolean
  readonly linkKey: string
  readonly at: Date
}

export function placedEvent(facts: Facts, { owner, accountId, promised }: { owner: string; accountId: string | null; promised: boolean }): DataOf<typeof orderPlaced> {
  const { agreed } = facts
  const of = (amountMinor: number) => money(amountMinor, agreed.currency)
  return {
    orderId: facts.orderId, number: facts.number, checkoutId: facts.checkoutId, owner, accountId, email: facts.email, market: agreed.market, locale: agreed.locale,
    shippingAddress: agreed.shippingAddress, deliveryOption: agreed.deliveryOption, deliveryLabel: agreed.deliveryLabel, promisedBy: agreed.promisedBy, promised, onAccount: facts.onAccount,
    subtotal: of(agreed.subtotalMinor), discount: of(agreed.discountMinor), delivery: of(agreed.deliveryMinor), tax: of(agreed.taxMinor), taxIncluded: agreed.taxIncluded, total: of(agreed.totalMinor),
    subOrders: agreed.subOrders.map(({ id, sellerId, totalMinor, deliveryMinor }) => ({
      subOrderId: id, sellerId, total: of(totalMinor), delivery: of(deliveryMinor),
      lines: agreed.lines.filter((line) => line.subOrderId === id).map((line) => ({
        lineId: line.id, offerId: line.offerId, productId: line.productId, stockItemId: line.stockItemId, units: line.units, quantity: line.quantity,
        unitPrice: of(line.unitPriceMinor), title: line.title, digital: line.digital, weightGrams: line.weightGrams,
      })),
    })),
    linkKey: facts.linkKey, placedAt: facts.at.toISOString(),
  }
}

export function dispatchedEvent(facts: Facts, earlier: readonly Parcel[], parcel: Parcel): DataOf<typeof subOrderDispatched> {
  const { agreed } = facts
  const { status } = standingOf(agreed, [...earlier, parcel])
  return {
    ...common(facts), subOrderId: parcel.subOrderId, shipmentId: parcel.id, sellerId: agreed.subOrders.find(({ id }) => id === parcel.subOrderId)?.sellerId ?? '',
    carrier: parcel.carrier, trackingNumber: parcel.trackingNumber,
    part: money(partOf(agreed, earlier, parcel), agreed.currency), total: money(agreed.totalMinor, agreed.currency), subOrderCount: agreed.subOrders.length,
    last: status === 'dispatched' || status === 'delivered', onAccount: facts.onAccount,
    lines: agreed.lines.filter((line) => parcel.lineIds.includes(line.id)).map(lineOf),
  }
}

export function cancelledEvent(facts: Facts, reason: string): DataOf<typeof orderCancelled> {
  return { ...common(facts), reason, onAccount: facts.onAccount, total: money(facts.agreed.totalMinor, facts.agreed.currency), lines: facts.agreed.lines.map(lineOf) }
}

export function paymentRefusedEvent(facts: Facts, { amount, retryAt }: Pick<DataOf<typeof orderPaymentRefused>, 'amount' | 'retryAt'>): DataOf<typeof orderPaymentRefused> {
  return { ...common(facts), amount, retryAt }
}

export function agreedEvent({ id: orderId, checkoutId, agreed }: { readonly id: string; readonly checkoutId: string; readonly agreed: Agreed }, refundId: string, parts: RefundParts, reason: string): DataOf<typeof orderRefundAgreed> {
  const unsent = unsentOf(parts)
  const of = (amountMinor: number) => money(amountMinor, agreed.currency)
  return {
    orderId, checkoutId, refundId, amount: of(totalOf(parts)), reason, unsent: of(totalOf(unsent)),
    takenOff: unsent.lines.flatMap(({ lineId, quantity, restock }) => agreed.lines.filter(({ id }) => id === lineId).map(({ stockItemId, units, quantity: bought }) => ({ lineId, stockItemId, units: (units / bought) * quantity, quantity, restock }))),
  }
}

export function refundedEvent(facts: Facts, refund: Refund, notCharged: DataOf<typeof orderRefunded>['notCharged']): DataOf<typeof orderRefunded> {
  const { lines, subOrders, currency } = facts.agreed
  const of = (amountMinor: number) => money(amountMinor, currency)
  const sellerOf = (subOrderId: string) => subOrders.find(({ id }) => id === subOrderId)?.sellerId ?? ''
  return {
    ...common(facts), refundId: refund.id, amount: of(totalOf(refund)), reason: refund.reason, onAccount: facts.onAccount, ...(notCharged && { notCharged }),
    lines: refund.lines.flatMap(({ lineId, quantity, amountMinor, taxMinor, restock, unsent = false }) => lines.filter(({ id }) => id === lineId).map(({ subOrderId, offerId, stockItemId, units, title, quantity: bought }) => ({
      lineId, offerId, sellerId: sellerOf(subOrderId), stockItemId, units: (units / bought) * quantity, quantity, title, amount: of(amountMinor), tax: of(taxMinor), restock, unsent,
    }))),
    deliveries: refund.deliveries.map(({ subOrderId, amountMinor, taxMinor }) => ({ subOrderId, sellerId: sellerOf(subOrderId), amount: of(amountMinor), tax: of(taxMinor) })),
  }
}

const common = ({ orderId, number, checkoutId, email, agreed, linkKey, at }: Facts) =>
  ({ orderId, number, checkoutId, email, locale: agreed.locale, linkKey, at: at.toISOString() })

const lineOf = ({ id, stockItemId, units, title, quantity }: AgreedLine) => ({ lineId: id, stockItemId, units, title, quantity })
