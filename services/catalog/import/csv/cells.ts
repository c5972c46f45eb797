import type { Money } from '@octavo/money'
import { Refused } from '../entry.ts'
import { readAmount } from '../price.ts'
import type { Mapping } from './mapping.ts'
import { readParts } from './parts.ts'

/** One line of a table, read by Octavo's names of the columns. An empty cell is no cell. */
export interface Cells {
  /** Whether the table has this column at all. */
  has(column: string): boolean
  text(column: string): string | undefined
  /** Things of parts: see `parts.ts`. */
  parts(column: string): (string | undefined)[][]
  /** Each once, unless repeats count. */
  list(column: string, repeats?: boolean): string[]
  yes(column: string): boolean | undefined
  whole(column: string): number | undefined
  decimal(column: string): number | undefined
  oneOf<const Values extends readonly string[]>(column: string, values: Values): Values[number] | undefined
  /** The cells of columns that begin so, by what follows. */
  beginning(prefix: string): [rest: string, text: string][]
  prices(): Money[]
}

/** Where each of Octavo's columns stands. */
export type Places = ReadonlyMap<string, number>

export function placesOf(header: readonly string[], mapping: Mapping): Places {
  const places = new Map<string, number>()
  for (const [at, name] of header.entries()) {
    const column = mapping.columns && Object.hasOwn(mapping.columns, name) ? mapping.columns[name] : name.toLowerCase().replaceAll(/[\s-]+/g, '_')
    if (column && !places.has(column)) places.set(column, at)
  }
  return places
}

export function cellsOf(fields: readonly string[], places: Places, { values = {}, constants = {}, listSeparator = ';' }: Mapping): Cells {
  const text = (column: string): string | undefined => {
    const at = places.get(column)
    const cell = at === undefined ? '' : (fields[at] ?? '').trim()
    const translated = Object.hasOwn(values, column) ? values[column]?.[cell] ?? cell : cell
    const filled = translated === '' && Object.hasOwn(constants, column) ? constants[column] : translated
    return filled === '' ? undefined : filled
  }
  const number = (column: string, shape: RegExp, wanted: string): number | undefined => {
    const cell = text(column)
    if (cell === undefined) return undefined
    if (!shape.test(cell)) throw new Refused(`${column} is "${short(cell)}"; ${wanted} is expected.`)
    return Number(cell.replace(',', '.'))
  }
  return {
    has: (column) => places.has(column),
    text,
    parts: (column) => readParts(text(column)),
    list(column, repeats = false) {
      const things = (text(column) ?? '').split(listSeparator).map((one) => one.trim().replaceAll(/\s+/g, ' ')).filter(Boolean)
      return repeats ? things : [...new Set(things)]
    },
    yes(column) {
      const word = this.oneOf(column, ['yes', 'no'])
      return word === undefined ? undefined : word === 'yes'
    },
    whole: (column) => number(column, /^-?\d{1,12}(\.0+)?$/, 'a whole number'),
    decimal: (column) => number(column, /^-?\d{1,12}([.,]\d+)?$/, 'a number'),
    oneOf(column, allowed) {
      const cell = text(column)?.toLowerCase().replaceAll(/[\s-]+/g, '_')
      if (cell === undefined || allowed.includes(cell)) return cell
      throw new Refused(`${column} is "${short(cell)}"; it can be ${allowed.join(', ')}. A mapping file can translate others.`)
    },
    beginning: (prefix) => [...places.keys(), ...Object.keys(constants).filter((column) => !places.has(column))]
      .flatMap((column) => { const cell = column.startsWith(prefix) ? text(column) : undefined; return cell === undefined ? [] : [[column.slice(prefix.length), cell] as [string, string]] }),
    prices() {
      const named = (text('price') ?? '').split(/[;|]/).map((one) => one.trim()).filter(Boolean).map((one) => {
        const [, currency = '', amount = ''] = /^([A-Za-z]{3})[\s:]*(\S+)$/.exec(one) ?? []
        if (currency === '') throw new Refused(`price is "${short(one)}"; a currency and an amount are expected, such as GBP 9.99, or a column price_gbp.`)
        return readAmount(currency, amount)
      })
      return [...named, ...this.beginning('price_').map(([currency, amount]) => readAmount(currency, amount))]
    },
  }
}

export const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text)
