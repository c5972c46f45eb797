import { setTimeout as pause } from 'node:timers/promises'
import { quantiles } from './quantiles.ts'
import type { BenchShop } from './shop-process.ts'
import { Shopper } from './shopper.ts'
import type { Goods } from './steps.ts'

export interface AtRate {
  readonly perSecond: number
  readonly acceptedMs: readonly number[]
  readonly placedMs: readonly number[]
}

/** As many who may be buying at the same moment: beyond that the shop is too slow for the rate, and what comes is left out. */
const mostAtOnce = 200

/** Purchases begun at a rate, however long each takes: p50 and p99 until accepted and until placed. The baskets are filled before the clock of each runs. */
export async function checkoutsAtRate(shop: BenchShop, goods: readonly Goods[], { perSecond, seconds }: { perSecond: number; seconds: number }): Promise<AtRate> {
  const idle = Array.from({ length: mostAtOnce }, () => new Shopper(shop.url))
  const shoppers = [...idle]
  const running: Promise<void>[] = []
  const [accepted, placed]: [number[], number[]] = [[], []]
  const began = performance.now()
  for (let nth = 0; performance.now() - began < seconds * 1000;) {
    for (; nth < ((performance.now() - began) / 1000) * perSecond; nth++) {
      const shopper = idle.pop()
      if (shopper) running.push(one(shopper, goods[nth % goods.length] as Goods))
    }
    await pause(1)
  }
  const lasted = (performance.now() - began) / 1000
  await Promise.all(running)
  for (const shopper of shoppers) shopper.close()
  return { perSecond: running.length / lasted, acceptedMs: quantiles(accepted, [0.5, 0.99]), placedMs: quantiles(placed, [0.5, 0.99]) }

  async function one(shopper: Shopper, { offerId }: Goods): Promise<void> {
    const { acceptedMs, placedMs } = await shopper.buyPrepared(await shopper.prepare(offerId))
    accepted.push(acceptedMs)
    placed.push(placedMs)
    idle.push(shopper)
  }
}
