import { setTimeout as pause } from 'node:timers/promises'
import { largestOf } from './process-tree.ts'
import { startBenchShop, type BenchShop } from './shop-process.ts'
import { Shopper } from './shopper.ts'
import type { Goods } from './steps.ts'

export interface Recovery {
  /** Checkouts that were open when the shop answered again. */
  readonly interrupted: number
  readonly untilReadyMs: number
  /** From the moment it was started again. */
  readonly untilAllEndedMs: number
}

const openStatuses = ['running', 'waiting', 'undoing', 'stuck'] as const
/** Longer than any lease, back-off or deadline that a checkout waits for here. */
const giveUpMs = 300_000

/** Ends the process of the services by SIGKILL while so many buy, starts the shop again on what it left behind, and waits until no checkout is open. Gives the new shop too. */
export async function killAndRecover(shop: BenchShop, goods: readonly Goods[], { buyers, seconds }: { buyers: number; seconds: number }): Promise<{ shop: BenchShop; recovery: Recovery }> {
  let open = true
  const buying = Promise.all(Array.from({ length: buyers }, async (_, which) => {
    const shopper = new Shopper(shop.url)
    // The last purchase of each breaks off with the shop.
    for (let nth = which * 7; open; nth++) await shopper.buy((goods[nth % goods.length] as Goods).offerId).catch((error: unknown) => { if (open) throw error })
    shopper.close()
  }))
  await Promise.race([buying, pause(seconds * 1000)])
  open = false
  process.kill(largestOf(shop.pid), 'SIGKILL')
  await shop.stop()
  await buying

  const began = performance.now()
  const again = await startBenchShop({ home: shop.home, port: shop.port, edgeCache: true })
  const untilReadyMs = performance.now() - began
  const shopper = new Shopper(again.url)
  const interrupted = await openCheckouts(shopper, again)
  for (let left = interrupted; left > 0; left = await openCheckouts(shopper, again)) {
    if (performance.now() - began > giveUpMs) throw new Error(`${left} checkouts never end`)
    await pause(50)
  }
  shopper.close()
  return { shop: again, recovery: { interrupted, untilReadyMs, untilAllEndedMs: performance.now() - began } }
}

async function openCheckouts(shopper: Shopper, { operatorToken }: BenchShop): Promise<number> {
  let open = 0
  for (const status of openStatuses) {
    const { items } = await shopper.want<{ items: unknown[] }>(200, 'GET', `/api/operator/sagas?status=${status}&limit=100`, undefined, { authorization: `Bearer ${operatorToken}` })
    open += items.length
  }
  return open
}
