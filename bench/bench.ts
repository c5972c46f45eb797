import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { setTimeout as pause } from 'node:timers/promises'
import { loadBare } from './bare.ts'
import { buyingSections } from './buying-sections.ts'
import { writeCatalogue } from './catalogue.ts'
import { importFile } from './importing.ts'
import { indexAtSize } from './index-at-size.ts'
import { load, type Figures } from './load.ts'
import { quantilesMs, readMetrics } from './metrics.ts'
import { fillInStages } from './million.ts'
import { newcomer } from './newcomer.ts'
import { writeOnix } from './onix-catalogue.ts'
import { painted } from './painted.ts'
import { memoryMbOf } from './process-tree.ts'
import { likenessKnown } from './relevance/demo-searches.ts'
import { judgedSearches, knownItemSearches } from './relevance/relevance.ts'
import { figuresHead, figuresRow, table, writeSection } from './results.ts'
import { roundTrips } from './round-trip.ts'
import { searches, untilSearchable } from './searching.ts'
import { startBenchShop, type BenchShop } from './shop-process.ts'
import { Shopper } from './shopper.ts'
import { goodsOf, steps, type Goods } from './steps.ts'

const usage = `npm run bench -- [SECTION …] [options]

  SECTION              reads buying checkout hot sale recovery import searching pages idle newcomer; all of these when none is named;
                       million, which takes as long as filling a shop with --most products does;
                       auditing, which takes as long as placing --orders does;
                       indexing, which fills an index alone with --products and asks it; with --opensearch, an OpenSearch;
                       relevance, which asks judged queries of the data sets in --data;
                       roundtrip, which takes those data sets in, out, into an empty shop and out again
  --products 1000      of the shops that are measured; may be given again (1000 and 10000)
  --most 1000000       products that million ends at, a hundred thousand at least
  --opensearch URL     whose index is measured instead of the embedded one
  --data FOLDER        where esci/, goodbooks-10k/ and onix/ lie
  --orders 100000      that are audited
  --buyers 10000       in the largest sale
  --connections 8      how many shoppers at once
  --seconds 8          how long each step is measured
  --rounds 3           how often; the median by processor time is given
  --port 4990          of the shop that is measured

Writes bench/RESULTS.md, each section in its place.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    products: { type: 'string', multiple: true, default: ['1000', '10000'] }, connections: { type: 'string', default: '8' }, seconds: { type: 'string', default: '8' },
    rounds: { type: 'string', default: '3' }, most: { type: 'string', default: '1000000' }, orders: { type: 'string', default: '100000' }, buyers: { type: 'string', default: '10000' }, data: { type: 'string' }, opensearch: { type: 'string' }, port: { type: 'string', default: '4990' }, help: { type: 'boolean', default: false },
  },
})
/** What a browser asks a page with. */
const asBrowser = { accept: 'text/html', 'accept-encoding': 'br' }
const paintVisits = 5
/** Prices changed to see how soon they are found. */
const changes = 100
const [connections, seconds, rounds, port] = [values.connections, values.seconds, values.rounds, values.port].map(Number) as [number, number, number, number]
const command = ['npm run bench', ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : [])].join(' ')

const sections: Readonly<Record<string, () => Promise<void>>> = { reads, buying, ...buyingSections({ withShop, measure, command, products: Number(values.products[0]), orders: Number(values.orders), buyers: Number(values.buyers), connections, seconds, rounds }), hot, import: importing, searching, pages, idle, newcomer: fresh, million, indexing, relevance, roundtrip }
const wanted = positionals.length > 0 ? positionals : Object.keys(sections).filter((name) => !['million', 'auditing', 'indexing', 'relevance', 'roundtrip'].includes(name))
const unknown = wanted.filter((name) => !sections[name])
if (values.help || unknown.length > 0) {
  console.log(unknown.length > 0 ? `There is no section ${unknown.join(', ')}.\n\n${usage}` : usage)
  process.exit(unknown.length > 0 ? 1 : 0)
}
for (const name of wanted) {
  console.log(`${name} …`)
  await sections[name]?.()
}

/** Lists and products: read from the database, then from the edge cache beside a bare server that sends the same bytes. */
async function reads(): Promise<void> {
  const rows: string[][] = []
  const ratios: string[][] = []
  for (const products of values.products.map(Number)) {
    await withShop(products, { edgeCache: false }, async (shop, goods) => {
      for (const [name, target] of [['listing', '≤ 1'], ['paging', '≤ 1'], ['product', '≤ 0.8']] as const) rows.push(figuresRow(await measure(shop, `${name}, ${products} products`, steps(goods)[name]), target))
    })
    await withShop(products, { edgeCache: true }, async (shop, goods) => {
      const shopper = new Shopper(shop.url)
      for (const [name, path] of [['listing', '/api/products?limit=24'], ['product', `/api/products/${goods[0]?.productId}`]] as const) {
        const reply = await shopper.call('GET', path)
        const cached = await measure(shop, `${name}, ${products} products, edge cache`, async (one) => { await one.want(200, 'GET', path) })
        const bare = await median(() => loadBare({ scenario: `the same bytes from node:http`, body: reply.body, contentType: String(reply.headers['content-type']), connections, seconds }))
        rows.push(figuresRow(cached, '≤ 2 × the next'), figuresRow(bare, ''))
        ratios.push([`${name}, ${products} products`, (costOf(cached) / costOf(bare)).toFixed(2)])
      }
      shopper.close()
    })
  }
  await writeSection('reads', 'Lists and products', command, `${table(figuresHead, rows)}\n\nFrom the edge cache, times what the bare server burns (target ≤ 2):\n\n${table(['', 'times'], ratios)}`)
}

/** Adding to a basket, and whole purchases from an empty basket to a placed order; events on their way meanwhile. */
async function buying(): Promise<void> {
  const rows: string[][] = []
  const delivery: string[][] = []
  for (const products of values.products.map(Number)) {
    await withShop(products, { edgeCache: true }, async (shop, goods) => {
      rows.push(figuresRow(await measure(shop, `add to basket, ${products} products`, steps(goods).add), '≤ 1.5'))
      const before = await readMetrics(shop.home)
      rows.push(figuresRow(await measure(shop, `whole checkout, ${products} products`, steps(goods).checkout), '≤ 12, ≥ 100/s'))
      delivery.push([`flat out, ${products} products`, ...quantilesMs(before, await readMetrics(shop.home), 'octavo_events_delivery_seconds', [0.5, 0.95, 0.99]).map((ms) => ms.toFixed(0))])
      const quiet = await readMetrics(shop.home)
      await spaced(shop, goods, 20)
      delivery.push([`20 orders a second, ${products} products`, ...quantilesMs(quiet, await readMetrics(shop.home), 'octavo_events_delivery_seconds', [0.5, 0.95, 0.99]).map((ms) => ms.toFixed(0))])
    })
  }
  await writeSection('buying', 'Baskets, purchases, events', command, `${table(figuresHead, rows)}\n\nFrom the fact to its effect in another service, the oldest event of each batch, out of the shop's own histogram (target p99 ≤ 60 ms):\n\n${table(['', 'p50 ms', 'p95 ms', 'p99 ms'], delivery)}`)
}

/** One stock item that everybody wants, at inventory's contract. The program stands beside inventory's tests: nobody else starts a service. */
async function hot(): Promise<void> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, '../services/inventory/tests/hot-item-load.ts'), '--seconds', String(seconds)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit') as Promise<[number | null]>])
  if (code !== 0) throw new Error(`the measurement of a hot item ended with ${code}`)
  const rows = said.trim().split('\n').map((line) => JSON.parse(line) as { transport: string; what: string; perSecond: number; p50Ms: number; p99Ms: number; held: number; exact: boolean })
  await writeSection('hot', 'One hot item', command, table(['', 'by', 'holds/s', 'p50 ms', 'p99 ms', 'holds', 'reserved = what callers were told'], rows.map((row) => [row.what, row.transport, String(row.perSecond), String(row.p50Ms), String(row.p99Ms), String(row.held), row.exact ? 'yes' : 'NO'])))
}

/** Purchases begun at a rate, however long each takes. */
async function spaced(shop: BenchShop, goods: readonly Goods[], perSecond: number): Promise<void> {
  const idle = Array.from({ length: 40 }, () => new Shopper(shop.url))
  const shoppers = [...idle]
  const running: Promise<unknown>[] = []
  for (let nth = 0; nth < perSecond * seconds; nth++) {
    const shopper = idle.pop()
    if (shopper) running.push(steps(goods).checkout(shopper, nth).then(() => idle.push(shopper)))
    await pause(1000 / perSecond)
  }
  await Promise.all(running)
  await pause(500)
  for (const shopper of shoppers) shopper.close()
}

async function importing(): Promise<void> {
  const products = Math.max(...values.products.map(Number), 20_000)
  const rows: string[][] = []
  await withHome(async (home) => {
    const file = join(home, 'bench.csv')
    await writeCatalogue(file, products)
    const onix = join(home, 'bench.xml')
    await writeOnix(onix, products / 2)
    const shop = await startBenchShop({ home: join(home, 'shop'), port, edgeCache: true })
    const files = [['csv, first', 'csv', file, products, '≥ 4,000/s'], ['csv again, nothing changed', 'csv', file, products, 'given apart'], ['ONIX 3.0, two editions a product, by records', 'onix', onix, products / 2, '≥ 1,000/s']] as const
    try {
      for (const [what, format, path, expected, target] of files) {
        const one = await importFile(shop, path, format)
        if (one.read !== expected || one.rejected > 0) throw new Error(`of ${expected} records ${one.read} were read and ${one.rejected} rejected`)
        rows.push([what, String(one.read), one.seconds.toFixed(1), one.caughtUpSeconds.toFixed(1), (one.read / one.caughtUpSeconds).toFixed(0), target, String(one.created), String(one.unchanged), String(one.commandPeakMb), String(one.serverBeforeMb), String(one.serverPeakMb), String(one.shopPeakMb), (one.serverCpuMs / one.read).toFixed(2), (one.postgresCpuMs / one.read).toFixed(2)])
      }
    } finally {
      await shop.stop()
    }
  })
  await writeSection('import', 'Import', command, `Products of two variants, each with an offer and stock, by \`npm run octavo -- import csv\`.\n\n${table(['', 'read', 's until the command ends', 's until the last consumer has caught up', 'a second', 'target', 'created', 'unchanged', 'peak MB, the command', 'MB before, the process of the services', 'peak MB, that process (≤ 300)', 'peak MB, the whole shop with its database', 'CPU ms a record, server', 'CPU ms a record, Postgres'], rows)}\n\nTwo cores do 4,000 a second at 0.5 ms a record in all, when no more than half of it is one thread’s.`)
}

/** A shop filled to a million: the same figures at each tenfold of the table. */
async function million(): Promise<void> {
  const most = Number(values.most)
  if (!(most >= 100_000)) throw new Error('million begins at a hundredth of --most, of which search needs a thousand: give 100000 at least')
  await withHome(async (home) => {
    const shop = await startBenchShop({ home: join(home, 'shop'), port, edgeCache: false })
    try {
      const { imports, reads, growth } = await fillInStages({ shop, folder: home, stages: [most / 100, most / 10, most], measure: (scenario, step) => measure(shop, scenario, step) })
      await writeSection('million', 'A shop filled to a million', command, `Products of two variants, each with an offer and stock, imported by \`npm run octavo -- import csv\` in three files one after the other, then one of them again.\n\n${imports}\n\nWithout the edge cache, ${connections} connections; the first page, page after page, single products, the dearest books of one author:\n\n${reads}\n\nWhat grows with the table would show here:\n\n${growth}`)
    } finally {
      await shop.stop()
    }
  })
}

/** Searches with their facets, what is suggested, and how soon a change is found. */
async function searching(): Promise<void> {
  const rows: string[][] = []
  const soon: string[][] = []
  for (const products of values.products.map(Number)) {
    await withShop(products, { edgeCache: false }, async (shop, goods) => {
      const shopper = new Shopper(shop.url)
      await likenessKnown(shopper, shop.operatorToken)
      shopper.close()
      for (const [name, step] of Object.entries(searches)) rows.push(figuresRow(await measure(shop, `${name}, ${products} products`, step), name === 'suggest' ? '≤ 1.5' : '≤ 5'))
      const took = await untilSearchable(shop, goods, changes)
      soon.push([`${products} products`, ...[0.5, 0.95, 0.99].map((share) => (took[Math.floor(took.length * share)] as number).toFixed(0))])
    })
  }
  await writeSection('searching', 'Searches', command, `Each with all its facets, with likeness, without the edge cache, ${connections} connections:\n\n${table(figuresHead, rows)}\n\nFrom a new price until a search finds by it (target p99 ≤ 2,000 ms), ${changes} changes one after the other:\n\n${table(['', 'p50 ms', 'p95 ms', 'p99 ms'], soon)}`)
}

/** The index alone at sizes that a shop takes an hour to be filled to. */
async function indexing(): Promise<void> {
  const { opensearch } = values
  const said = await indexAtSize({ sizes: values.products.map(Number), seconds, openSearchUrl: opensearch })
  const [name, title] = opensearch === undefined ? ['indexing', 'The embedded index at size'] : ['indexing-opensearch', 'OpenSearch at size']
  await writeSection(name, title, command.replace(opensearch ?? ' ', opensearch === undefined ? ' ' : 'URL'), `The index alone, without the service, the catalogue and the gateway around it: products made as it is filled, put two hundred at a time, asked through its port for the first five hundred with all facets.\n\n${said}`)
}

/** How well search finds, in two shops: one of a general store's goods whose finds people judged, one of books that people know. */
async function relevance(): Promise<void> {
  const { data } = values
  if (data === undefined) throw new Error('relevance needs --data FOLDER, which has esci/ and goodbooks-10k/')
  const found: string[] = []
  for (const [format, path, asked] of [['esci', 'esci/products.jsonl.gz', (shop: BenchShop) => judgedSearches(shop, data)], ['goodbooks', 'goodbooks-10k', knownItemSearches]] as const) {
    await withHome(async (home) => {
      const shop = await startBenchShop({ home, port, edgeCache: false })
      try {
        await importFile(shop, join(data, path), format)
        const shopper = new Shopper(shop.url)
        await likenessKnown(shopper, shop.operatorToken)
        shopper.close()
        found.push(await asked(shop))
      } finally {
        await shop.stop()
      }
    })
  }
  await writeSection('relevance', 'How well search finds', command, found.join('\n\n'))
}

/** Real catalogues in, out, into an empty shop and out again: nothing is lost on the way. */
async function roundtrip(): Promise<void> {
  const { data } = values
  if (data === undefined) throw new Error('roundtrip needs --data FOLDER, which has esci/, goodbooks-10k/ and onix/')
  await withHome(async (folder) => {
    const body = await roundTrips({
      data, folder,
      inEmptyShop: (work) => withHome(async (home) => {
        const shop = await startBenchShop({ home, port, edgeCache: false })
        try { return await work(shop) } finally { await shop.stop() }
      }),
    })
    await writeSection('roundtrip', 'Out and in again', command, `Real files, brought into one shop after the other; then all of it out, in and out again, as one command does it. A record is the same when its bytes are.\n\n${body}`)
  })
}

/** The demo's pages: made anew each time, from the edge cache beside a bare server, and as a telephone paints them. */
async function pages(): Promise<void> {
  const rows: string[][] = []
  const ratios: string[][] = []
  const paints: string[][] = []
  const withDemo = (edgeCache: boolean, work: (shop: BenchShop, handles: readonly string[]) => Promise<void>) => withHome(async (home) => {
    const shop = await startBenchShop({ home, port, edgeCache, demo: true })
    const shopper = new Shopper(shop.url)
    try {
      await likenessKnown(shopper, shop.operatorToken)
      const { items } = await shopper.want<{ items: { handle: string }[] }>(200, 'GET', '/api/products?limit=60')
      await work(shop, items.map(({ handle }) => handle))
    } finally {
      shopper.close()
      await shop.stop()
    }
  })
  const page = async (shopper: Shopper, path: string) => {
    const reply = await shopper.call('GET', path, undefined, asBrowser)
    if (reply.status !== 200) throw new Error(`${path}: ${reply.status}`)
    return reply
  }
  await withDemo(false, async (shop, handles) => {
    rows.push(figuresRow(await measure(shop, 'product pages', async (one, nth) => { await page(one, `/b/${handles[nth % handles.length]}`) }), '≤ 4'))
    rows.push(figuresRow(await measure(shop, 'a category page', async (one) => { await page(one, '/c/fiction') }), '≤ 4'))
  })
  await withDemo(true, async (shop, handles) => {
    const shopper = new Shopper(shop.url)
    for (const [name, path] of [['product page', `/b/${handles[0]}`], ['category page', '/c/fiction'], ['front table', '/']] as const) {
      const reply = await page(shopper, path)
      const cached = await measure(shop, `${name}, edge cache`, async (one) => { await page(one, path) })
      const bare = await median(() => loadBare({ scenario: 'the same bytes from node:http', body: reply.body, contentType: String(reply.headers['content-type']), connections, seconds }))
      rows.push(figuresRow(cached, '≤ 2 × the next'), figuresRow(bare, ''))
      ratios.push([name, (costOf(cached) / costOf(bare)).toFixed(2)])
      const { largestPaintMs, layoutShift } = await painted(new URL(path, shop.url).href, paintVisits)
      paints.push([name, largestPaintMs.toFixed(0), layoutShift.toFixed(4)])
      console.log(`  ${name}: largest paint after ${largestPaintMs.toFixed(0)} ms, layout shift ${layoutShift.toFixed(4)}`)
    }
    shopper.close()
  })
  const phone = 'A first visit in headless Chromium, 412 by 823 at 1.75, 150 ms there and back, 1.6 Mbit/s, the processor slowed to a quarter; the median of five (target: largest paint ≤ 1,200 ms, no shift)'
  await writeSection('pages', 'Pages', command, `${table(figuresHead, rows)}\n\nFrom the edge cache, times what the bare server burns (target ≤ 2):\n\n${table(['', 'times'], ratios)}\n\n${phone}:\n\n${table(['', 'largest paint, ms', 'layout shift'], paints)}`)
}

async function idle(): Promise<void> {
  const rows: string[][] = []
  await withHome(async (home) => {
    const shop = await startBenchShop({ home, port, edgeCache: true, demo: true })
    try {
      await pause(20_000)
      rows.push(['the demo, twenty seconds after its start', String(memoryMbOf(shop.pid)), '≤ 350'])
    } finally {
      await shop.stop()
    }
  })
  await writeSection('idle', 'Idle', command, table(['', 'MB of everything that `npm start` starts, itself included, pages that several share counted once', 'target'], rows))
}

async function fresh(): Promise<void> {
  const { seconds: took, packages } = await newcomer(port)
  await writeSection('newcomer', 'From a clone', command, table(['', '', 'target'], [['seconds from `npm start` in a fresh clone to the first page', took.toFixed(0), '≤ 90'], ['packages installed', String(packages), '≤ 600']]))
}

function costOf(one: Figures): number {
  return one.serverCpuMs + one.postgresCpuMs
}

async function median(measured: () => Promise<Figures>): Promise<Figures> {
  const all: Figures[] = []
  for (let round = 0; round < rounds; round++) all.push(await measured())
  return all.toSorted((a, b) => costOf(a) - costOf(b))[Math.floor(all.length / 2)] as Figures
}

async function measure(shop: BenchShop, scenario: string, step: Parameters<typeof load>[0]['step']): Promise<Figures> {
  const figures = await median(() => load({ scenario, step, url: shop.url, pid: shop.pid, connections, seconds }))
  console.log(`  ${scenario}: ${costOf(figures).toFixed(3)} CPU ms, ${figures.requestsPerSecond.toFixed(0)}/s`)
  return figures
}

async function withHome<Result>(work: (home: string) => Promise<Result>): Promise<Result> {
  const home = await mkdtemp(join(tmpdir(), 'octavo-bench-'))
  try { return await work(home) } finally { await rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 }) }
}

/** A shop in production form with so many products. */
function withShop(products: number, { edgeCache, separate = false }: { edgeCache: boolean; separate?: boolean }, work: (shop: BenchShop, goods: Goods[]) => Promise<void>): Promise<void> {
  return withHome(async (home) => {
    const file = join(home, 'bench.csv')
    await writeCatalogue(file, products)
    const shop = await startBenchShop({ home: join(home, 'shop'), port, edgeCache, separate })
    try {
      await importFile(shop, file)
      await work(shop, await goodsOf(shop.url, shop.operatorToken))
    } finally {
      await shop.stop()
    }
  })
}
