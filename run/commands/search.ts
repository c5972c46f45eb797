import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { ask, number, runningShop, Trouble, WrongUsage, type Command, type Terminal } from './command.ts'

interface Rule { readonly id: string; readonly kind: string; readonly words?: readonly string[]; readonly query?: string; readonly to?: string; readonly productIds?: readonly string[] }
interface IndexState { readonly indexes: readonly { readonly name: string; readonly state: string; readonly pending: number }[]; readonly products: number; readonly indexed: number | null; readonly well: boolean }

interface Judgments { readonly model: string; readonly positions: readonly { readonly position: number; readonly examined: number; readonly measured: boolean }[]; readonly items: readonly object[] }
interface LogPage { readonly items: readonly { readonly query: object; readonly events: readonly object[] }[]; readonly nextCursor: string | null }

const rules = '/api/operator/search/rules'
/** Between two looks at how far a new index is. */
const lookMs = 500

/** What an operator does about search: rules of words, queries that fail, the index. */
export const searchCommand: Command = {
  summary: 'Rules of search, queries that find nothing, and the index',
  usage: `
npm run octavo -- search rules
npm run octavo -- search synonym WORDS WORDS …       all of them find the same
npm run octavo -- search redirect QUERY /PATH        whoever asks it is sent to that page
npm run octavo -- search pin QUERY PRODUCT …         come first, in this order
npm run octavo -- search boost QUERY PRODUCT …       come earlier
npm run octavo -- search remove RULE
npm run octavo -- search failing [--days N]          what people asked for and did not find
npm run octavo -- search hide QUERY                  never suggested to others
npm run octavo -- search judgments [--days N] [--shoppers N] [--limit N]
                                                     how good products are for queries, as clicks imply; JSON, one a line
npm run octavo -- search log [--days N]              queries and what was done with them, in the shape of
                                                     User Behavior Insights 1.3.0; JSON, one a line
npm run octavo -- search index                       whether it has everything
npm run octavo -- search rebuild                     a new index, while the old one answers

Words of more than one are put in quotation marks. A product is named by its id. Rules are effective within seconds.

Judgments come of the position-based model: a click is a look and a liking. How often each place is looked at is fitted with them, or
measured where results were shuffled (OCTAVO_SEARCH_SHUFFLED_PERCENT). Only queries count that so many different shoppers asked (3
when not said), and only shoppers who agreed to be noted. "attractiveness" is the share of those who look that click.`,
  async run(args, terminal) {
    const { values: { days, shoppers, limit }, positionals: [what, ...given] } = parse(args)
    const make = (rule: object) => write(terminal, async (shop) => `${(await ask<Rule>(shop, 'POST', rules, { rule })).id}\n`)
    const [first, ...rest] = given
    if (given.length > 0 && alone.includes(what ?? '')) throw new WrongUsage(`${what} takes no more words: "${given.join(' ')}" is not understood.`)
    switch (what) {
      case 'rules': return write(terminal, async (shop) => (await ask<{ items: Rule[] }>(shop, 'GET', rules)).items.map(line).join('') || 'There are no rules.\n')
      case 'synonym': if (given.length >= 2) return make({ kind: 'synonym', words: given }); throw new WrongUsage('A synonym needs two words or more.')
      case 'redirect': if (first !== undefined && rest.length === 1) return make({ kind: 'redirect', query: first, to: rest[0] }); throw new WrongUsage('A redirect needs the query and a path.')
      case 'pin': case 'boost': if (first !== undefined && rest.length > 0) return make({ kind: what, query: first, productIds: rest }); throw new WrongUsage(`A ${what} needs the query and a product.`)
      case 'remove': if (first !== undefined && rest.length === 0) return write(terminal, async (shop) => { await ask(shop, 'DELETE', `${rules}/${encodeURIComponent(first)}`); return 'It is gone.\n' }); throw new WrongUsage('remove needs the id of a rule, as rules shows it.')
      case 'failing': return write(terminal, async (shop) => (await ask<{ items: { query: string; times: number }[] }>(shop, 'GET', `/api/operator/search/failing-queries${query({ days })}`)).items.map(({ query, times }) => `${String(times).padStart(6)}  ${query}\n`).join('') || 'Everything that was asked for was found.\n')
      case 'hide': if (given.length === 1) return make({ kind: 'hide', query: first }); throw new WrongUsage('hide needs the query, in quotation marks when it has more than one word.')
      case 'judgments': return judgments(terminal, query({ days, shoppers, limit }))
      case 'log': return log(terminal, { days })
      case 'index': return write(terminal, async (shop) => told(await ask<IndexState>(shop, 'GET', '/api/operator/search/index')))
      case 'rebuild': return rebuild(terminal)
      default: throw new WrongUsage(what === undefined ? 'Say what to do.' : `"${what}" is not one of the words below.`)
    }
  },
}

function parse(args: readonly string[]) {
  const parsed = parsedOf(args)
  for (const [name, [least, most]] of Object.entries(ranges)) {
    const value = parsed.values[name as keyof typeof ranges]
    if (value !== undefined && !(/^\d{1,6}$/.test(value) && Number(value) >= least && Number(value) <= most)) throw new WrongUsage(`--${name} takes a whole number from ${least} to ${number(most)}, not "${value}".`)
  }
  return parsed
}

function parsedOf(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { days: { type: 'string' }, shoppers: { type: 'string' }, limit: { type: 'string' } } })
  } catch (error) {
    throw new WrongUsage((error as Error).message)
  }
}

/** These say everything themselves. */
const alone = ['rules', 'failing', 'judgments', 'log', 'index', 'rebuild']
const ranges = { days: [1, 730], shoppers: [1, 1000], limit: [1, 100_000] } as const

function query(parameters: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(parameters).filter((one): one is [string, string] => one[1] !== undefined)
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`
}

/** To the output what is to be kept; beside it what it rests on. */
async function judgments(terminal: Terminal, parameters: string): Promise<number> {
  const { model, positions, items } = await ask<Judgments>(await runningShop(terminal), 'GET', `/api/operator/search/judgments${parameters}`)
  for (const item of items) terminal.out.write(`${JSON.stringify(item)}\n`)
  terminal.err.write(`${number(items.length)} judgments. Model: ${model}.\n${positions.map(({ position, examined }) => `place ${position} is looked at ${examined.toFixed(2)} times as often as the first\n`).join('')}`)
  return 0
}

/** Begun by the shop, which goes on when nobody watches. */
async function rebuild(terminal: Terminal): Promise<number> {
  const shop = await runningShop(terminal)
  const { name, products } = await ask<{ name: string; products: number }>(shop, 'POST', '/api/operator/search/index/rebuild')
  terminal.err.write(`${name} is being filled with ${number(products)} products. The old one answers meanwhile.\n`)
  while (!terminal.stop.aborted) {
    const { indexes, indexed } = await ask<IndexState>(shop, 'GET', '/api/operator/search/index')
    const one = indexes.find((index) => index.name === name)
    if (one?.state === 'live') { terminal.out.write(`${name} answers now, with ${number(indexed ?? products)} products.\n`); return 0 }
    if (!one) throw new Trouble(`${name} was taken away before it had everything. Begin again.`)
    if (terminal.watched) terminal.err.write(`\r${number(one.pending)} products to go   `)
    await pause(lookMs, undefined, { signal: terminal.stop }).catch(() => {})
  }
  terminal.err.write('It goes on by itself; npm run octavo -- search index tells how far it is.\n')
  return 0
}

async function log(terminal: Terminal, { days }: { readonly days: string | undefined }): Promise<number> {
  const shop = await runningShop(terminal)
  let queries = 0
  let cursor: string | null | undefined
  do {
    const page: LogPage = await ask<LogPage>(shop, 'GET', `/api/operator/search/log${query({ days, limit: '1000', cursor: cursor ?? undefined })}`)
    for (const { query: asked, events } of page.items) for (const line of [asked, ...events]) terminal.out.write(`${JSON.stringify(line)}\n`)
    cursor = page.nextCursor
    queries += page.items.length
  } while (cursor !== null && !terminal.stop.aborted)
  terminal.err.write(queries === 0 ? 'Nothing was asked in that time.\n' : `${number(queries)} queries.\n`)
  return 0
}

async function write(terminal: Terminal, work: (shop: Awaited<ReturnType<typeof runningShop>>) => Promise<string>): Promise<number> {
  terminal.out.write(await work(await runningShop(terminal)))
  return 0
}

const line = ({ id, kind, words, query, to, productIds }: Rule): string => `${id}  ${kind.padEnd(9)} ${words ? words.join(' = ') : `${query} → ${to ?? productIds?.join(', ')}`}\n`

const told = ({ indexes, products, indexed, well }: IndexState): string =>
  `${indexes.map(({ name, state, pending }) => `${state.padEnd(9)} ${name}${pending > 0 && state !== 'previous' ? `  ${number(pending)} products to go` : ''}\n`).join('')}${well ? `${indexed} of ${products} products are in it.` : 'It does not answer; the shop finds by titles until it is back.'}\n`
