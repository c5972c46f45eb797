import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isFailure } from '@octavo/failure'
import { deleteAskedBefore } from '../store/asked-queries.ts'
import { book, openShop } from './shop.ts'

let daysAgo = 0
const shop = await openShop({ clock: { now: () => new Date(Date.now() - daysAgo * 86_400_000) }, behaviour: { keptDays: 30, shuffledPercent: 0, suggestedFrom: 5 } })
const [moby = '', omoo = '', , number = ''] = await shop.put(book('Moby-Dick; or, The Whale', 'Herman Melville'), book('Omoo', 'Herman Melville'), book('Emma', 'Jane Austen'), book('The number 0171 5550 123', 'Ann Caller'))
const operator = shop.client({ kind: 'operator' })

/** Somebody asks, sees what there is and clicks the products named. */
async function asks(q: string, clientId: string, clicked: readonly string[] = [], action: 'click' | 'add_to_cart' | 'purchase' = 'click') {
  const by = { clientId }
  const { queryId, items } = await shop.shop.search({ q, by })
  const seen = items.map(({ id: productId }, at) => ({ productId, position: at + 1 }))
  await shop.shop.noteInteractions({ by, interactions: [{ action: 'impression', queryId, items: seen }] })
  const done = seen.filter(({ productId }) => clicked.includes(productId))
  if (done.length > 0) await shop.shop.noteInteractions({ by, interactions: [{ action, queryId, items: done }] })
  return { queryId, seen }
}

const log = async () => (await operator.listLog({ limit: 1000 })).items
const eventsOf = async (id: string) => (await log()).find(({ query }) => query.query_id === id)?.events.map(({ action_name, event_attributes: { object, position } }) => [action_name, object.object_id, position.ordinal])

test('a query, what it showed and what came of it are told in the shape of User Behavior Insights', async () => {
  const { queryId, seen } = await asks('melville', 'cli_ada', [moby])
  const at = seen.find(({ productId }) => productId === moby)?.position
  await shop.shop.noteInteractions({ by: { clientId: 'cli_ada' }, interactions: [{ action: 'purchase', queryId, items: [{ productId: moby, position: at ?? 0 }] }] })
  const logged = (await log()).find(({ query }) => query.query_id === queryId)
  assert.deepEqual([logged?.query.user_query, logged?.query.client_id, logged?.query.query_response_hit_ids], ['melville', 'cli_ada', seen.map(({ productId }) => productId)])
  assert.deepEqual(logged?.events.map(({ action_name, query_id, message_type, event_attributes: { object, position } }) => [action_name, query_id, message_type, object.object_id, position.ordinal].join(' ')).sort(), [
    ...seen.map(({ productId, position }) => `impression ${queryId} QUERY ${productId} ${position}`), `click ${queryId} QUERY ${moby} ${at}`, `purchase ${queryId} CONVERSION ${moby} ${at}`,
  ].sort())
})

test('what is told twice counts once, and what nobody asked not at all', async () => {
  const { queryId } = await asks('emma', 'cli_ada')
  const click = { action: 'click' as const, queryId, items: [{ productId: moby, position: 1 }] }
  const other = { ...click, items: [{ productId: omoo, position: 2 }] }
  for (let times = 0; times < 2; times++) await shop.shop.noteInteractions({ by: { clientId: 'cli_ada' }, interactions: [click, { ...click, queryId: 'qry_made_up' }] })
  for (const by of [{ clientId: 'cli_somebody_else' }, {}, { clientId: 'cli_ada', robot: true }]) await shop.shop.noteInteractions({ by, interactions: [other] })
  assert.deepEqual((await eventsOf(queryId))?.filter(([action]) => action === 'click'), [['click', moby, 1]])
})

test('of whoever agreed to nothing a query is kept without a name, and of robots nothing', async () => {
  const { queryId } = await shop.shop.search({ q: 'omoo' })
  const robot = await shop.shop.search({ q: 'omoo', by: { robot: true } })
  const logged = await log()
  assert.equal(logged.find(({ query }) => query.query_id === queryId)?.query.client_id, undefined)
  assert.equal(logged.find(({ query }) => query.query_id === robot.queryId), undefined)
})

test('whoever does not agree any more is forgotten', async () => {
  const { queryId } = await asks('omoo', 'cli_bea', [omoo])
  assert.ok(((await eventsOf(queryId))?.length ?? 0) > 0)
  assert.equal((await shop.shop.forgetClient({ clientId: 'cli_bea' })).forgotten, 1)
  assert.deepEqual(await eventsOf(queryId), [])
  assert.ok(!JSON.stringify(await log()).includes('cli_bea'))
})

test('what others asked and found is suggested once enough different shoppers did on enough days, also for another spelling', async () => {
  const suggested = async (q: string) => (await shop.shop.suggest({ q })).items.filter(({ kind }) => kind === 'query').map(({ text, url }) => `${text} ${url}`)
  daysAgo = 1
  for (let times = 0; times < 8; times++) await asks('Melville whale', 'cli_same', [moby])
  daysAgo = 0
  for (const clientId of ['cli_1', 'cli_2', 'cli_3']) await asks('melville whale', clientId, [moby])
  // Enough asked this, and found nothing that they wanted; and this would tell of somebody.
  for (const [at, clientId] of ['cli_1', 'cli_2', 'cli_3', 'cli_4', 'cli_5'].entries()) {
    daysAgo = at % 3
    await asks('melville omoo', clientId)
    await asks('caller 0171 5550 123', clientId, [number])
  }
  daysAgo = 0
  await asks('melville whale', 'cli_4', [moby])
  await shop.service.remembered()
  assert.deepEqual(await suggested('melv'), [], 'five shoppers within two days')
  daysAgo = 2
  await asks('melville  whale', 'cli_4', [moby])
  daysAgo = 0
  await shop.service.remembered()
  assert.deepEqual(await suggested('melv'), ['melville whale /search?q=melville%20whale'])
  for (const typed of ['melvlle wha', 'mellville', 'mevlil', 'melville whlae']) assert.deepEqual(await suggested(typed), ['melville whale /search?q=melville%20whale'], typed)
  assert.deepEqual(await suggested('malvern'), [])
  assert.deepEqual((await shop.shop.suggest({ q: 'melv', market: 'de' })).items.filter(({ kind }) => kind === 'query'), [])
  assert.deepEqual(await suggested('cal'), [])
  await operator.putRule({ kind: 'hide', query: 'Melville whale' })
  assert.deepEqual(await suggested('melv'), [])
})

test('an operator sees what is asked, what is not found and what nobody clicks', async () => {
  await shop.shop.search({ q: 'Zeppelin' })
  const queries = async (which: 'all' | 'not-found' | 'not-clicked') => (await operator.listQueries({ which })).map(({ query }) => query.toLowerCase())
  assert.ok((await queries('all')).includes('melville whale') && (await queries('all')).includes('zeppelin'))
  assert.deepEqual(await queries('not-found'), ['zeppelin'])
  assert.deepEqual(await queries('not-clicked'), ['melville omoo'])
  const [most] = await operator.listQueries({})
  assert.deepEqual([most?.times, most?.shoppers, most?.watched, most?.clicked], [13, 5, 13, 13])
})

test('clicks imply how good a product is, of queries that enough shoppers asked', async () => {
  const { items, positions } = await operator.judgments({ shoppers: 5 })
  const whale = items.filter(({ query }) => query === 'melville whale').sort((a, b) => b.attractiveness - a.attractiveness)
  assert.deepEqual([whale[0]?.productId, whale[0]?.shown, whale[0]?.clicked], [moby, 13, 13])
  assert.ok((whale[0]?.attractiveness ?? 0) > Math.max(0.7, whale[1]?.attractiveness ?? 0))
  assert.deepEqual(positions[0], { position: 1, examined: 1, measured: false })
  assert.ok(!items.some(({ query }) => query === 'emma'))
})

test('the log is the operator’s', async () => {
  for (const ask of [() => shop.client({ kind: 'guest', guestId: 'gst_1' }).listQueries({}), () => shop.client({ kind: 'anonymous' }).listLog({}), () => shop.client({ kind: 'anonymous' }).judgments({})]) await assert.rejects(ask(), (error) => isFailure(error, 'SIGN_IN_REQUIRED'))
  await assert.rejects(operator.listLog({ cursor: 'made-up' }), (error) => isFailure(error, 'INVALID_INPUT'))
})

test('first places are drawn by lot for those who agreed, and never around a title that was named', async () => {
  const lots = await openShop({ behaviour: { keptDays: 30, shuffledPercent: 100, suggestedFrom: 5 } })
  await lots.put(book('Whales', 'Ada Author'), ...Array.from({ length: 8 }, (_, at) => book(`Whales, volume ${at + 1}`, 'Ada Author', { featuredRank: at + 1 })))
  const asked = async (q: string, by?: { clientId: string }) => (await lots.shop.search({ q, ...(by && { by }) })).items.map(({ title }) => title).join()
  const ordersOf = async (q: string) => new Set(await Promise.all(Array.from({ length: 8 }, (_, at) => asked(q, { clientId: `cli_${at}` }))))
  assert.ok((await ordersOf('ada')).size > 1)
  assert.equal(await asked('ada', { clientId: 'cli_1' }), await asked('ada', { clientId: 'cli_1' }))
  assert.equal(new Set([await asked('ada'), await asked('ada'), await asked('ada')]).size, 1)
  assert.equal((await ordersOf('whales')).size, 1)
  const logged = (await lots.client({ kind: 'operator' }).listLog({})).items
  assert.deepEqual([...new Set(logged.filter(({ query }) => query.query_attributes['shuffled']).map(({ query }) => query.user_query))], ['ada'])
})

test('queries and what was done with them are kept no longer than said', async () => {
  const { queryId } = await asks('austen', 'cli_old', [])
  assert.ok(await eventsOf(queryId))
  await deleteAskedBefore(shop.databases.search, new Date(Date.now() + 1))
  assert.deepEqual(await shop.databases.search.rows('select from interaction'), [])
})
