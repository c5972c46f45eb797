import assert from 'node:assert/strict'
import { it } from 'node:test'
import { exploreAtRandom, exploreExhaustively, smallSettings } from './explore.ts'

it('whatever dies, stalls, repeats or is lost: an order with its stock and its money, or nothing of either; and it always ends', () => {
  const { breach, outcomes } = exploreAtRandom({ schedules: 2_000, seed: Math.trunc(Math.random() * 2 ** 31) })
  assert.equal(breach, undefined)
  for (const end of ['placed', 'dispatched', 'cancelled', 'failed']) assert.ok((outcomes.get(end) ?? 0) > 0, `some end ${end}`)
})

it('no single fault at any moment, followed by any other, breaks a promise', () => {
  for (const setting of smallSettings) assert.equal(exploreExhaustively(setting, 1).breach, undefined)
})
