import { reaction, type Reaction } from '@octavo/events'
import { newId } from '@octavo/ids'
import { orderRefunded } from '@octavo/orders/events'
import type { InventoryParts } from '../deps.ts'
import { restock } from '../store/order-effects.ts'

/** Copies that came back whole are for sale again. */
export const onOrderRefunded = ({ log, clock, wake }: Pick<InventoryParts, 'log' | 'clock' | 'wake'>): Reaction =>
  reaction(orderRefunded, async ({ data: { orderId, refundId, number, lines } }, tx) => {
    const back = lines.flatMap(({ lineId, stockItemId, units, restock: again, unsent }) => (again && !unsent && stockItemId !== null ? [{ stockItemId, units, key: `${refundId} ${lineId}`, movementId: newId('mov') }] : []))
    if (back.length === 0) return
    tx.afterCommit(wake)
    const unknown = await restock(tx, back, `came back from order ${number}`, clock.now())
    if (unknown.length > 0) log.error({ orderId, refundId, stockItemIds: unknown }, 'copies that came back could not be counted in; count the shelf and adjust')
  })
