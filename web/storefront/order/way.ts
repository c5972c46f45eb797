import type { Order } from '@octavo/orders/contract'
import type { View } from '../page/view.ts'

export type SubOrder = Order['subOrders'][number]
export interface Step { readonly name: string; readonly note?: string | undefined; readonly state: 'done' | 'now' | 'next' }

/** How far one seller's part has come: what is done, where it is now, what is still to come. */
export function wayOf(order: Pick<Order, 'promised' | 'promisedBy' | 'onAccount' | 'total'>, { status, lines, shipments }: SubOrder, { t, price, day }: View): Step[] {
  const { step, stepNote } = t.order
  const digital = lines.every((line) => line.digital)
  const onAccount = status === 'placed' ? stepNote.onAccount : stepNote.invoiced
  const agreedNote = order.onAccount ? onAccount : order.promised ? () => stepNote.promised : digital ? stepNote.agreedDigital : stepNote.agreed
  const agreed: Step = { name: step.agreed, state: 'done', note: agreedNote(price(order.total)) }
  if (status === 'cancelled') return [agreed, { name: step.cancelled, note: order.onAccount ? stepNote.freed : stepNote.cancelled, state: 'now' }]
  if (digital) return [agreed, { name: step.ready, note: stepNote.ready, state: 'done' }]

  const left = shipments.find(({ dispatchedAt, trackingNumber }) => dispatchedAt !== null && trackingNumber !== null)
  const told = stepNote.tracked[left?.tracking.at(-1)?.state ?? '']
  const post = [left?.carrier && left.trackingNumber ? stepNote.post(left.carrier, left.trackingNumber) : stepNote.posted, told].filter(Boolean).join(' ')
  const yours = order.promisedBy ? stepNote.by(day(order.promisedBy)) : undefined
  const place = status === 'placed' ? 1 : status === 'dispatched' ? 2 : 4
  return [
    agreed,
    { name: step.packed, ...(place === 1 && { note: stepNote.packed }) },
    { name: step.post, ...(place >= 2 && { note: post }) },
    { name: step.yours, ...(place < 3 && { note: yours }) },
  ].map((each, at) => ({ ...each, state: at < place ? 'done' : at === place ? 'now' : 'next' }))
}
