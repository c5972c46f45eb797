import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shuffled } from './shuffle.ts'

const ids = Array.from({ length: 15 }, (_, at) => `p${at}`)
const lots = Array.from({ length: 4000 }, (_, at) => `cli_${at} whales`)

test('a share of queries has its first ten places drawn by lot, and only those', () => {
  const drawn = lots.map((lot) => shuffled(ids, { lot, percent: 25, pinned: 0 })).filter((one) => one.drawn)
  assert.ok(drawn.length > 800 && drawn.length < 1200)
  for (const { ids: some } of drawn) {
    assert.deepEqual(some.slice(10), ids.slice(10))
    assert.deepEqual([...some].sort(), [...ids].sort())
  }
  assert.ok(lots.every((lot) => !shuffled(ids, { lot, percent: 0, pinned: 0 }).drawn))
})

test('every product comes to every place about as often', () => {
  const times = ids.slice(0, 10).map(() => new Map<string, number>())
  for (const lot of lots) for (const [at, id] of shuffled(ids, { lot, percent: 100, pinned: 0 }).ids.slice(0, 10).entries()) times[at]?.set(id, (times[at]?.get(id) ?? 0) + 1)
  for (const place of times) for (const id of ids.slice(0, 10)) assert.ok((place.get(id) ?? 0) > 300 && (place.get(id) ?? 0) < 500, `${id}: ${place.get(id)}`)
})

test('what is pinned stays where it is, and one lot falls the same each time', () => {
  for (const lot of lots.slice(0, 100)) {
    const one = shuffled(ids, { lot, percent: 100, pinned: 2 })
    assert.deepEqual(one.ids.slice(0, 2), ['p0', 'p1'])
    assert.deepEqual(one, shuffled(ids, { lot, percent: 100, pinned: 2 }))
  }
  assert.equal(shuffled(['a'], { lot: 'q', percent: 100, pinned: 0 }).drawn, false)
})
