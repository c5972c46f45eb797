import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openSearchIndex } from '../opensearch/opensearch.ts'
import { offerFacets, productFacets, type Filters, type SearchIndex, type SearchRequest } from '../port.ts'
import { sqliteSearchIndex } from '../sqlite/sqlite.ts'
import { commonWords, manyProducts, misspelt, surnames } from './many-products.ts'

/**
 * Puts so many products into an index and asks it queries of each kind, one caller after the other and eight at once; one line of JSON for
 * the filling and one for each kind. What it takes is of this process: of an outside engine it is the caller's side alone.
 */
const { values } = parseArgs({ options: { products: { type: 'string', default: '10000' }, seconds: { type: 'string', default: '3' }, opensearch: { type: 'string' }, folder: { type: 'string' } } })
const [products, seconds] = [Number(values.products), Number(values.seconds)] as [number, number]
const putAtOnce = 200
const name = 'at-size'

const folder = values.folder ?? await mkdtemp(join(tmpdir(), 'octavo-at-size-'))
const index: SearchIndex = values.opensearch === undefined ? sqliteSearchIndex({ folder }) : openSearchIndex({ url: values.opensearch, prefix: `at-size-${products}-` })
try {
  const there = (await index.list()).includes(name) ? await index.count(name) : 0
  if (there < products) await fill()
  for (const [kind, ask] of Object.entries(kinds())) for (const callers of [1, 8]) say({ kind, callers, ...await asked(ask, callers) })
} finally {
  // A folder that was named is kept, to be asked again.
  if (values.opensearch !== undefined) await index.drop(name)
  await index.close()
  if (values.folder === undefined) await rm(folder, { recursive: true, force: true })
}

async function fill(): Promise<void> {
  await index.create(name)
  const [from, cpu] = [performance.now(), process.cpuUsage()]
  for (let at = 1; at <= products; at += putAtOnce) {
    await index.put(name, Array.from({ length: Math.min(putAtOnce, products - at + 1) }, (_, next) => { const product = manyProducts(at + next); return { id: product.id, version: 1, product } }))
  }
  say({ filled: products, perSecond: products / ((performance.now() - from) / 1000), perCpuSecond: products / (cpuMs(cpu) / 1000) })
}

type Ask = (nth: number) => Promise<unknown>

function kinds(): Readonly<Record<string, Ask>> {
  const pick = (some: readonly string[], nth: number): string => some[nth % some.length] as string
  const search = (words: readonly string[], chosen: Filters['chosen'] = {}, more: Partial<Filters> = {}) => index.search(name, request(words, { chosen, ...more }))
  return {
    'one word': (nth) => search([pick(commonWords, nth)]),
    'two words and a name': (nth) => search([pick(commonWords, nth), 'volume', pick(surnames, nth >> 3)]),
    'a title': (nth) => search([pick(commonWords, nth), 'volume', String(1 + ((nth * 37) % 1000))]),
    'a word, narrowed and under a price': (nth) => search([pick(commonWords, nth)], { format: ['hardback'] }, { priceTo: 2000 }),
    'a misspelt word': async (nth) => { const [spelling] = await index.spell(name, [pick(misspelt, nth)]); return search([spelling?.nearby[0]?.word ?? '']) },
    'nothing but facets': (nth) => search([], { format: [pick(['hardback', 'paperback'], nth)] }),
    suggest: (nth) => index.suggest(name, [pick([...commonWords, ...surnames], nth).slice(0, 1 + (nth % 5))], 8),
  }
}

function request(words: readonly string[], filters: Filters): SearchRequest {
  const weights = { title: 8, subtitle: 3, series: 4, contributors: 5, subjects: 2, brand: 3, description: 1 }
  return {
    ...(words.length > 0 && { text: { terms: words.map((word) => ({ any: [word] })), minimum: words.length, phrases: [], without: [], weights } }), filters, currency: 'GBP', sort: words.length > 0 ? 'relevance' : 'popularity',
    limit: 500, top: 60, facets: [...productFacets, ...offerFacets], priceBands: [0, 500, 1000, 2000, 5000], facetValues: 30, withinMs: 500,
  }
}

async function asked(ask: Ask, callers: number): Promise<object> {
  for (let nth = 0; nth < 10; nth++) await ask(nth)
  const times: number[] = []
  const [until, cpu] = [performance.now() + seconds * 1000, process.cpuUsage()]
  await Promise.all(Array.from({ length: callers }, async (_, caller) => {
    for (let nth = caller * 7; performance.now() < until; nth++) {
      const from = performance.now()
      await ask(nth)
      times.push(performance.now() - from)
    }
  }))
  times.sort((a, b) => a - b)
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] as number
  return { queries: times.length, p50Ms: at(0.5), p95Ms: at(0.95), cpuMs: cpuMs(cpu) / times.length, memoryMb: process.memoryUsage.rss() / 1e6 }
}

function cpuMs(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function say(line: object): void { console.log(JSON.stringify(line)) }
