import type { Reaction } from '@octavo/events'
import { reaction } from '@octavo/events'
import { orderCancelled } from '@octavo/orders/events'
import { cancelShipments } from '../store/shipments.ts'

export const onOrderCancelled = (): Reaction => reaction(orderCancelled, ({ data }, tx) => cancelShipments(tx, data.orderId))
