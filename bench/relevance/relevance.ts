import { join } from 'node:path'
import { table } from '../results.ts'
import type { BenchShop } from '../shop-process.ts'
import { Shopper } from '../shopper.ts'
import { chance } from './chance.ts'
import { readEsci } from './esci.ts'
import { heldOut, type Judged } from './folds.ts'
import { booksOf, knownItems, prefixes, type KnownItem } from './known-items.ts'
import { esciGain, interval, judgedOrder, mean, ndcg, recall, reciprocalRank, type Grades, type Interval } from './measures.ts'
import { plainBm25 } from './plain-bm25.ts'

const seed = 20_261_126
/** As far as a ranking is read. */
const depth = 500
const sample = 400

interface Found { readonly items: readonly { readonly id: string; readonly title: string }[]; readonly nextCursor: string | null }

/** What the shop found for a search, by product, as far as `most`. */
async function search(shopper: Shopper, query: string, most: number): Promise<string[]> {
  const ids: string[] = []
  for (let cursor: string | null = ''; cursor !== null && ids.length < most;) {
    const page: Found = await shopper.want(200, 'GET', `/api/search?q=${encodeURIComponent(query)}&limit=${Math.min(100, most)}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  }
  return ids
}

/** The judged queries of a general store: the shop against plain BM25 over the same goods, query by query. */
export async function judgedSearches(shop: BenchShop, folder: string): Promise<string> {
  const shopper = new Shopper(shop.url)
  const { documents, queries } = await readEsci(join(folder, 'esci'))
  const asinOf = new Map<string, string>()
  for (const asin of new Set([...queries.values()].flatMap((grades) => [...grades.keys()]))) {
    const { items } = await shopper.want<Found>(200, 'GET', `/api/products?identifier=asin:${asin}`)
    for (const { id } of items) asinOf.set(id, asin)
  }
  const bm25 = plainBm25(documents)
  const rows: JudgedRow[] = []
  for (const [query, grades] of queries) {
    const ours = (await search(shopper, query, depth)).map((id) => asinOf.get(id) ?? id)
    const { items } = await shopper.want<Explained>(200, 'GET', `/api/search?q=${encodeURIComponent(query)}&limit=100&explain=true`, undefined, { authorization: `Bearer ${shop.operatorToken}` })
    const candidates = items.flatMap(({ id, explain }) => (explain ? [{ id: asinOf.get(id) ?? id, features: explain.features }] : []))
    rows.push({ query, ours: measure(ours, grades), plain: measure(bm25(query, depth), grades), judged: { grades, candidates } })
  }
  shopper.close()
  return judgedReport(rows)
}

interface Explained { readonly items: readonly { readonly id: string; readonly explain?: { readonly features: Readonly<Record<string, number>> } }[] }
interface JudgedRow { readonly query: string; readonly ours: Measured; readonly plain: Measured; readonly judged: Judged }

interface Measured { readonly ndcg10: number; readonly ndcgAll: number; readonly recall50: number; readonly reciprocal: number }

function measure(ranked: readonly string[], grades: Grades): Measured {
  const exact = new Set([...grades].filter(([, grade]) => grade === 3).map(([asin]) => asin))
  return {
    ndcg10: ndcg(ranked, grades, esciGain, 10),
    ndcgAll: ndcg(judgedOrder(ranked, grades), grades, esciGain),
    // Nothing is missed where nothing is exact.
    recall50: exact.size === 0 ? Number.NaN : recall(ranked, exact, 50),
    reciprocal: reciprocalRank(ranked, exact),
  }
}

function judgedReport(rows: readonly JudgedRow[]): string {
  const random = chance(seed)
  const names = [['ndcg10', 'nDCG@10'], ['ndcgAll', 'nDCG of the judged'], ['recall50', 'Exact among 50'], ['reciprocal', 'mean reciprocal rank of Exact']] as const
  const lines = names.map(([name, label]) => {
    const known = rows.filter(({ ours }) => !Number.isNaN(ours[name]))
    const gains = known.map(({ ours, plain }) => ours[name] - plain[name])
    return [label, shown(interval(known.map(({ ours }) => ours[name]), random)), shown(interval(known.map(({ plain }) => plain[name]), random)), shown(interval(gains, random), true), `${gains.filter((one) => one > 1e-9).length} / ${gains.filter((one) => one < -1e-9).length}`]
  })
  const sorted = rows.map(({ query, ours, plain }) => ({ query, gain: ours.ndcg10 - plain.ndcg10, now: ours.ndcg10 })).sort((a, b) => b.gain - a.gain)
  const told = (some: typeof sorted): string => some.map(({ query, gain, now }) => `"${query}" ${signed(gain)} (${now.toFixed(2)})`).join(', ')
  return `${table([`${rows.length} queries`, 'Octavo', 'plain BM25', 'gain, paired', 'queries won / lost'], lines)}\n\n${foldsReport(rows, random)}\n\nMost won at nDCG@10: ${told(sorted.slice(0, 5))}. Most lost: ${told(sorted.slice(-5).reverse())}.`
}

/** The same candidates by weights that were chosen without the queries they are asked of. */
function foldsReport(rows: readonly JudgedRow[], random: () => number): string {
  const names = [...new Set(rows.flatMap(({ judged }) => judged.candidates.flatMap(({ features }) => Object.keys(features))))]
  const apart = heldOut(rows.map(({ judged }) => judged), names, esciGain)
  const told = (values: readonly number[], withSign = false): string => shown(interval(values, random), withSign)
  return `With the weights of the ranker chosen on four fifths of the queries and asked of the last, in turn, over the first hundred that the shop found: nDCG@10 ${told(apart)}, against plain BM25 ${told(rows.map(({ plain }, at) => (apart[at] as number) - plain.ndcg10), true)}, against the weights as they stand ${told(rows.map(({ ours }, at) => (apart[at] as number) - ours.ndcg10), true)}, paired.`
}

/** Books searched for by those who know them: is it the first, is it among the first five? */
export async function knownItemSearches(shop: BenchShop): Promise<string> {
  const shopper = new Shopper(shop.url)
  const books = await booksOf(shopper)
  const random = chance(seed)
  const sets = await knownItems(books, sample, random, async (id) => {
    const { variants } = await shopper.want<{ variants: { identifiers: { scheme: string; value: string }[] }[] }>(200, 'GET', `/api/products/${id}`)
    return variants.flatMap(({ identifiers }) => identifiers).find(({ scheme }) => scheme === 'isbn13')?.value
  })
  const targets: Readonly<Record<string, string>> = { 'clean title': '≥ .97', 'one typo': '≥ .93', 'author and a word of the title': '≥ .95', ISBN: '1', 'ISBN with dashes': '1' }
  const rows: string[][] = []
  for (const [name, items] of sets) {
    const [first, five] = await success(shopper, items)
    rows.push([name, String(items.length), first.toFixed(3), targets[name] ?? '', five.toFixed(3)])
  }
  const typed: string[][] = []
  for (const letters of [3, 4, 5, 6]) {
    const { typed: starts, ceiling } = prefixes(books, sample, letters, random)
    const hits = []
    for (const { typed: start, title } of starts) {
      const { items } = await shopper.want<{ items: { text: string }[] }>(200, 'GET', `/api/search/suggest?q=${encodeURIComponent(start)}&limit=5`)
      hits.push(items.some(({ text }) => text.toLowerCase() === title.toLowerCase()) ? 1 : 0)
    }
    typed.push([String(letters), String(starts.length), mean(hits).toFixed(3), ceiling.toFixed(3)])
  }
  shopper.close()
  return `${table([`of ${books.length} books`, 'searches', 'the first is it', 'target', 'one of five is it'], rows)}\n\nSuggested after the first letters of a title (the ceiling: the five most rated titles that begin so):\n\n${table(['letters', 'searches', 'one of five is it', 'ceiling'], typed)}`
}

async function success(shopper: Shopper, items: readonly KnownItem[]): Promise<[first: number, five: number]> {
  const places = []
  for (const { query, wanted } of items) places.push((await search(shopper, query, 5)).findIndex((id) => wanted.has(id)))
  return [mean(places.map((place) => (place === 0 ? 1 : 0))), mean(places.map((place) => (place >= 0 && place < 5 ? 1 : 0)))]
}

const shown = ({ mean: middle, low, high }: Interval, withSign = false): string => (withSign ? `${signed(middle)} (${signed(low)} to ${signed(high)})` : `${middle.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`)
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`
