import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noted, taken, type Taken } from './history.ts'

const one = (n: number): Taken => taken('hold-stock', { attempt: n, fence: 1 }, { kind: 'unanswered' }, 'the stock room is closed', { at: new Date(n), tookMs: 1.4 })

test('a step that fails for days keeps how it began and how it went last', () => {
  const history = Array.from({ length: 500 }, (_, n) => one(n + 1)).reduce<readonly Taken[]>(noted, [])
  assert.deepEqual([history.length, history[0]?.attempt, history[19]?.attempt, history[20]?.attempt, history.at(-1)?.attempt], [100, 1, 20, 421, 500])
})

test('a step says why it was refused, and what was said instead of an answer', () => {
  assert.deepEqual([one(1).detail, one(1).tookMs], ['the stock room is closed', 1])
  const refused = taken('hold-stock', { attempt: 1, fence: 1 }, { kind: 'refused', partly: false, failure: { code: 'OUT_OF_STOCK', detail: 'There are 2 left.' } }, 'of an earlier step', { at: new Date(0), tookMs: 0 })
  assert.equal(refused.detail, 'OUT_OF_STOCK: There are 2 left.')
  assert.equal(taken('hold-stock', { attempt: 1, fence: 1 }, { kind: 'held', promised: false }, 'of an earlier step', { at: new Date(0), tookMs: 0 }).detail, null)
})
