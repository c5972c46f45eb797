import { execFile } from 'node:child_process'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { launchEnvironment } from './config.ts'
import { importFile } from './importing.ts'
import { table } from './results.ts'
import type { BenchShop } from './shop-process.ts'
import { Shopper } from './shopper.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
/** Books of its first lines. */
const goodbooks = ['9780439023481', '9780439554930', '9780316015844']
const ways = [['csv', []], ['onix', ['--tags', 'reference']], ['onix', ['--tags', 'short']]] as const
/** One page of so many is compared as a shopper gets it. */
const pageEvery = 20

export interface RoundTrip {
  /** Where goodbooks-10k/, esci/ and onix/ lie. */
  readonly data: string
  readonly folder: string
  /** Runs something in a shop that has nothing. */
  readonly inEmptyShop: <Result>(work: (shop: BenchShop) => Promise<Result>) => Promise<Result>
}

/**
 * Real catalogues go into one shop and out of it, into an empty one and out of that: what the two write is compared record by record,
 * and what they show page by page. Gives two tables; throws when a record was lost, came from nowhere, or is another.
 */
export async function roundTrips({ data, folder, inEmptyShop }: RoundTrip): Promise<string> {
  const came: string[][] = []
  const went: string[][] = []
  const wrong: string[] = []
  let bought: string[] = []
  const pages = await inEmptyShop(async (shop) => {
    const messages = (await readdir(join(data, 'onix'))).filter((name) => name.endsWith('.xml')).sort()
    for (const [format, file] of [['goodbooks', 'goodbooks-10k'], ['esci', 'esci/products.jsonl.gz'], ...messages.map((name) => ['onix', join('onix', name)])] as [string, string][]) {
      const { read, created, updated, unchanged, rejected } = await importFile(shop, join(data, file), format)
      came.push([`\`${file}\``, ...[read, created, updated, unchanged, rejected].map(String)])
    }
    for (const [n, [format, tags]] of ways.entries()) await exported(shop, format, tags, join(folder, `${n}-first`))
    const shown = await pagesOf(shop)
    bought = await boughtOfEach(shop, data)
    return shown
  })
  for (const [n, [format, tags]] of ways.entries()) {
    const name = [format, tags[1]].filter(Boolean).join(', ')
    await inEmptyShop(async (shop) => {
      const file = join(folder, `${n}-first`)
      const { created, rejected } = await importFile(shop, file, format, [])
      const { seconds } = await exported(shop, format, tags, join(folder, `${n}-second`))
      const { records, lost, added } = difference(recordsOf(format, await readFile(file, 'utf8')), recordsOf(format, await readFile(join(folder, `${n}-second`), 'utf8')))
      const otherPages = await pagesOf(shop)
      const changed = [...pages].filter(([handle, page]) => otherPages.get(handle) !== page).map(([handle]) => handle)
      went.push([name, ...[records, created, rejected, lost.length, added.length].map(String), `${changed.length} of ${pages.size}`, seconds.toFixed(1)])
      console.log(`  ${went.at(-1)?.join(' | ')}`)
      if (rejected + lost.length + added.length + changed.length > 0) wrong.push(`${name}: lost ${lost.slice(0, 2).join('\n')}\nadded ${added.slice(0, 2).join('\n')}\n${changed.slice(0, 5).map((handle) => `${pages.get(handle)}\nis shown as\n${otherPages.get(handle)}`).join('\n')}`)
    })
  }
  if (wrong.length > 0) throw new Error(`what came back is not what went out.\n${wrong.join('\n\n')}`)
  return `${table(['', 'records', 'created', 'updated', 'unchanged', 'refused'], came)}\n\nOut of that shop, into an empty one, and out again:\n\n${table(['', 'records', 'created, sections among them', 'refused', 'lost', 'from nowhere', 'pages that differ', 's of the second export'], went)}\n\nOf each feed one was bought with a card: ${bought.join(', ')}.`
}

async function exported(shop: BenchShop, format: string, tags: readonly string[], file: string): Promise<{ bytes: number; seconds: number }> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', 'run/octavo.ts', 'export', format, file, ...tags, '--json'], { cwd: root, env: { ...launchEnvironment, OCTAVO_HOME: shop.home } })
  return JSON.parse(stdout) as { bytes: number; seconds: number }
}

/** Of a table its lines, those in quotation marks joined; of a message its products. */
export function recordsOf(format: string, text: string): string[] {
  if (format === 'onix') return text.match(/<(Product|product)>[^]*?<\/\1>/g) ?? []
  const records: string[] = []
  let open = ''
  for (const line of text.split('\n')) {
    open = open === '' ? line : `${open}\n${line}`
    if (((open.match(/"/g)?.length ?? 0) % 2) === 1) continue
    records.push(open)
    open = ''
  }
  return records.filter((record) => record.trim() !== '')
}

/** Records of each that the other does not have, however often they stand there. */
export function difference(first: readonly string[], second: readonly string[]): { records: number; lost: string[]; added: string[] } {
  const left = new Map<string, number>()
  for (const record of first) left.set(record, (left.get(record) ?? 0) + 1)
  const added = second.filter((record) => {
    const count = left.get(record) ?? 0
    left.set(record, count - 1)
    return count <= 0
  })
  return { records: first.length, lost: [...left].flatMap(([record, count]) => (count > 0 ? Array.from({ length: count }, () => record) : [])), added }
}

/**
 * What a shopper is shown of some products, by handle: every id by its kind, without when it was written, and without the numbers by
 * which addresses of contributors and series are told apart, which go by who comes first.
 */
async function pagesOf(shop: BenchShop): Promise<Map<string, string>> {
  const shopper = new Shopper(shop.url)
  const pages = new Map<string, string>()
  let nth = 0
  for (let cursor: string | null = ''; cursor !== null;) {
    const list: { items: { handle: string }[]; nextCursor: string | null } = await shopper.want(200, 'GET', `/api/products?sort=title&limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
    for (const { handle } of list.items) {
      if (nth++ % pageEvery > 0) continue
      const { version: _version, updatedAt: _updatedAt, ...page } = await shopper.want<Record<string, unknown>>(200, 'GET', `/api/products/${handle}`)
      pages.set(handle, JSON.stringify(page).replaceAll(/\b([a-z]{3})_[0-9a-z]{26}\b/g, '$1').replaceAll(/("id":"(?:ctb|ser)","handle":"[a-z0-9-]+?)-\d+"/g, '$1"'))
    }
    cursor = list.nextCursor
  }
  shopper.close()
  return pages
}

/** The first of each feed that may be sold where the buyer lives; gives their titles. */
async function boughtOfEach(shop: BenchShop, data: string): Promise<string[]> {
  const messages = await Promise.all((await readdir(join(data, 'onix'))).filter((name) => name.endsWith('.xml')).map((name) => readFile(join(data, 'onix', name), 'utf8')))
  const asins = gunzipSync(await readFile(join(data, 'esci/products.jsonl.gz'))).toString().matchAll(/"asin": ?"(\w+)"/g).take(50).map(([, asin]) => `asin:${asin}`)
  const feeds = [['ONIX', messages.join('').matchAll(/\b97[89]\d{10}\b/g).map(([isbn]) => `isbn13:${isbn}`)], ['goodbooks', goodbooks.map((isbn) => `isbn13:${isbn}`)], ['ESCI', asins]] as const
  const shopper = new Shopper(shop.url)
  const titles: string[] = []
  for (const [feed, identifiers] of feeds) {
    let title: string | undefined
    for (const identifier of new Set(identifiers)) {
      title = await bought(shopper, identifier).catch(() => undefined)
      if (title !== undefined) break
    }
    if (title === undefined) throw new Error(`nothing of ${feed} could be bought`)
    titles.push(`${title} (${feed})`)
  }
  shopper.close()
  return titles
}

async function bought(shopper: Shopper, identifier: string): Promise<string | undefined> {
  const { items: [card] } = await shopper.want<{ items: { id: string; title: string }[] }>(200, 'GET', `/api/products?identifier=${identifier}`)
  if (!card) return undefined
  const { variants } = await shopper.want<{ variants: { offers: { id: string; availability: string }[] }[] }>(200, 'GET', `/api/products/${card.id}`)
  const offer = variants.flatMap(({ offers }) => offers).find(({ availability }) => availability === 'in_stock')
  if (!offer) return undefined
  await shopper.buy(offer.id)
  return card.title
}
