import type { PriceTerm, ProductDraft } from '../../draft.ts'
import { Refused } from '../entry.ts'
import { given } from '../given.ts'
import { readAmount } from '../price.ts'
import { short, type Cells } from './cells.ts'

/* What tables say in columns that are easily written, or whole in one that loses nothing. What is wrong with the latter, the draft's schema says. */

const roles = Object.entries({ authors: 'author', translators: 'translator', illustrators: 'illustrator', editors: 'editor', narrators: 'narrator', forewords: 'foreword', others: 'other' } as const)

export function contributorsIn(cells: Cells): ProductDraft['contributors'] {
  const whole = peopleIn(cells, 'contributors')
  if (whole.length > 0) return whole
  const people: ProductDraft['contributors'] = []
  for (const [column, role] of roles) for (const name of cells.list(column)) people.push({ name, role, sequence: people.length + 1 })
  return people
}

/** `author|Homer; translator|Emily Wilson|Wilson, Emily` */
export const peopleIn = (cells: Cells, column: string): ProductDraft['contributors'] =>
  cells.parts(column).map(([role, name = '', sortName], at) => ({ name, ...given('sortName', sortName), role: role as 'author', sequence: at + 1 }))

export function seriesIn(cells: Cells): Pick<ProductDraft, 'series'> {
  const one = cells.text('series')
  const series = [...(one === undefined ? [] : [[one, cells.text('series_position')]]), ...cells.parts('series_list')]
  return series.length === 0 ? {} : { series: series.map(([name = '', position]) => ({ name, ...given('position', position) })) }
}

export const subjectsIn = (cells: Cells): ProductDraft['subjects'] => [
  ...cells.parts('subjects').map(([scheme, code = '', label]) => ({ scheme: scheme as 'bisac', code, ...given('label', label) })),
  ...(['bisac', 'thema', 'keyword'] as const).flatMap((scheme) => cells.list(scheme === 'keyword' ? 'keywords' : scheme).map((code) => ({ scheme, code }))),
]

export function ratingIn(cells: Cells): Pick<ProductDraft, 'rating'> {
  const average = cells.decimal('rating_average')
  const count = cells.whole('rating_count')
  const histogram = cells.list('rating_histogram', true).map(Number)
  return average === undefined || count === undefined ? {} : { rating: { average, count, ...(histogram.length > 0 && { histogram }) } }
}

/** Countries where it may be sold: `GB IE`, or `WORLD` less those in the other column. */
export function rightsIn(cells: Cells): Pick<ProductDraft['variants'][number], 'salesRights'> {
  const [included, excluded] = [cells.text('rights_included'), cells.text('rights_excluded')]
  if (included === undefined && excluded === undefined) return {}
  return { salesRights: { included: included === 'NOWHERE' ? [] : countriesIn(included ?? 'WORLD'), excluded: countriesIn(excluded) } }
}

/** `GBP 7.99|2026-12-01|2026-12-24|GB IE|`: the amount, its first and last day, countries where it holds and where it does not. */
export const priceTermsIn = (cells: Cells): PriceTerm[] =>
  cells.parts('terms').map(([price = '', from, until, included, excluded]) => {
    const [, currency = '', amount = ''] = /^([A-Za-z]{3})\s+(\S+)$/.exec(price) ?? []
    if (currency === '') throw new Refused(`terms begins with "${short(price)}"; a currency and an amount are expected, such as GBP 9.99.`)
    return {
      ...readAmount(currency, amount), ...given('from', from), ...given('until', until),
      ...((included !== undefined || excluded !== undefined) && { countries: { included: countriesIn(included ?? 'WORLD'), excluded: countriesIn(excluded) } }),
    }
  })

const countriesIn = (text = ''): string[] => text.split(/[\s,;]+/).filter((country) => country !== '')
