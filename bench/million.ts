import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writeCatalogue } from './catalogue.ts'
import { importFile } from './importing.ts'
import type { Figures, Step } from './load.ts'
import { likenessKnown } from './relevance/demo-searches.ts'
import { figuresHead, figuresRow, table } from './results.ts'
import type { BenchShop } from './shop-process.ts'
import { Shopper } from './shopper.ts'
import { goodsOf, steps } from './steps.ts'

export interface Filling {
  readonly shop: BenchShop
  /** For the files that are imported. */
  readonly folder: string
  /** How many products the shop has after each. */
  readonly stages: readonly number[]
  readonly measure: (scenario: string, step: Step) => Promise<Figures>
}

/** Fills a shop a stage at a time and takes the same figures at each: what grows with the table is seen. Gives three tables. */
export async function fillInStages({ shop, folder, stages, measure }: Filling): Promise<{ imports: string; reads: string; growth: string }> {
  const imports: string[][] = []
  const reads: string[][] = []
  const costs = new Map<string, number[]>()
  const operator = new Shopper(shop.url)
  const bring = async (what: string, file: string, expected: number): Promise<void> => {
    const one = await importFile(shop, file)
    if (one.read !== expected || one.rejected > 0) throw new Error(`of ${expected} products ${one.read} were read and ${one.rejected} rejected`)
    const from = performance.now()
    await likenessKnown(operator, shop.operatorToken)
    const likenessSeconds = (performance.now() - from) / 1000
    imports.push([what, String(one.read), (one.read / one.seconds).toFixed(0), (one.read / one.caughtUpSeconds).toFixed(0), likenessSeconds.toFixed(0), String(one.commandPeakMb), String(one.serverBeforeMb), String(one.serverPeakMb), gigabytes(await bytesIn(join(shop.home, 'postgres', 'data', 'base')))])
    console.log(`  ${imports.at(-1)?.join(' | ')}`)
  }
  let before = 0
  for (const products of stages) {
    const file = join(folder, `up-to-${products}.csv`)
    await writeCatalogue(file, products, before + 1)
    await bring(`up to ${products}`, file, products - before)
    before = products
    const goods = await goodsOf(shop.url, shop.operatorToken)
    const { listing, paging, product } = steps(goods)
    const scenarios: readonly [string, Step][] = [
      ['listing', listing], ['paging', paging], ['product', product],
      ['dearest of an author', async (shopper) => { await shopper.want(200, 'GET', '/api/products?contributor=mary-somerville&sort=-price&limit=24') }],
    ]
    for (const [name, step] of scenarios) {
      const figures = await measure(`${name}, ${products} products`, step)
      reads.push(figuresRow(figures, ''))
      costs.set(name, [...costs.get(name) ?? [], figures.serverCpuMs + figures.postgresCpuMs])
    }
  }
  const [first] = stages as [number]
  await bring(`the first ${first} again, nothing changed`, join(folder, `up-to-${first}.csv`), first)
  operator.close()
  return {
    imports: table(['', 'products', 'products/s until the command ends', 'products/s until the last consumer has caught up', 's more until search knows what each is about', 'peak MB, the command', 'MB before, the process of the services', 'peak MB, that process', 'GB of the database afterwards'], imports),
    reads: table(figuresHead, reads),
    growth: table(['CPU ms in all', ...stages.map((products) => `${products} products`), 'the last, times the first'], [...costs].map(([name, each]) => [name, ...each.map((cost) => cost.toFixed(2)), ((each.at(-1) ?? NaN) / (each[0] ?? NaN)).toFixed(2)])),
  }
}

const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(2)

async function bytesIn(folder: string): Promise<number> {
  const sizes = await Promise.all((await readdir(folder, { withFileTypes: true, recursive: true })).filter((entry) => entry.isFile()).map((entry) => stat(join(entry.parentPath, entry.name)).then(({ size }) => size, () => 0)))
  return sizes.reduce((sum, size) => sum + size, 0)
}
