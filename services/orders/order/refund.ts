import { sliceOf } from '@octavo/money'
import type { Agreed, AgreedLine, AgreedSubOrder } from './agreed.ts'
import type { Parcel } from './standing.ts'

/** What of an order is to be given back: copies of lines, and deliveries by their sub-orders. */
export interface ToRefund {
  readonly lines: readonly { readonly lineId: string; readonly quantity: number; readonly restock: boolean }[]
  readonly deliveries: readonly string[]
}

/** With what each is worth; `taxMinor` is the tax in it. */
export interface RefundParts {
  readonly lines: readonly { readonly lineId: string; readonly quantity: number; readonly restock: boolean; readonly amountMinor: number; readonly taxMinor: number }[]
  readonly deliveries: readonly { readonly subOrderId: string; readonly amountMinor: number; readonly taxMinor: number }[]
}

/** Money given back of an order, part by part. `wanted` until the payment's provider did it or would not. */
export interface Refund extends RefundParts {
  readonly id: string
  readonly status: 'wanted' | 'given' | 'refused'
  readonly reason: string
  /** Why it was refused. */
  readonly detail: string | null
  readonly at: string
}

type Bought = Pick<Agreed, 'lines' | 'subOrders' | 'taxIncluded'>

/**
 * What the asked parts are worth, from the order's stored figures: a line's price after discounts, with its tax, is split over its copies
 * to the smallest unit, so that all of them given back one by one are what was paid. Only what has left may come back, and once.
 */
export function refundParts(agreed: Bought, parcels: readonly Parcel[], earlier: readonly Refund[], asked: ToRefund): RefundParts | { readonly refused: string } {
  const live = earlier.filter(({ status }) => status !== 'refused')
  const lines: RefundParts['lines'][number][] = []
  for (const { lineId, quantity, restock } of asked.lines) {
    const line = agreed.lines.find(({ id }) => id === lineId)
    if (!line || lines.some((one) => one.lineId === lineId)) return { refused: `This order has no line ${lineId}, or it is named twice.` }
    if (!parcels.some((parcel) => parcel.lineIds.includes(lineId))) return { refused: `“${line.title}” has not left yet. Cancel the order while nothing has, or give back an amount on its payment.` }
    const from = live.flatMap((refund) => refund.lines).filter((one) => one.lineId === lineId).reduce((sum, one) => sum + one.quantity, 0)
    if (from + quantity > line.quantity) return { refused: `Of “${line.title}” ${line.quantity - from} can still be given back.` }
    lines.push({ lineId, quantity, restock: restock && line.stockItemId !== null, ...worthOf(line, from, quantity) })
  }
  const deliveries: RefundParts['deliveries'][number][] = []
  for (const subOrderId of asked.deliveries) {
    const subOrder = agreed.subOrders.find(({ id }) => id === subOrderId)
    if (!subOrder || deliveries.some((one) => one.subOrderId === subOrderId)) return { refused: `This order has no sub-order ${subOrderId}, or it is named twice.` }
    if (!parcels.some((parcel) => parcel.subOrderId === subOrderId)) return { refused: `Nothing of ${subOrder.sellerName} has left yet.` }
    if (live.some((refund) => refund.deliveries.some((one) => one.subOrderId === subOrderId))) return { refused: `The delivery of ${subOrder.sellerName} was given back before.` }
    deliveries.push({ subOrderId, ...deliveryOf(subOrder, agreed.taxIncluded) })
  }
  return totalOf({ lines, deliveries }) > 0 ? { lines, deliveries } : { refused: 'Nothing was paid for that.' }
}

export const totalOf = ({ lines, deliveries }: RefundParts): number => [...lines, ...deliveries].reduce((sum, { amountMinor }) => sum + amountMinor, 0)

const worthOf = ({ paidMinor, taxMinor, quantity }: AgreedLine, from: number, count: number) =>
  ({ amountMinor: sliceOf(paidMinor, quantity, { from, count }), taxMinor: sliceOf(taxMinor, quantity, { from, count }) })

const deliveryOf = ({ deliveryMinor, deliveryTaxMinor }: AgreedSubOrder, taxIncluded: boolean) =>
  ({ amountMinor: deliveryMinor + (taxIncluded ? 0 : deliveryTaxMinor), taxMinor: deliveryTaxMinor })
