import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contentOf } from './content.ts'
import { fullShop, openEmptyShop } from './full-shop.ts'
import { openRawDoor } from './raw-door.ts'

const shop = await fullShop()
const content = await contentOf(shop.database)

/** What a second shop that had nothing has after it took an export in, and what it then writes itself. */
async function carriedOver(query: string, format: 'csv' | 'onix') {
  const { text } = await shop.door.get(`/exports?${query}`)
  const second = await openEmptyShop()
  const { rejects, ended } = await second.door.bring({ format, text })
  assert.deepEqual([rejects, ended?.type], [[], 'done'])
  await second.settled()
  return { text, again: (await second.door.get(`/exports?${query}`)).text, content: await contentOf(second.database), second, file: { format, text } }
}

/** Without the time it was written at. */
const undated = (text: string): string[] => text.split('\n').filter((line) => !line.includes('SentDateTime>') && !line.includes('<x307>'))

for (const [name, query, format] of [['a table', 'format=csv', 'csv'], ['ONIX by reference names', 'format=onix', 'onix'], ['ONIX by short tags', 'format=onix&tags=short', 'onix']] as const) {
  test(`a catalogue that went out as ${name} comes into an empty shop record by record, and goes out of it the same`, async () => {
    const carried = await carriedOver(query, format)
    assert.deepEqual(undated(carried.again), undated(carried.text))
    for (const [table, rows] of Object.entries(content)) {
      const wanted = format === 'onix' && table === 'categories' ? rows.filter(({ used }) => used) : rows
      const found = format === 'onix' && table === 'categories' ? carried.content[table]?.filter(({ used }) => used) : carried.content[table]
      assert.equal(found?.length, wanted.length, table)
      for (const [at, row] of wanted.entries()) assert.deepEqual(found?.[at], row, table)
    }
    const { ended } = await carried.second.door.bring({ ...carried.file, name: 'the same again', options: { stock: 1 } })
    assert.ok(ended && 'unchanged' in ended)
    assert.deepEqual([ended.created, ended.updated, ended.rejected], [0, 0, 0])
  })
}

test('what was sold stays with the shop that sold it: an export tells what is left', async () => {
  const offerOf = async (handle: string) => (await shop.shop.getProduct({ idOrHandle: handle })).variants[0]?.offers[0]?.id ?? ''
  const [offer] = await shop.shop.getOffers({ offerIds: [await offerOf('the-hunger-games')] })
  await shop.ordersInventory.hold({ checkoutId: 'cko_1', attempt: 1, fence: 1, lines: [{ stockItemId: offer?.stockItemId ?? '', units: 2 }], expiresAt: new Date(Date.now() + 60_000).toISOString() })
  const line = (await shop.door.get('/exports?format=csv')).text.split('\n').find((one) => one.includes('the-hunger-games'))
  assert.match(line ?? '', /,goodbooks:1,5,/)
})

test('an export is for operators, and says what it can write', async () => {
  assert.equal((await (await openRawDoor(shop.service.raw, { kind: 'anonymous' })).get('/exports?format=csv')).status, 401)
  for (const query of ['', 'format=pdf', 'format=onix&tags=long', 'format=csv&tags=short']) assert.equal((await shop.door.get(`/exports?${query}`)).status, 422, query)
})
