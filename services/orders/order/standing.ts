import type { Agreed, AgreedLine } from './agreed.ts'

export type OrderStatus = 'placed' | 'partly_dispatched' | 'dispatched' | 'delivered' | 'cancelled'
export type SubOrderStatus = 'placed' | 'dispatched' | 'delivered' | 'cancelled'

/** A parcel that left, or digital goods that were handed over. */
export interface Parcel {
  readonly id: string
  readonly subOrderId: string
  readonly lineIds: readonly string[]
  readonly delivered: boolean
  readonly carrier: string
  readonly trackingNumber: string
  /** RFC 3339. */
  readonly dispatchedAt: string
  /** What its carrier told, oldest first; null when nothing. */
  readonly tracking?: readonly { readonly state: string; readonly at: string }[] | null
}

/** Where an order and its sub-orders stand: it follows from what is sent and its parcels, unless it was cancelled. */
export interface Standing {
  readonly status: OrderStatus
  readonly subOrders: ReadonlyMap<string, SubOrderStatus>
  readonly parcels: readonly Parcel[]
}

export function standingOf(agreed: Pick<Agreed, 'lines' | 'subOrders'>, parcels: readonly Parcel[]): Standing {
  const subOrders = new Map(agreed.subOrders.map(({ id }): [string, SubOrderStatus] => {
    const its = parcels.filter((parcel) => parcel.subOrderId === id)
    // All of it was taken off before it left.
    if (its.length === 0 && agreed.lines.every((line) => line.subOrderId !== id)) return [id, 'cancelled']
    if (left(agreed, its, id).length > 0) return [id, 'placed']
    return [id, its.every((parcel) => parcel.delivered) ? 'delivered' : 'dispatched']
  }))
  const all = [...subOrders.values()].filter((status) => status !== 'cancelled')
  if (all.every((status) => status === 'delivered')) return { status: 'delivered', subOrders, parcels }
  if (all.every((status) => status !== 'placed')) return { status: 'dispatched', subOrders, parcels }
  return { status: parcels.length > 0 ? 'partly_dispatched' : 'placed', subOrders, parcels }
}

export const cancelled = (agreed: Pick<Agreed, 'subOrders'>): Standing =>
  ({ status: 'cancelled', subOrders: new Map(agreed.subOrders.map(({ id }) => [id, 'cancelled'])), parcels: [] })

/** The lines of a sub-order that are in no parcel. */
export const left = ({ lines }: Pick<Agreed, 'lines'>, parcels: readonly Parcel[], subOrderId: string): AgreedLine[] =>
  lines.filter((line) => line.subOrderId === subOrderId && !parcels.some((parcel) => parcel.lineIds.includes(line.id)))

/** The lines of a sub-order with the first of which its delivery is charged: those that travel, or all when none does. */
export function bearersOf(lines: readonly AgreedLine[], subOrderId: string): AgreedLine[] {
  const its = lines.filter((line) => line.subOrderId === subOrderId)
  const travelling = its.filter(({ digital }) => !digital)
  return travelling.length > 0 ? travelling : its
}

/**
 * What of the charge a parcel is: its lines, and with the first that travels of its sub-order the delivery. The parcels of an order
 * sum to its total. In minor units.
 */
export function partOf(agreed: Agreed, earlier: readonly Parcel[], parcel: Pick<Parcel, 'subOrderId' | 'lineIds'>): number {
  const subOrder = agreed.subOrders.find(({ id }) => id === parcel.subOrderId)
  if (!subOrder) throw new TypeError(`there is no sub-order ${parcel.subOrderId}`)
  const its = agreed.lines.filter((line) => line.subOrderId === subOrder.id)
  const bearers = bearersOf(its, subOrder.id)
  const bears = (line: AgreedLine) => bearers.includes(line)
  const inside = its.filter((line) => parcel.lineIds.includes(line.id))
  const before = its.filter((line) => earlier.some((one) => one.lineIds.includes(line.id)))
  const delivery = inside.some(bears) && !before.some(bears) ? subOrder.deliveryMinor + (agreed.taxIncluded ? 0 : subOrder.deliveryTaxMinor) : 0
  return inside.reduce((sum, line) => sum + line.paidMinor, delivery)
}

/** What is handed over the moment the order is placed: digital goods, a parcel a seller. Promised orders are not paid for yet. */
export function digitalParcels(agreed: Agreed, promised: boolean, newId: () => string, at: Date): Parcel[] {
  if (promised) return []
  return agreed.subOrders.flatMap(({ id }) => {
    const lineIds = agreed.lines.filter((line) => line.subOrderId === id && line.digital).map((line) => line.id)
    return lineIds.length === 0 ? [] : [{ id: newId(), subOrderId: id, lineIds, delivered: true, carrier: 'digital', trackingNumber: '', dispatchedAt: at.toISOString() }]
  })
}
