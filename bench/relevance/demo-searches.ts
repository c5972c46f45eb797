import { setTimeout as pause } from 'node:timers/promises'
import { Shopper } from '../shopper.ts'
import { judgedDemo } from './demo-judgments.ts'
import { ndcg } from './measures.ts'

const depth = 10
const gain = (grade: number): number => [0, 0.1, 0.5, 1][grade] ?? 0

/** A demo shop that answers, and its operator. */
export interface DemoShop { readonly url: string; readonly operatorToken: string }

/** How well the demo's judged searches are answered, as nDCG@10 by query, when every product can be found and its likeness is known. */
export async function askDemo(shop: DemoShop): Promise<ReadonlyMap<string, number>> {
  const shopper = new Shopper(shop.url)
  try {
    await likenessKnown(shopper, shop.operatorToken)
    const found = new Map<string, number>()
    for (const { query, wanted } of judgedDemo) {
      const { items } = await shopper.want<{ items: { handle: string }[] }>(200, 'GET', `/api/search?q=${encodeURIComponent(query)}&limit=${depth}`)
      found.set(query, ndcg(items.map(({ handle }) => handle), new Map(Object.entries(wanted)), gain, depth))
    }
    return found
  } finally {
    shopper.close()
  }
}

/** Until a fitted model has a vector of every product. */
export async function likenessKnown(shopper: Shopper, operatorToken: string): Promise<void> {
  for (;;) {
    const { products, indexed, likeness } = await shopper.want<{ products: number; indexed: number; likeness: { products: number; pending: number } }>(200, 'GET', '/api/operator/search/index', undefined, { authorization: `Bearer ${operatorToken}` })
    if (products > 0 && indexed === products && likeness.products === products && likeness.pending === 0) return
    await pause(500)
  }
}
