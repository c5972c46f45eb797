import { failure } from '@octavo/failure'
import type { ProductDraft } from '../../draft.ts'
import { cellsBy, placesOf, type Cells } from '../csv/cells.ts'
import { openTable } from '../csv/table.ts'
import { Refused, reasonOf } from '../entry.ts'
import type { ImportFormat } from '../format.ts'
import { repairIsbn } from '../isbn-repair.ts'
import type { ImportOptions } from '../wire.ts'
import { readAuthors } from './authors.ts'
import { languageOf } from './language.ts'
import { categoriesOf, goodbooksCategories, keywordsOf, readShelves } from './shelves.ts'
import { readTitle } from './title.ts'

/**
 * books.csv of goodbooks-10k (github.com/zygmuntz/goodbooks-10k), with a column `shelves` more when the command line found the readers'
 * tags beside it. Its pictures stay away, as pages show none of other sites; covers are drawn.
 */
export const goodbooks: ImportFormat = {
  source: () => 'goodbooks',
  categories: goodbooksCategories,

  async *read(bytes, { from, whole, options }) {
    const table = await openTable(bytes, { from, whole })
    if (!table) return
    const missing = needed.filter((column) => !table.columns.includes(column))
    if (missing.length) throw failure('INVALID_INPUT', `This is not books.csv of goodbooks-10k: it has no column ${missing.join(', ')}.`)
    const cellsOf = cellsBy(placesOf(table.columns, {}), {})
    for await (const { line, next, fields, problem } of table.rows) {
      const cells = cellsOf(fields)
      const identity = cells.text('book_id') ?? ''
      if (problem !== undefined) { yield { line, identity: '', next, reason: problem }; continue }
      try {
        yield { line, identity, next, draft: draftOf(cells, options) }
      } catch (caught) {
        yield { line, identity, next, reason: reasonOf(caught) }
      }
    }
  },
}

const needed = ['book_id', 'isbn', 'isbn13', 'authors', 'title']

/** @throws {Refused} */
export function draftOf(cells: Cells, { prices = [], stock = 0 }: ImportOptions): ProductDraft {
  const id = cells.text('book_id')
  if (id === undefined) throw new Refused('The book_id is missing.')
  const whole = cells.text('title') ?? cells.text('original_title')
  if (whole === undefined) throw new Refused('The title is missing.')
  const { title, series } = readTitle(whole)
  const language = languageOf(cells.text('language_code'))
  const isbn = repairIsbn({ isbn10: cells.text('isbn'), isbn13: cells.text('isbn13') })
  const work = cells.text('work_id')
  const year = cells.whole('original_publication_year')
  const shelves = readShelves(cells.text('shelves') ?? '')
  return {
    key: id,
    kind: 'book',
    title,
    ...(work !== undefined && { work: { key: work, title: cells.text('original_title') ?? title } }),
    ...(language !== undefined && { language }),
    contributors: readAuthors(cells.text('authors') ?? '').map((name, at) => ({ name, role: 'author', sequence: at + 1 })),
    ...(series.length > 0 && { series: [...series] }),
    subjects: keywordsOf(shelves).map((code) => ({ scheme: 'keyword', code })),
    categories: categoriesOf(shelves),
    media: [],
    ...ratingOf(cells),
    ...(year !== undefined && { firstPublishedYear: year }),
    variants: [{
      key: `${id}:paperback`,
      identifiers: isbn === undefined ? [] : [{ scheme: 'isbn13', value: isbn }],
      format: 'paperback',
      ...(language !== undefined && { language }),
      digital: false,
      taxClass: 'book',
      offers: prices.length === 0 ? [] : [{ key: `house:${id}:new`, seller: 'house', condition: 'new', prices: [...prices], stock: { sku: `goodbooks:${id}`, onHand: stock } }],
    }],
  }
}

/** The most rated come first, behind whatever the shop has ranked itself. */
function ratingOf(cells: Cells): Pick<ProductDraft, 'rating' | 'featuredRank'> {
  const histogram = [1, 2, 3, 4, 5].map((stars) => cells.whole(`ratings_${stars}`) ?? 0)
  const count = histogram.reduce((sum, one) => sum + one, 0)
  const average = cells.decimal('average_rating')
  return {
    featuredRank: Math.max(0, 1_000_000_000 - (cells.whole('ratings_count') ?? count)),
    ...(average !== undefined && count > 0 && { rating: { average, count, histogram } }),
  }
}
