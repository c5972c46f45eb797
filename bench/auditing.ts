import { usageOf } from './process-tree.ts'
import type { BenchShop } from './shop-process.ts'
import { Shopper } from './shopper.ts'
import type { Goods } from './steps.ts'

export interface Audited {
  readonly examined: number
  readonly breaches: number
  readonly seconds: number
  /** Of the shop, its database with it. */
  readonly cpuSeconds: number
}

interface Page { readonly examined: number; readonly breaches: readonly unknown[]; readonly nextCursor: string | null }

/** What the command `octavo audit` does: page after page of the operator's audit, everything or what was begun since then. */
export async function audited(shop: BenchShop, since?: Date): Promise<Audited> {
  const shopper = new Shopper(shop.url)
  const [began, before] = [performance.now(), usageOf(shop.pid)]
  let [examined, breaches] = [0, 0]
  for (let cursor: string | null = ''; cursor !== null;) {
    const query = new URLSearchParams({ ...(cursor && { cursor }), ...(since && { since: since.toISOString() }) })
    const page: Page = await shopper.want<Page>(200, 'GET', `/api/operator/audit?${query.toString()}`, undefined, { authorization: `Bearer ${shop.operatorToken}` })
    examined += page.examined
    breaches += page.breaches.length
    cursor = page.nextCursor
  }
  const after = usageOf(shop.pid)
  shopper.close()
  return { examined, breaches, seconds: (performance.now() - began) / 1000, cpuSeconds: (after.serverCpuMs + after.postgresCpuMs - before.serverCpuMs - before.postgresCpuMs) / 1000 }
}

/** So many purchases, by as many buyers as there are connections. */
export async function placeOrders(shop: BenchShop, goods: readonly Goods[], { orders, connections }: { orders: number; connections: number }): Promise<void> {
  let left = orders
  await Promise.all(Array.from({ length: connections }, async () => {
    const shopper = new Shopper(shop.url)
    while (left > 0) { left -= 1; await shopper.buy((goods[left % goods.length] as Goods).offerId) }
    shopper.close()
  }))
}
