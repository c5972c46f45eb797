import type { PageLocals } from '@octavo/gateway/pages'
import type { Order } from '@octavo/orders/contract'
import { field } from '../page/form.ts'
import { refusable, type Refusal } from '../page/refusal.ts'

export interface Opened {
  readonly order: Order
  /** Whether it is the caller's own, or was opened by the link in its mail. */
  readonly own: boolean
}

/** @throws NOT_FOUND for whoever neither owns it nor has its link's key */
export async function openOrder({ clients: { orders } }: PageLocals, orderId: string, key: string | undefined): Promise<Opened> {
  const { done } = { done: undefined, ...(await refusable(orders.getOrder({ orderId }))) }
  if (done) return { order: done, own: true }
  return { order: await orders.getOrder({ orderId, ...(key && { key }) }), own: false }
}

/** Where paying after all leads: to the bank, or back to the order's page with what came of it. */
export async function payOrder({ clients: { orders } }: PageLocals, orderId: string, key: string | undefined): Promise<{ readonly url: string } | { readonly said: string }> {
  const { done, refused } = { done: undefined, refused: undefined, ...(await refusable(orders.payOrder({ orderId, ...(key && { key }) }))) }
  if (done?.url !== undefined) return { url: done.url }
  if (done?.status === 'paid') return { said: 'PAID' }
  return { said: done?.code ?? refused ?? 'OTHER' }
}

/** What the forms of an order's page ask for. */
export async function changeOrder({ clients: { orders } }: PageLocals, orderId: string, key: string | undefined, form: FormData): Promise<'CANCELLED' | 'CLAIMED' | Refusal> {
  const claiming = field(form, 'do') === 'claim'
  const { refused } = await refusable<unknown>(claiming ? orders.claimOrder({ orderId, key: key ?? '' }) : orders.cancelOrder({ orderId, reason: 'by the shopper' }))
  return refused ?? (claiming ? 'CLAIMED' : 'CANCELLED')
}
