import { sliceOf } from '@octavo/money'
import type { Agreed, AgreedLine, AgreedSubOrder } from './agreed.ts'
import { bearersOf, type Parcel } from './standing.ts'

/** What of an order is to be given back: copies of lines, and deliveries by their sub-orders. */
export interface ToRefund {
  /** `restock`: whether they may be sold again; when nothing is said, those that never left. */
  readonly lines: readonly { readonly lineId: string; readonly quantity: number; readonly restock?: boolean | undefined }[]
  readonly deliveries: readonly string[]
}

/**
 * With what each is worth; `taxMinor` is the tax in it. `unsent`: it had not left, and will not: its copies are free from the agreement on,
 * whatever becomes of the money.
 */
export interface RefundParts {
  readonly lines: readonly { readonly lineId: string; readonly quantity: number; readonly restock: boolean; readonly amountMinor: number; readonly taxMinor: number; readonly unsent?: boolean }[]
  readonly deliveries: readonly { readonly subOrderId: string; readonly amountMinor: number; readonly taxMinor: number; readonly unsent?: boolean }[]
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

type Refusal = { readonly refused: string }

/**
 * What the asked parts are worth, from the order's stored figures: a line's price after discounts, with its tax, is split over its copies
 * to the smallest unit, so that all of them given back one by one are what was paid. Each copy comes back once; what has not left is taken
 * off the order, and with the last of a seller's goods their delivery.
 */
export function refundParts(agreed: Agreed, parcels: readonly Parcel[], earlier: readonly Refund[], asked: ToRefund): RefundParts | Refusal {
  const lines: RefundParts['lines'][number][] = []
  for (const { lineId, quantity, restock } of asked.lines) {
    const line = agreed.lines.find(({ id }) => id === lineId)
    if (!line || lines.some((one) => one.lineId === lineId)) return { refused: `This order has no line ${lineId}, or it is named twice.` }
    const unsent = !parcels.some((parcel) => parcel.lineIds.includes(lineId))
    const from = sumOf(partsOfLine(earlier, lineId), ({ quantity: before }) => before)
    if (from + quantity > line.quantity) return { refused: `Of “${line.title}” ${line.quantity - from} can still be given back.` }
    lines.push({ lineId, quantity, restock: (restock ?? unsent) && line.stockItemId !== null, ...worthOf(line, from, quantity), ...(unsent && { unsent }) })
  }
  const left = toSend(agreed, [...earlier, { status: 'wanted', lines, deliveries: [] }])
  if (lines.some(({ unsent }) => unsent) && parcels.length === 0 && left.lines.length === 0) return { refused: 'Nothing of this order would be left. Cancel it instead.' }
  const deliveries = deliveriesOf(agreed, left, parcels, earlier, asked.deliveries)
  if ('refused' in deliveries) return deliveries
  return totalOf({ lines, deliveries }) > 0 ? { lines, deliveries } : { refused: 'Nothing was paid for that.' }
}

/** Those that were asked for, of parcels that left, and those of sellers who have nothing to deliver any more. */
function deliveriesOf(agreed: Agreed, left: Agreed, parcels: readonly Parcel[], earlier: readonly Refund[], asked: readonly string[]): RefundParts['deliveries'][number][] | Refusal {
  const deliveries: RefundParts['deliveries'][number][] = []
  const isBack = (id: string) => earlier.some((refund) => refund.deliveries.some((one) => one.subOrderId === id && counts(refund, one)))
  for (const subOrderId of asked) {
    const subOrder = agreed.subOrders.find(({ id }) => id === subOrderId)
    if (!subOrder || deliveries.some((one) => one.subOrderId === subOrderId)) return { refused: `This order has no sub-order ${subOrderId}, or it is named twice.` }
    if (isBack(subOrderId)) return { refused: `The delivery of ${subOrder.sellerName} was given back before.` }
    if (parcels.some((parcel) => parcel.subOrderId === subOrderId)) deliveries.push({ subOrderId, ...deliveryOf(subOrder, agreed.taxIncluded) })
    else if (left.lines.some((line) => line.subOrderId === subOrderId)) return { refused: `Nothing of ${subOrder.sellerName} has left yet.` }
  }
  for (const subOrder of agreed.subOrders) {
    const { id: subOrderId, deliveryMinor } = subOrder
    const bearing = bearersOf(agreed.lines, subOrderId).map(({ id }) => id)
    if (deliveryMinor === 0 || isBack(subOrderId) || deliveries.some((one) => one.subOrderId === subOrderId) || left.lines.some(({ id }) => bearing.includes(id))) continue
    deliveries.push({ subOrderId, ...deliveryOf(subOrder, agreed.taxIncluded), unsent: true })
  }
  return deliveries
}

/** What was agreed less what was taken off before it left: what is sent, and charged for. */
export function toSend(agreed: Agreed, refunds: readonly (RefundParts & Pick<Refund, 'status'>)[]): Agreed {
  const off = refunds.map(unsentOf)
  if (off.every(({ lines, deliveries }) => lines.length + deliveries.length === 0)) return agreed
  return {
    ...agreed,
    totalMinor: agreed.totalMinor - sumOf(off, totalOf),
    lines: agreed.lines.flatMap((line) => {
      const parts = partsOfLine(off, line.id)
      const quantity = line.quantity - sumOf(parts, (part) => part.quantity)
      if (quantity === 0) return []
      return [{ ...line, quantity, units: (line.units / line.quantity) * quantity, paidMinor: line.paidMinor - sumOf(parts, (part) => part.amountMinor), taxMinor: line.taxMinor - sumOf(parts, (part) => part.taxMinor) }]
    }),
    subOrders: agreed.subOrders.map((part) => (off.some(({ deliveries }) => deliveries.some(({ subOrderId }) => subOrderId === part.id)) ? { ...part, deliveryMinor: 0, deliveryTaxMinor: 0 } : part)),
  }
}

/** What of a refund had not left. */
export const unsentOf = <Parts extends RefundParts>(refund: Parts): Parts => ({ ...refund, lines: refund.lines.filter(({ unsent }) => unsent), deliveries: refund.deliveries.filter(({ unsent }) => unsent) })

/** Copies that the provider refused to give money back for may come back once more; those that will not leave are off in any case. */
const counts = ({ status }: Pick<Refund, 'status'>, { unsent = false }: { readonly unsent?: boolean }): boolean => unsent || status !== 'refused'

const partsOfLine = (refunds: readonly (RefundParts & Pick<Refund, 'status'>)[], lineId: string) => refunds.flatMap((refund) => refund.lines.filter((one) => one.lineId === lineId && counts(refund, one)))

const sumOf = <Item>(items: readonly Item[], of: (item: Item) => number): number => items.reduce((sum, item) => sum + of(item), 0)

export const totalOf = ({ lines, deliveries }: RefundParts): number => [...lines, ...deliveries].reduce((sum, { amountMinor }) => sum + amountMinor, 0)

const worthOf = ({ paidMinor, taxMinor, quantity }: AgreedLine, from: number, count: number) =>
  ({ amountMinor: sliceOf(paidMinor, quantity, { from, count }), taxMinor: sliceOf(taxMinor, quantity, { from, count }) })

const deliveryOf = ({ deliveryMinor, deliveryTaxMinor }: AgreedSubOrder, taxIncluded: boolean) =>
  ({ amountMinor: deliveryMinor + (taxIncluded ? 0 : deliveryTaxMinor), taxMinor: deliveryTaxMinor })
