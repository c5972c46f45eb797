import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import type { Checkout, Order } from '@octavo/orders/contract'
import type { Invoice, Payment } from '@octavo/payments/contract'
import type { Shipment } from '@octavo/shipping/contract'
import { Visitor, type Reply, type Stage } from '../../visitor.ts'
import { putGoods } from '../goods.ts'

interface List<Item> { readonly items: readonly Item[] }

export interface Load {
  /** What buyers were told that must stay true. */
  readonly told: Map<string, { readonly visitor: Visitor; readonly status: 'completed' | 'failed'; readonly orderId: string | undefined }>
  /** Lets everybody come to the end of what they do. */
  stop(): Promise<void>
  readonly counts: Record<'checkouts' | 'completed' | 'failed' | 'refused', number>
}

const cards = ['pm_card_visa', 'pm_card_visa', 'pm_card_visa', 'pm_card_chargeDeclined', 'pm_card_threeDSecure2Required', 'pm_card_createDispute'] as const

/**
 * Buyers who buy, cancel, and have their orders dispatched and refunded, whatever happens to the shop; each asks until there is an
 * answer. What the nth of them does is the same for the same seed.
 */
export async function openLoad(stage: Stage, { buyers, seed }: { readonly buyers: number; readonly seed: number }): Promise<Load> {
  const passes = fc.sample(fc.integer({ min: 0, max: 9 }), { seed, numRuns: 1000 }).map((drawn) => drawn < 7)
  const [goods = ''] = await putGoods(stage, { copies: 1_000_000 })
  const [scarce = ''] = await putGoods(stage, { copies: 60 })
  await new Visitor(stage).operator('POST', `/stock/${scarce}`, { change: 5, reason: 'found some' })
  const told: Load['told'] = new Map()
  const counts = { checkouts: 0, completed: 0, failed: 0, refused: 0 }
  let open = true

  async function buy(nth: number): Promise<void> {
    const visitor = new Visitor(stage)
    // One in four has an account, made with a basket in hand.
    const { id } = await answered(() => visitor.call<{ id: string }>('POST', '/api/carts', {}), 201)
    await answered(() => visitor.call('POST', `/api/carts/${id}/lines`, { offerId: nth % 3 === 0 ? scarce : goods, quantity: 1 }), 200, 409)
    const withAccount = nth % 4 === 0
    if (withAccount) await answered(() => visitor.call('POST', '/api/auth/sign-up/email', { email: `${randomUUID()}@reader.example`, password: 'a long enough password', name: 'Reader' }), 200, 422)
    const { quote } = await visitor.fillBasket({ offerId: goods }, { offerId: nth % 3 === 0 ? scarce : goods })
    const key = randomUUID()
    const invoiced = nth % 8 === 4 ? await openInvoices(visitor) : undefined
    const card = invoiced === undefined ? cards[nth % cards.length] ?? 'pm_card_visa' : 'invoice'
    const accepted = await until(() => visitor.checkOut({ quote, key, paymentMethod: card, saveCard: withAccount && invoiced === undefined }))
    counts.checkouts += 1
    if (accepted.status !== 202) { counts.refused += 1; return }
    const end = await ended(visitor, accepted.body.id, passes[nth % passes.length] ? 'pass' : 'fail')
    if (end.status !== 'completed' && end.status !== 'failed') return
    counts[end.status] += 1
    told.set(end.id, { visitor, status: end.status, orderId: end.orderId })
    if (end.orderId) await after(visitor, end.orderId, { nth, invoiced, disputed: card === 'pm_card_createDispute' })
  }

  async function ended(visitor: Visitor, id: string, outcome: 'pass' | 'fail'): Promise<Checkout> {
    for (const giveUp = Date.now() + 120_000; ;) {
      const { body } = await until(() => visitor.call<Checkout>('GET', `/api/checkouts/${id}`))
      if (body.status === 'completed' || body.status === 'failed' || Date.now() > giveUp) return body
      if (body.status === 'requires_action' && body.nextAction) await fetch(body.nextAction.url, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ outcome }) }).catch(() => {})
      await pause(150)
    }
  }

  async function after(visitor: Visitor, orderId: string, { nth, invoiced, disputed }: { readonly nth: number; readonly invoiced: string | undefined; readonly disputed: boolean }): Promise<void> {
    if (nth % 2 === 0 && (invoiced === undefined || nth % 16 === 4)) { await until(() => visitor.call('POST', `/api/orders/${orderId}/cancel`, {})); return }
    const parcel = await there(async () => (await operator<List<Shipment>>(visitor, 'GET', `/shipments?orderId=${orderId}`)).body.items?.[0])
    const payment = await there(async () => (await operator<List<Payment>>(visitor, 'GET', `/payments?orderId=${orderId}`)).body.items?.[0])
    if (!parcel || !payment) return
    if (nth % 6 === 5) await takeOff(visitor, orderId, nth % 12 === 5)
    // A parcel with the carrier's label leaves and arrives by itself; one in a few is paid by hand before it leaves.
    if (nth % 7 === 3) await operator(visitor, 'POST', `/payments/${payment.id}/capture`, {})
    if (nth % 5 === 1) await operator(visitor, 'POST', `/shipments/${parcel.id}/label`, {})
    else {
      await operator(visitor, 'POST', `/shipments/${parcel.id}/dispatch`, {})
      await operator(visitor, 'POST', `/shipments/${parcel.id}/delivered`, {})
    }
    // What a dispute took back is given back by nobody else.
    if (disputed) return
    if (nth % 4 === 1) await comesBack(visitor, orderId)
    else await there(async () => (await operator(visitor, 'POST', `/payments/${payment.id}/refunds`, { amount: { amountMinor: 100, currency: 'GBP' } }, `refund-${randomUUID()}`)).status === 200 || undefined)
    if (invoiced !== undefined) await settle(visitor, invoiced)
    const adjusted = await operator(visitor, 'POST', `/stock/${goods}`, { change: 1, reason: 'found one' }, `found-${orderId}`)
    if (adjusted.status !== 200) throw new Error(`stock is adjusted with ${adjusted.status}`)
  }

  /** A copy comes back; while its money has not been taken that is refused, and asked for anew. */
  async function comesBack(visitor: Visitor, orderId: string): Promise<void> {
    const order = await there(async () => (await operator<Order>(visitor, 'GET', `/orders/${orderId}`)).body)
    await there(async () => {
      await operator(visitor, 'POST', `/orders/${orderId}/refunds`, { lines: [{ lineId: order?.lines[0]?.id, quantity: 1, restock: true }] }, `back-${randomUUID()}`)
      return (await operator<Order>(visitor, 'GET', `/orders/${orderId}`)).body.refunds.some(({ status }) => status !== 'refused') || undefined
    })
  }

  /** Of two copies one is not to be sent after all. */
  async function takeOff(visitor: Visitor, orderId: string, restock: boolean): Promise<void> {
    const order = await there(async () => (await operator<Order>(visitor, 'GET', `/orders/${orderId}`)).body)
    await operator(visitor, 'POST', `/orders/${orderId}/refunds`, { lines: [{ lineId: order?.lines.at(-1)?.id, quantity: 1, restock }] })
  }

  /** Lets the buyer's account pay by invoice; gives its id. */
  async function openInvoices(visitor: Visitor): Promise<string> {
    const { id } = await answered(() => visitor.call<{ id: string }>('GET', '/api/account'), 200)
    await operator(visitor, 'PUT', `/accounts/${id}/invoice-terms`, { allowed: true, limit: { amountMinor: 100_000, currency: 'GBP' }, days: 30 })
    return id
  }

  async function settle(visitor: Visitor, accountId: string): Promise<void> {
    const invoice = await there(async () => (await operator<List<Invoice>>(visitor, 'GET', `/invoices?accountId=${accountId}&open=true`)).body.items?.[0])
    if (invoice) await operator(visitor, 'POST', `/invoices/${invoice.id}/payments`, { amount: invoice.open, receivedOn: '2026-12-20' })
  }

  const operator = <Body>(visitor: Visitor, method: string, path: string, body?: unknown, key = `${method}-${path.replaceAll(/\W/g, '-')}`) =>
    until(() => visitor.call<Body>(method, `/api/operator${path}`, body, { authorization: `Bearer ${stage.operatorToken}`, 'idempotency-key': key }))

  let begun = 0
  const all = Array.from({ length: buyers }, async () => {
    while (open) await buy(begun++).catch(() => pause(200))
  })
  return { told, counts, async stop() { open = false; await Promise.all(all) } }
}

/** What comes by events comes when it does, and may not come at all while a process is away. */
async function there<Found>(look: () => Promise<Found | undefined>): Promise<Found | undefined> {
  for (let tries = 0; tries < 40; tries++) {
    const found = await look()
    if (found !== undefined) return found
    await pause(250)
  }
  return undefined
}

/** Asks again while there is no answer, or one that says "not now". */
export async function until<Body>(ask: () => Promise<Reply<Body>>): Promise<Reply<Body>> {
  for (let tries = 0; ; tries++) {
    const reply = await ask().catch(() => undefined)
    if (reply && reply.status < 500 && reply.status !== 429) return reply
    if (tries > 400) throw new Error(`no answer: ${reply?.status ?? 'the connection breaks'}`)
    await pause(Math.min(50 * (tries + 1), 500))
  }
}

async function answered<Body>(ask: () => Promise<Reply<Body>>, ...statuses: readonly number[]): Promise<Body> {
  const { status, body } = await until(ask)
  if (!statuses.includes(status)) throw new Error(`${status}`)
  return body
}
