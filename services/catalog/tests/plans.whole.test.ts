import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabases } from '@octavo/database/testing'
import { costsOf, remembering, runUnhurried } from '@octavo/database/test-plans'
import { logTables, testEvents } from '@octavo/events/testing'
import { sortSchema } from '../contract.ts'
import { listStatement } from '../store/lists.ts'
import { catalogTables } from '../service.ts'
import { startTestCatalog } from '../testing.ts'

const million = 1_000_000
const limit = 24
const partRows = 50_000

const databases = await testDatabases({ catalog: catalogTables(), events: logTables })
const memory = remembering(databases.catalog)
const catalog = await startTestCatalog({ database: memory.database, events: await testEvents(databases.events) })
const shop = catalog.client({ kind: 'operator' })

await shop.putCategories([{ handle: 'all', name: { en: 'All' } }, { handle: 'some', name: { en: 'Some' }, parent: 'all' }])
await fill()

test('every list is one range of an index in its order, at the first page and far behind it, at a million products', async () => {
  for (const sort of sortSchema.options) {
    for (const list of [{}, { category: 'all' }, { category: 'some' }, { contributor: 'prolific' }, { series: 'endless' }]) {
      memory.taken()
      const { items, nextCursor } = await shop.listProducts({ ...list, sort, limit })
      assert.equal(items.length, limit)
      await shop.listProducts({ ...list, sort, limit, cursor: nextCursor! })
      await assertPages(`${sort} ${JSON.stringify(list)}`)
    }
  }
})

test('far behind the first page of a list a page costs what the first costs', async () => {
  const statements = [
    'select e.featured as key, e.product_no as no from list_entry e where e.list_no = 0 order by e.featured desc offset 0 limit 1',
    'select e.price as key, e.product_no as no from list_price e where e.list_no = 0 and e.market = \'gb\' order by e.price desc limit 1',
  ]
  const [featured, price] = await Promise.all(statements.map((text) => databases.catalog.one<{ key: number; no: number }>(text)))
  for (const [sort, place] of [['featured', featured], ['price', price], ['-price', price]] as const) {
    const statement = listStatement(sort, { listNo: 0, market: 'gb', today: 0, after: [Math.floor((place as { key: number }).key / 2), 0], limit })
    assert.deepEqual(await costsOf(databases.catalog, statement, 2 * limit + 2), [], sort)
  }
})

test('by identifier, by id, by handle and by many ids no more is read than is there', async () => {
  memory.taken()
  assert.equal((await shop.listProducts({ identifier: 'isbn13:500000' })).items.length, 1)
  await shop.getProduct({ idOrHandle: 'prd_500000' })
  await shop.getProduct({ idOrHandle: 'p-500000' })
  await shop.getCards({ productIds: ['prd_500000', 'prd_600000'] })
  await shop.getOffers({ offerIds: ['off_500000'] })
  await shop.getContributor({ idOrHandle: 'prolific' })
  await shop.getSeries({ idOrHandle: 'endless' })
  await assertPages('one product', 10, ownEditions)
})

test('the snapshot and the list of imports are read in the order of their keys', async () => {
  memory.taken()
  await shop.snapshot({ limit: 100 })
  await shop.listImports({ limit: 100 })
  await assertPages('snapshot and imports', 110, ownCodes)
})

/** The editions and offers of one product are put in their order when they are read. */
const ownEditions = 'Sort of 1 rows'

/** So are the unknown codes of one import; what a list of codes has is few. */
const ownCodes = 'Sort of 0 rows'

/** Categories are few and read whole; everything else is read by its key. What carries events runs beside it by its own clock, and is not asked for here. */
async function assertPages(what: string, most = 2 * limit + 2, ...allowed: readonly string[]): Promise<void> {
  const statements = memory.taken().filter(({ text }) => !/\bfrom category\b|\b(parked_event|outbox|inbox|consumer_cursor|stale_product)\b/.test(text))
  assert.ok(statements.length > 0)
  for (const statement of statements) assert.deepEqual((await costsOf(databases.catalog, statement, most)).filter((cost) => !allowed.includes(cost)), [], `${what}: ${statement.text}`)
}

/** Goods of no great variety, as many as a large shop has: in everything, in a category and below it, of one contributor, in one series. */
async function fill(): Promise<void> {
  const card = '{"card":{"id":"prd_","handle":"p","kind":"book","title":"T","contributors":[],"series":[],"formats":[],"media":[],"rating":null,"cover":{"format":"paperback"}},"markets":{}}'
  const details = '{"descriptionHtml":"","work":null,"contributors":[],"series":[],"subjects":[],"attributes":{},"media":[],"rating":null}'
  const run = (text: string, values: readonly unknown[] = []) => runUnhurried(databases.catalog, text, values)
  await run(`insert into contributor (id, handle, name, name_key, list_no) values ('ctb_1', 'prolific', 'Prolific', 'prolific', 900001)`)
  await run(`insert into series (id, handle, name, name_key, list_no) values ('ser_1', 'endless', 'Endless', 'endless', 900002)`)
  await run(`insert into seller (id, handle, name, standing, version) values ('sel_1', 'house', 'Octavo', 'good', 1)`)
  for (const [table, prefix] of [['contributor', 'ctb'], ['series', 'ser']]) {
    await run(`insert into ${table} (id, handle, name, name_key, list_no) select '${prefix}_other_' || n, 'other-' || n, 'Other', 'other ' || n, 1000000 + n from generate_series(1, 20000) n`)
  }
  await run(`insert into seller (id, handle, name, standing, version) select 'sel_other_' || n, 'other-' || n, 'Other', 'good', 1 from generate_series(1, 20000) n`)
  await run(`insert into imports (id, format, file, status, started_at, fingerprint) select 'imp_' || n, 'csv', 'f', 'completed', now(), n from generate_series(1, 20000) n`)
  const part = async (from: number, to: number): Promise<void> => {
    await run(
      `insert into product (no, id, source, key, handle, kind, title, details, category_ids, name_lists, content_hash, version, updated_at, lists, featured, newest, title_key)
       select n, 'prd_' || n, 'plans', n, 'p-' || n, 'book', 'T', $1::json, '{}', '{}', '', 1, now(), '{0}', 0, 0, '' from generate_series($2::int, $3::int) n`, [details, from, to])
    await run('insert into card (product_no, json) select n, $1 from generate_series($2::int, $3::int) n', [card, from, to])
    await run(`insert into offer (id, product_no, variant_id, position, key, seller_id, condition, prices, stock_item_id, units_per_sale)
      select 'off_' || n, n, 'var_' || n, 0, '', 'sel_1', 'new', '{"GBP":999}', 'stk_' || n, 1 from generate_series($1::int, $2::int) n`, [from, to])
    await run(`insert into variant (id, product_no, position, key, format, digital, tax_class, weight_grams, details) select 'var_' || n, n, 0, '', 'paperback', false, 'book', 300, '{"identifiers":[],"contributors":[]}' from generate_series($1::int, $2::int) n`, [from, to])
    await run(`insert into stock (id, available, promisable, version) select 'stk_' || n, 10, 0, 1 from generate_series($1::int, $2::int) n`, [from, to])
    await run(`insert into picture (id, product_no, position, name, digest, alt, height_px, widths_px) select 'pic_' || n, n, 0, n, '', '', 100, '{100}' from generate_series($1::int, $2::int) n where n % 10 = 0`, [from, to])
    await run(`insert into identifier (value, product_no) select 'isbn13:' || n, n from generate_series($1::int, $2::int) n`, [from, to])
    // Every product is in everything, one in ten in the other lists; one in a hundred is not offered here.
    const lists = '(select 0 as list_no, 1 as every union all select list_no, 10 from category union all values (900001, 10), (900002, 10)) l'
    await run(`insert into list_entry (list_no, product_no, featured, newest, title_key)
      select l.list_no, n, (n * 7919::bigint) % 1000003, -(n * 104729::bigint) % 20000000, lpad(((n * 15485863::bigint) % 1000003)::text, 7, '0') from generate_series($1::int, $2::int) n, ${lists} where n % l.every = 0`, [from, to])
    await run(`insert into list_price (list_no, market, price, product_no)
      select l.list_no, 'gb', case when n % 100 = 0 then 9000000000000000 else 100 + n % 5000 end, n from generate_series($1::int, $2::int) n, ${lists} where n % l.every = 0`, [from, to])
  }
  for (let from = 1; from < million; from += 2 * partRows) await Promise.all([part(from, from + partRows - 1), part(from + partRows, from + 2 * partRows - 1)])
  await run('analyze')
}
