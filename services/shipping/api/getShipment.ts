import { requireOperator } from '@octavo/caller'
import { failure } from '@octavo/failure'
import type { Handler } from '@octavo/rpc'
import type { shippingContract } from '../contract.ts'
import type { ShippingParts } from '../deps.ts'
import { readShipment } from '../store/shipments.ts'

export const getShipment = ({ database }: Pick<ShippingParts, 'database'>): Handler<typeof shippingContract.getShipment> =>
  async ({ input, context }) => {
    requireOperator(context.caller)
    const shipment = await readShipment(database, input.shipmentId)
    if (!shipment) throw failure('NOT_FOUND', 'There is no such shipment.')
    return shipment
  }
