import { setTimeout as pause } from 'node:timers/promises'
import { quantiles } from './quantiles.ts'
import type { BenchShop } from './shop-process.ts'
import { Shopper, type Ended, type Prepared, type Reply } from './shopper.ts'
import type { Goods } from './steps.ts'

export interface Sale {
  readonly buyers: number
  /** What each was told first: 202, 409 or 503 with Retry-After. */
  readonly firstAnswers: Readonly<Record<string, number>>
  readonly firstAnswerMs: readonly number[]
  /** Until the last of them had an order or knew that there is none. */
  readonly everyoneMs: number
  readonly orders: number
  readonly reserved: number
  /** What a product's page took meanwhile, p50 and p95. */
  readonly pageMs: readonly number[]
}

/** Who fills baskets at once before the sale begins. */
const preparing = 16

/** So many copies and many more buyers, each with a basket in hand, all of them at the same moment. Who is told to come back comes back when told. */
export async function sale(shop: BenchShop, { offerId, productId }: Goods, { copies, buyers }: { copies: number; buyers: number }): Promise<Sale> {
  const operator = new Shopper(shop.url)
  const headers = { authorization: `Bearer ${shop.operatorToken}` }
  const level = () => operator.want<{ available: number; reserved: number }>(200, 'GET', `/api/operator/stock/${offerId}`, undefined, headers)
  const before = await level()
  await operator.want(200, 'POST', `/api/operator/stock/${offerId}`, { change: buyers, reason: 'so that everybody can fill a basket' }, headers)
  const waiting: { shopper: Shopper; prepared: Prepared }[] = []
  let left = buyers
  await Promise.all(Array.from({ length: preparing }, async () => {
    while (left > 0) {
      left -= 1
      const shopper = new Shopper(shop.url)
      waiting.push({ shopper, prepared: await shopper.prepare(offerId) })
    }
  }))
  await operator.want(200, 'POST', `/api/operator/stock/${offerId}`, { change: copies - before.available - buyers, reason: 'the sale begins' }, headers)

  const firstMs: number[] = []
  const firstAnswers: Record<string, number> = {}
  const pages: number[] = []
  let [orders, open] = [0, true]
  const reader = (async () => {
    const shopper = new Shopper(shop.url)
    for (; open; await pause(20)) {
      const from = performance.now()
      await shopper.want(200, 'GET', `/api/products/${productId}`)
      pages.push(performance.now() - from)
    }
    shopper.close()
  })()
  const began = performance.now()
  await Promise.all(waiting.map(async ({ shopper, prepared }) => {
    const first = await shopper.order(prepared)
    firstMs.push(performance.now() - began)
    firstAnswers[first.status] = (firstAnswers[first.status] ?? 0) + 1
    if (await ends(shopper, prepared, first)) orders += 1
    shopper.close()
  }))
  const everyoneMs = performance.now() - began
  open = false
  await reader
  const { reserved } = await level()
  operator.close()
  return { buyers: waiting.length, firstAnswers, firstAnswerMs: quantiles(firstMs, [0.5, 0.99]), everyoneMs, orders, reserved: reserved - before.reserved, pageMs: quantiles(pages, [0.5, 0.95]) }
}

/** Whether it ended with an order. Everything that is neither an order, nor sold out, nor "come back" is a fault. */
async function ends(shopper: Shopper, prepared: Prepared, first: Reply): Promise<boolean> {
  let reply = first
  for (; reply.status === 503; reply = await shopper.order(prepared)) {
    const seconds = Number(reply.headers['retry-after'])
    if (!(seconds > 0)) throw new Error(`503 without Retry-After: ${reply.text.slice(0, 200)}`)
    await pause(seconds * 1000)
  }
  const said = JSON.parse(reply.text) as { id: string; code?: string }
  if (reply.status === 409 && said.code === 'OUT_OF_STOCK') return false
  if (reply.status !== 202) throw new Error(`a buyer was told ${reply.status} ${reply.text.slice(0, 200)}`)
  const ended: Ended = await shopper.watch(said.id)
  if (ended.status !== 'completed' && ended.failure?.code !== 'OUT_OF_STOCK') throw new Error(`a checkout ended ${JSON.stringify(ended)}`)
  return ended.status === 'completed'
}
