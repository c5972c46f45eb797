import { hash as digest } from 'node:crypto'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { fold, stemmedText, wordsOf } from '../analysis/analysis.ts'
import { countedExactly, textFields, type FacetValue, type Filters, type IndexedProduct, type SearchAnswer, type SearchRequest, type Spelling, type Suggestion, type TextQuery, type VersionedProduct } from '../port.ts'
import { bestOf, compareBy, type Found } from './best.ts'
import { calledScores } from './called.ts'
import { Columns, none } from './columns.ts'
import { Dictionary } from './dictionary.ts'
import { HitSender, productOf, type RawHit, type RawHits } from './hits.ts'
import { Matches } from './matches.ts'
import { Narrowing } from './narrowing.ts'
import { Suggestions } from './suggestions.ts'

const schema = `
  pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -16000;
  create table if not exists product (no integer primary key, id text not null unique, version int not null, text_hash text, json text, description text);
  create table if not exists identifier (value text not null, no int not null, primary key (value, no)) without rowid;
  create index if not exists identifier_of on identifier (no);
  create virtual table if not exists words using fts5 (${textFields.join(', ')}, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0');
`

/** Products between two looks at the clock. */
const walkedAtOnce = 65_536
/** Of what has no score, the most asked for are told apart by what they are called. */
const mostCalled = 500

type Row = { no: number; version: number; text_hash: string | null; json: string | null; description: string | null }

/** An answer as it leaves the thread: ids as one text, a line each, scores as numbers alone, which cross at a tenth of the cost. */
export type RawAnswer = Omit<SearchAnswer, 'hits' | 'ids' | 'scores'> & { readonly hits: RawHits; readonly ids: string; readonly scores: Float64Array }

/** One index: a SQLite file with the products and their words, and beside it in memory what is filtered, counted, spelt and suggested. */
export class IndexFile {
  readonly #db: DatabaseSync
  readonly #columns = new Columns()
  readonly #dictionary = new Dictionary()
  readonly #suggestions = new Suggestions()
  readonly #languages = new Set<string>()
  readonly #sender: HitSender
  readonly #matches: Matches
  #live = 0
  readonly #statements: Record<'byId' | 'insert' | 'update' | 'words' | 'unword' | 'identify' | 'unidentify' | 'number' | 'read', StatementSync>

  /** @param number of its own in this thread */
  constructor(file: string, number: number) {
    this.#db = new DatabaseSync(file)
    this.#db.exec(schema)
    const prepare = (text: string) => this.#db.prepare(text)
    // What a write answers is the number of the row last written by anything, and those that FTS5 keeps of deleted words are beyond 2⁵³.
    const prepareWrite = (text: string) => {
      const statement = prepare(text)
      statement.setReadBigInts(true)
      return statement
    }
    this.#statements = {
      byId: prepare('select no, version, text_hash, json, description from product where id = ?'),
      insert: prepareWrite('insert into product (id, version, text_hash, json, description) values (?, ?, ?, ?, ?)'),
      update: prepareWrite('update product set version = ?, text_hash = ?, json = ?, description = ? where no = ?'),
      words: prepareWrite(`insert into words (rowid, ${textFields.join(', ')}) values (?, ${textFields.map(() => '?').join(', ')})`),
      unword: prepareWrite('delete from words where rowid = ?'),
      identify: prepareWrite('insert or ignore into identifier (value, no) values (?, ?)'),
      unidentify: prepareWrite('delete from identifier where no = ?'),
      number: prepare('select no from product where id = ? and json is not null'),
      read: prepare('select json, description from product where no = ?'),
    }
    this.#matches = new Matches(this.#db)
    this.#sender = new HitSender(number, (no) => this.#statements.read.get(no) as unknown as Pick<RawHit, 'json' | 'description'>)
    for (const { no, json, description } of prepare('select no, json, description from product where json is not null').iterate() as unknown as Iterable<Row>) this.#remember(no, productOf(json as string, description))
  }

  put(products: readonly VersionedProduct[]): { stale: string[] } {
    const stale: string[] = []
    this.#db.exec('begin')
    try {
      for (const one of products) if (!this.#putOne(one)) stale.push(one.id)
      this.#db.exec('commit')
    } catch (error) {
      this.#db.exec('rollback')
      throw error
    }
    return { stale }
  }

  /** @param until on the clock of `Date.now` */
  search(request: SearchRequest, until: number): RawAnswer {
    const { text, currency, sort, limit, top, facets, facetValues } = request
    const columns = this.#columns
    const narrowing = new Narrowing(columns, request)
    const nos: number[] = []
    const rows: number[] = []
    const scores: number[] = []
    const take = (no: number, score: number): void => {
      const row = narrowing.take(no)
      if (row === undefined) return
      nos.push(no); rows.push(row); scores.push(score)
    }
    const { inTime, scored } = text
      ? this.#matches.find(text, { languages: [...this.#languages], frequencyOf: (words) => this.#frequencyOf(words), wantsScores: sort === 'relevance', until }, (no, score) => { if (columns.live[no]) take(no, score) })
      : { inTime: this.#walk(until, (no) => take(no, 0)), scored: true }
    const found: Found = { columns, nos, rows, scores, prices: columns.pricesIn(currency) }
    if (text && !scored && sort === 'relevance') this.#scoreByName(text, found)

    const order = bestOf(nos.length, limit, compareBy(sort, found))
    return {
      ids: order.map((at) => columns.ids[nos[at] as number] as string).join('\n'), scores: Float64Array.from(order, (at) => scores[at] as number),
      total: { value: Math.min(nos.length, countedExactly), exact: inTime && nos.length <= countedExactly }, cut: !inTime,
      facets: narrowing.facets(facets, facetValues), priceBands: narrowing.bandCounts, ratings: narrowing.ratingCounts,
      // Last: what is sent is known from then on.
      hits: this.#sender.send(order.slice(0, top).map((at) => this.#hit(nos[at] as number, rows[at] as number))),
    }
  }

  read(ids: readonly string[], filters: Filters, currency: string): RawHits {
    const narrowing = new Narrowing(this.#columns, { filters, currency, facets: [], priceBands: [] })
    return this.#sender.send(ids.flatMap((id) => {
      const no = (this.#statements.number.get(id) as { no: number } | undefined)?.no
      return no === undefined ? [] : [this.#hit(no, narrowing.take(no))]
    }))
  }

  identify(identifiers: readonly string[]): string[] {
    const rows = this.#db.prepare('select distinct p.id from identifier i join product p on p.no = i.no where i.value in (select value from json_each(?)) order by p.no limit 100').all(JSON.stringify(identifiers))
    return rows.map(({ id }) => id as string)
  }

  named(facet: 'contributor' | 'series' | 'brand', text: string): FacetValue | null {
    const found = this.#columns.values.named(facet, text)
    return found ? { value: found.value, label: found.label } : null
  }

  suggest = (words: readonly string[], limit: number): Suggestion[] => this.#suggestions.find(words, limit)
  spell = (words: readonly string[]): Spelling[] => words.map((word) => this.#dictionary.spell(word))
  count = (): number => this.#live

  versions(ids: readonly string[]): Record<string, number> {
    const rows = this.#db.prepare('select id, version from product where id in (select value from json_each(?))').all(JSON.stringify(ids))
    return Object.fromEntries(rows.map(({ id, version }) => [id as string, version as number]))
  }

  close(): void {
    this.#db.close()
  }

  /** Gives a score to the most asked for of what was found. */
  #scoreByName(text: TextQuery, found: Found): void {
    const score = calledScores(this.#columns, text, [...this.#languages])
    for (const at of bestOf(found.nos.length, mostCalled, compareBy('popularity', found))) found.scores[at] = score(found.nos[at] as number)
  }

  /** Of several words that follow one another, as rare as the rarest. */
  #frequencyOf = (words: string): number => Math.min(...wordsOf(words).map((word) => this.#dictionary.frequencyOf(word)))

  /** Everything there is; whether the time was enough. */
  #walk(until: number, found: (no: number) => void): boolean {
    const { live, size } = this.#columns
    for (let no = 0; no < size; no++) {
      if (live[no]) found(no)
      if (no % walkedAtOnce === walkedAtOnce - 1 && Date.now() > until) return false
    }
    return true
  }

  #hit(no: number, row: number | undefined): Omit<RawHit, 'json' | 'description'> {
    const { rowVariant, rowOffer } = this.#columns
    return { no, variant: row === undefined ? none : rowVariant[row] as number, offer: row === undefined ? none : rowOffer[row] as number }
  }

  #putOne({ id, version, product }: VersionedProduct): boolean {
    const standing = this.#statements.byId.get(id) as unknown as Row | undefined
    if (standing && standing.version >= version) return false
    const before = standing?.json == null ? undefined : productOf(standing.json, standing.description)
    const { description = null, ...shown } = product ?? {}
    const json = product ? JSON.stringify(shown) : null
    const text = product ? textOf(product) : undefined
    const hash = text ? digest('sha1', JSON.stringify([text, product?.identifiers, product?.language]), 'base64') : null
    const { insert, update, unword, unidentify } = this.#statements
    const no = standing ? standing.no : Number(insert.run(id, version, hash, json, description).lastInsertRowid)
    if (standing) update.run(version, hash, json, description, no)
    // A price or a stock that changed says nothing new in words.
    const sameWords = before !== undefined && standing?.text_hash === hash
    if (before && !sameWords) {
      unword.run(no)
      unidentify.run(no)
    }
    if (before) this.#forget(no, before)
    this.#sender.forget(no)
    if (product && text) {
      if (!sameWords) this.#writeWords(no, product, text)
      this.#remember(no, product)
    }
    return true
  }

  #writeWords(no: number, product: IndexedProduct, text: readonly string[]): void {
    const language = product.language ?? 'en'
    this.#statements.words.run(no, ...text.map((one) => stemmedText(one, language)))
    for (const identifier of product.identifiers) this.#statements.identify.run(identifier, no)
  }

  #remember(no: number, product: IndexedProduct): void {
    this.#columns.set(no, product, fold(product.title))
    this.#dictionary.add(spelledIn(textOf(product)), spelledIn(calledOf(product)), 1)
    this.#suggestions.add(product)
    this.#languages.add((product.language ?? 'en').slice(0, 2))
    this.#live += 1
  }

  #forget(no: number, product: IndexedProduct): void {
    this.#columns.remove(no)
    this.#dictionary.add(spelledIn(textOf(product)), spelledIn(calledOf(product)), -1)
    this.#suggestions.remove(product)
    this.#live -= 1
  }
}

/** In the order of the fields. */
const textOf = ({ title, subtitle = '', series, contributors, subjects, brand = '', description }: IndexedProduct): string[] =>
  [title, subtitle, series.map(nameOf).join(' '), contributors.map(nameOf).join(' '), subjects.join(' '), brand, description]

const nameOf = ({ value, label = value }: FacetValue): string => label

/** What it is called: title, series, names. */
const calledOf = ({ title, series, contributors }: IndexedProduct): string[] => [title, ...series.map(nameOf), ...contributors.map(nameOf)]
const spelledIn = (texts: readonly string[]): Set<string> => new Set(texts.flatMap(wordsOf))
