import { failure } from '@octavo/failure'
import { readCursor, writeCursor } from '@octavo/paging'
import type { Handler } from '@octavo/rpc'
import { cardIn } from '../cards/card-in.ts'
import { newestOn, titleKey } from '../cards/sort-keys.ts'
import type { catalogContract } from '../contract.ts'
import type { CatalogParts } from '../deps.ts'
import { findList, readByIdentifier, readByTitle, readList, type Place } from '../store/lists.ts'
import { findSubject } from '../store/subjects.ts'
import { marketOf } from './market.ts'

type Procedure = Handler<typeof catalogContract.listProducts>
type Input = Parameters<Procedure>[0]['input']

/** A page of stored cards; the list is everything when nothing else is named. */
export const listProducts = (parts: Pick<CatalogParts, 'database' | 'clock' | 'markets' | 'tree'>): Procedure => {
  const { database, clock, markets } = parts
  return async ({ input }) => {
    const { id: market, locale } = marketOf(markets, input.market)
    const filters = [input.category, input.contributor, input.series, input.subject, input.identifier, input.title].filter((filter) => filter !== undefined)
    if (filters.length > 1) throw failure('INVALID_INPUT', 'Ask by one of category, contributor, series, subject, identifier and title.')
    if (input.identifier !== undefined) {
      return { items: (await readByIdentifier(database, input.identifier, input.limit)).map(({ json }) => cardIn(market, json)), nextCursor: null }
    }
    if (input.title !== undefined) {
      return { items: (await readByTitle(database, titleKey(input.title, locale), input.limit)).map(({ json }) => cardIn(market, json)), nextCursor: null }
    }
    const listNo = await listOf(parts, input)
    if (listNo === undefined) throw failure('NOT_FOUND')
    const order = `${listNo} ${market} ${input.sort}`
    const rows = await readList(database, input.sort, { listNo, market, today: newestOn(clock.now().toISOString().slice(0, 10)), after: placeIn(order, input), limit: input.limit + 1 })
    const last = rows.length > input.limit ? rows[input.limit - 1] : undefined
    return {
      items: rows.slice(0, input.limit).map(({ json }) => cardIn(market, json)),
      nextCursor: last ? writeCursor(order, [last.key, last.no]) : null,
    }
  }
}

async function listOf({ database, tree }: Pick<CatalogParts, 'database' | 'tree'>, { category, contributor, series, subject }: Input): Promise<number | undefined> {
  if (category !== undefined) return (await tree()).find(category)?.listNo
  if (contributor !== undefined) return findList(database, 'contributor', contributor)
  if (series !== undefined) return findList(database, 'series', series)
  if (subject !== undefined) return (await findSubject(database, subject))?.listNo
  return 0
}

function placeIn(order: string, { cursor, sort }: Input): Place | undefined {
  const [key, no] = readCursor(order, cursor, 2) ?? []
  if (key === undefined) return undefined
  if (typeof key === (sort === 'title' ? 'string' : 'number') && (typeof key === 'string' || Number.isSafeInteger(key)) && Number.isInteger(no)) return [key as string | number, no as number]
  throw failure('INVALID_INPUT', 'This cursor does not belong to this list. Begin without one.', { fields: [{ path: 'cursor', message: 'not a cursor of this list' }] })
}
