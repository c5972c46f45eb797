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

/** Reads the lines of one table. */
export function cellsBy(places: Places, mapping: Mapping): (fields: readonly string[]) => Cells {
  const table = tableOf(places, mapping)
  return (fields) => new TableCells(fields, table)
}

/** What all lines of a table have in common. */
interface Table {
  readonly places: Places
  readonly listSeparator: string
  /** Of a column that can have a text: where it stands, what its texts are translated to, and what it has without one. */
  readonly columns: ReadonlyMap<string, Column>
  /** The columns that begin so. */
  beginning(prefix: string): readonly string[]
}

interface Column {
  readonly at: number | undefined
  readonly values: Readonly<Record<string, string>> | undefined
  readonly constant: string | undefined
}

function tableOf(places: Places, { values = {}, constants = {}, listSeparator = ';' }: Mapping): Table {
  const names = [...places.keys(), ...Object.keys(constants).filter((column) => !places.has(column))]
  const beginnings = new Map<string, readonly string[]>()
  return {
    places, listSeparator,
    columns: new Map([...names, ...Object.keys(values).filter((column) => !names.includes(column))].map((name) => [name, { at: places.get(name), values: Object.hasOwn(values, name) ? values[name] : undefined, constant: Object.hasOwn(constants, name) ? constants[name] : undefined }])),
    beginning(prefix) {
      let found = beginnings.get(prefix)
      if (!found) beginnings.set(prefix, found = names.filter((name) => name.startsWith(prefix)))
      return found
    },
  }
}

/** A line is asked for some forty columns, most of which its table does not have. */
class TableCells implements Cells {
  readonly #fields: readonly string[]
  readonly #table: Table

  constructor(fields: readonly string[], table: Table) {
    this.#fields = fields
    this.#table = table
  }

  has(column: string): boolean {
    return this.#table.places.has(column)
  }

  text(column: string): string | undefined {
    const known = this.#table.columns.get(column)
    if (known === undefined) return undefined
    const { at, values, constant } = known
    const cell = at === undefined ? '' : (this.#fields[at] ?? '').trim()
    const translated = values && Object.hasOwn(values, cell) ? values[cell] : cell
    const filled = translated === '' && constant !== undefined ? constant : translated
    return filled === '' ? undefined : filled
  }

  parts(column: string): (string | undefined)[][] {
    return readParts(this.text(column))
  }

  list(column: string, repeats = false): string[] {
    const text = this.text(column)
    if (text === undefined) return []
    const { listSeparator } = this.#table
    const things = (text.includes(listSeparator) ? text.split(listSeparator) : [text]).map((one) => plainBlanks(one.trim())).filter(Boolean)
    return repeats || things.length < 2 ? things : [...new Set(things)]
  }

  yes(column: string): boolean | undefined {
    const word = this.oneOf(column, ['yes', 'no'])
    return word === undefined ? undefined : word === 'yes'
  }

  whole(column: string): number | undefined {
    return this.#number(column, /^-?\d{1,12}(\.0+)?$/, 'a whole number')
  }

  decimal(column: string): number | undefined {
    return this.#number(column, /^-?\d{1,12}([.,]\d+)?$/, 'a number')
  }

  #number(column: string, shape: RegExp, wanted: string): number | undefined {
    const cell = this.text(column)
    if (cell === undefined) return undefined
    if (!shape.test(cell)) throw new Refused(`${column} is "${short(cell)}"; ${wanted} is expected.`)
    return Number(cell.replace(',', '.'))
  }

  oneOf<const Values extends readonly string[]>(column: string, allowed: Values): Values[number] | undefined {
    const text = this.text(column)
    if (text === undefined || allowed.includes(text)) return text
    const cell = text.toLowerCase().replaceAll(/[\s-]+/g, '_')
    if (allowed.includes(cell)) return cell
    throw new Refused(`${column} is "${short(cell)}"; it can be ${allowed.join(', ')}. A mapping file can translate others.`)
  }

  beginning(prefix: string): [rest: string, text: string][] {
    return this.#table.beginning(prefix).flatMap((column) => { const cell = this.text(column); return cell === undefined ? [] : [[column.slice(prefix.length), cell] as [string, string]] })
  }

  prices(): Money[] {
    const named = (this.text('price') ?? '').split(/[;|]/).map((one) => one.trim()).filter(Boolean).map((one) => {
      const [, currency = '', amount = ''] = /^([A-Za-z]{3})[\s:]*(\S+)$/.exec(one) ?? []
      if (currency === '') throw new Refused(`price is "${short(one)}"; a currency and an amount are expected, such as GBP 9.99, or a column price_gbp.`)
      return readAmount(currency, amount)
    })
    return [...named, ...this.beginning('price_').map(([currency, amount]) => readAmount(currency, amount))]
  }
}

const plainBlanks = (text: string): string => (/[^\S ]| {2}/.test(text) ? text.replaceAll(/\s+/g, ' ') : text)

export const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text)
