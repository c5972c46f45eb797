import { parseArgs } from 'node:util'
import { ask, runningShop, WrongUsage, type Command, type Terminal } from './command.ts'

interface Rule { readonly id: string; readonly kind: string; readonly words?: readonly string[]; readonly query?: string; readonly to?: string; readonly productIds?: readonly string[] }
interface IndexState { readonly indexes: readonly { readonly name: string; readonly state: string }[]; readonly products: number; readonly indexed: number | null; readonly well: boolean }

const rules = '/api/operator/search/rules'

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
npm run octavo -- search index                       whether it has everything
npm run octavo -- search rebuild                     a new index, while the old one answers

Words of more than one are put in quotation marks. A product is named by its id. Rules are effective within seconds.`,
  async run(args, terminal) {
    const { values: { days }, positionals: [what, ...given] } = parse(args)
    const make = (rule: object) => write(terminal, async (shop) => `${(await ask<Rule>(shop, 'POST', rules, { rule })).id}\n`)
    const [first, ...rest] = given
    switch (what) {
      case 'rules': return write(terminal, async (shop) => (await ask<{ items: Rule[] }>(shop, 'GET', rules)).items.map(line).join('') || 'There are no rules.\n')
      case 'synonym': if (given.length >= 2) return make({ kind: 'synonym', words: given }); throw new WrongUsage('A synonym needs two words or more.')
      case 'redirect': if (first !== undefined && rest.length === 1) return make({ kind: 'redirect', query: first, to: rest[0] }); throw new WrongUsage('A redirect needs the query and a path.')
      case 'pin': case 'boost': if (first !== undefined && rest.length > 0) return make({ kind: what, query: first, productIds: rest }); throw new WrongUsage(`A ${what} needs the query and a product.`)
      case 'remove': if (first !== undefined && rest.length === 0) return write(terminal, async (shop) => { await ask(shop, 'DELETE', `${rules}/${encodeURIComponent(first)}`); return 'It is gone.\n' }); throw new WrongUsage('remove needs the id of a rule, as rules shows it.')
      case 'failing': return write(terminal, async (shop) => (await ask<{ items: { query: string; times: number }[] }>(shop, 'GET', `/api/operator/search/failing-queries${days === undefined ? '' : `?days=${encodeURIComponent(days)}`}`)).items.map(({ query, times }) => `${String(times).padStart(6)}  ${query}\n`).join('') || 'Everything that was asked for was found.\n')
      case 'index': return write(terminal, async (shop) => told(await ask<IndexState>(shop, 'GET', '/api/operator/search/index')))
      case 'rebuild': return write(terminal, async (shop) => { const { name, products } = await ask<{ name: string; products: number }>(shop, 'POST', '/api/operator/search/index/rebuild'); return `${name} answers now, with ${products} products.\n` })
      default: throw new WrongUsage(what === undefined ? 'Say what to do.' : `"${what}" is not one of the words below.`)
    }
  },
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { days: { type: 'string' } } })
  } catch (error) {
    throw new WrongUsage((error as Error).message)
  }
}

async function write(terminal: Terminal, work: (shop: Awaited<ReturnType<typeof runningShop>>) => Promise<string>): Promise<number> {
  terminal.out.write(await work(await runningShop(terminal)))
  return 0
}

const line = ({ id, kind, words, query, to, productIds }: Rule): string => `${id}  ${kind.padEnd(9)} ${words ? words.join(' = ') : `${query} → ${to ?? productIds?.join(', ')}`}\n`

const told = ({ indexes, products, indexed, well }: IndexState): string =>
  `${indexes.map(({ name, state }) => `${state.padEnd(9)} ${name}\n`).join('')}${well ? `${indexed} of ${products} products are in it.` : 'It does not answer; the shop finds by titles until it is back.'}\n`
