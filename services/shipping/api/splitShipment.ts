import { requireOperator } from '@octavo/caller'
import { failure } from '@octavo/failure'
import { newId } from '@octavo/ids'
import type { Handler } from '@octavo/rpc'
import type { shippingContract } from '../contract.ts'
import type { ShippingParts } from '../deps.ts'
import { divideShipment, lockSubOrder } from '../store/shipments.ts'

/** Only before its tracking number is noted: from then on it is on its way to leaving with the lines it has. */
export const splitShipment = ({ database }: Pick<ShippingParts, 'database'>): Handler<typeof shippingContract.splitShipment> =>
  ({ input: { shipmentId, lineIds }, context }) => {
    requireOperator(context.caller)
    const wanted = new Set(lineIds)
    return database.transaction(async (tx) => {
      const parcels = await lockSubOrder(tx, shipmentId)
      const from = parcels.find(({ id }) => id === shipmentId)
      if (!from) throw failure('NOT_FOUND', 'There is no such shipment.')
      const there = parcels.find(({ id, lines }) => id !== shipmentId && lines.length === wanted.size && lines.every(({ lineId }) => wanted.has(lineId)))
      if (there) return there
      if (from.status !== 'pending' || from.trackingNumber !== null) throw failure('CONFLICT', 'This parcel is leaving or has left; it is divided no more.')
      const taken = from.lines.filter(({ lineId }) => wanted.has(lineId))
      if (taken.length < wanted.size) throw failure('INVALID_INPUT', 'Some of these lines are not in this parcel.')
      if (taken.length === from.lines.length) throw failure('INVALID_INPUT', 'A parcel keeps one line at least.')
      return divideShipment(tx, from, { id: newId('shp'), lines: taken, rest: from.lines.filter(({ lineId }) => !wanted.has(lineId)), parcel: parcels.length + 1 })
    })
  }
