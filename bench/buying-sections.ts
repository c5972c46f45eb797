import { setTimeout as pause } from 'node:timers/promises'
import { audited, placeOrders } from './auditing.ts'
import { checkoutsAtRate } from './checkouts.ts'
import type { Figures, Step } from './load.ts'
import { killAndRecover } from './recovery.ts'
import { figuresHead, figuresRow, table, writeSection } from './results.ts'
import { sale } from './sale.ts'
import type { BenchShop } from './shop-process.ts'
import { steps, type Goods } from './steps.ts'

export interface BuyingOptions {
  /** Gives the work a shop with so many products, and stops it. */
  readonly withShop: (products: number, how: { edgeCache: boolean; separate?: boolean }, work: (shop: BenchShop, goods: Goods[]) => Promise<void>) => Promise<void>
  readonly measure: (shop: BenchShop, scenario: string, step: Step) => Promise<Figures>
  readonly command: string
  readonly products: number
  readonly orders: number
  readonly buyers: number
  readonly connections: number
  readonly seconds: number
  readonly rounds: number
}

/** How many copies a sale has. */
const copies = 100

/** What is measured of checkouts, each by the name of its section. */
export function buyingSections({ withShop, measure, command, products, orders, buyers, connections, seconds, rounds }: BuyingOptions): Readonly<Record<'checkout' | 'sale' | 'recovery' | 'auditing', () => Promise<void>>> {
  return { checkout, sale: sales, recovery, auditing }

  /** A whole checkout with every service in one process and each in its own: its cost and rate, and how long shoppers wait at half of that rate. */
  async function checkout(): Promise<void> {
    const costs: string[][] = []
    const waits: string[][] = []
    for (const form of ['one process', 'a process a service'] as const) {
      await withShop(products, { edgeCache: true, separate: form !== 'one process' }, async (shop, goods) => {
        const flatOut = await measure(shop, `whole checkout, ${form}`, steps(goods).checkout)
        costs.push(figuresRow(flatOut, form === 'one process' ? '≤ 8, ≥ 150/s' : ''))
        const { perSecond, acceptedMs, placedMs } = await checkoutsAtRate(shop, goods, { perSecond: flatOut.requestsPerSecond / 2, seconds })
        waits.push([form, ...[perSecond, ...acceptedMs, ...placedMs].map((figure) => figure.toFixed(0))])
      })
    }
    await writeSection('checkout', 'A whole checkout', command, `From an empty basket to a placed order, ${connections} shoppers flat out:\n\n${table(figuresHead, costs)}\n\nAt half of that rate, from the click on (target p99: accepted ≤ 50 ms, placed ≤ 1,000 ms):\n\n${table(['', 'checkouts/s', 'accepted, p50 ms', 'p99 ms', 'placed, p50 ms', 'p99 ms'], waits)}`)
  }

  /** A hundred copies, and ever more who want one at the same moment. */
  async function sales(): Promise<void> {
    const rows: string[][] = []
    await withShop(products, { edgeCache: true }, async (shop, goods) => {
      for (const [nth, many] of [...new Set([100, 1_000, buyers])].entries()) {
        const one = await sale(shop, goods[nth] as Goods, { copies, buyers: many })
        const told = Object.entries(one.firstAnswers).map(([status, times]) => `${status} × ${times}`).join(', ')
        rows.push([String(one.buyers), told, ...one.firstAnswerMs.map((ms) => ms.toFixed(0)), (one.everyoneMs / 1000).toFixed(1), String(one.orders), one.orders === one.reserved && one.orders === Math.min(copies, one.buyers) ? 'yes' : 'NO', ...one.pageMs.map((ms) => ms.toFixed(0))])
        console.log(`  ${rows.at(-1)?.join(' | ')}`)
      }
    })
    await writeSection('sale', 'A sale of a hundred copies', command, `Everybody has a basket and its quote in hand and orders at the same moment; who is told to come back does (targets: first answer p99 ≤ 5,000 ms, everyone ≤ 60 s, a product meanwhile p95 ≤ 100 ms). The buyers are played on the same machine.\n\n${table(['buyers', 'first answers', 'first answer, p50 ms', 'p99 ms', 's until everyone knew', 'orders', 'exact', 'a product meanwhile, p50 ms', 'p95 ms'], rows)}`)
  }

  /** The process of the services killed while many buy, and started again. */
  async function recovery(): Promise<void> {
    const rows: string[][] = []
    await withShop(products, { edgeCache: true }, async (first, goods) => {
      let shop = first
      try {
        for (let round = 0; round < rounds; round++) {
          const killed = await killAndRecover(shop, goods, { buyers: connections * 4, seconds })
          shop = killed.shop
          const { interrupted, untilReadyMs, untilAllEndedMs } = killed.recovery
          rows.push([String(interrupted), ...[untilReadyMs, untilAllEndedMs].map((ms) => (ms / 1000).toFixed(1)), String((await audited(shop)).breaches)])
          console.log(`  ${rows.at(-1)?.join(' | ')}`)
        }
      } finally {
        await shop.stop()
      }
    })
    await writeSection('recovery', 'After kill -9', command, `The process of all services ended by SIGKILL while ${connections * 4} buy flat out, the embedded database with it, and the shop started again:\n\n${table(['checkouts interrupted', 's until it answers again', 's until every one of them has ended', 'breaches found by an audit of everything'], rows)}`)
  }

  /** Orders placed as shoppers do, then audited: all of them, and what was begun since a moment ago. */
  async function auditing(): Promise<void> {
    const rows: string[][] = []
    await withShop(products, { edgeCache: true }, async (shop, goods) => {
      const place = async (many: number) => { await placeOrders(shop, goods, { orders: many, connections }); await pause(5_000) }
      await place(orders)
      const since = new Date()
      await place(1_000)
      for (const [what, from] of [[`${orders} orders and 1000 more, everything`, undefined], ['the 1000 since', since]] as const) {
        const { examined, breaches, seconds: took, cpuSeconds } = await audited(shop, from)
        rows.push([what, String(examined), took.toFixed(1), cpuSeconds.toFixed(1), String(breaches)])
      }
    })
    await writeSection('auditing', 'An audit', command, table(['', 'records looked at', 's', 'CPU s, shop and database', 'breaches'], rows))
  }
}
