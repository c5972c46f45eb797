import type { Reaction } from '@octavo/events'
import { reaction } from '@octavo/events'
import { orderRefundAgreed } from '@octavo/orders/events'
import { lockPending, writeLines } from '../store/shipments.ts'

/** What was taken off an order is packed into no parcel; a parcel with nothing left in it is not sent. */
export const onOrderRefundAgreed = (): Reaction => reaction(orderRefundAgreed, async ({ data: { orderId, takenOff } }, tx) => {
  if (takenOff.length === 0) return
  const off = new Map(takenOff.map(({ lineId, quantity }) => [lineId, quantity]))
  for (const { id, lines } of await lockPending(tx, orderId)) {
    const rest = lines.flatMap((line) => {
      const less = Math.min(line.quantity, off.get(line.lineId) ?? 0)
      off.set(line.lineId, (off.get(line.lineId) ?? 0) - less)
      return line.quantity === less ? [] : [{ ...line, quantity: line.quantity - less }]
    })
    await writeLines(tx, id, rest)
  }
})
