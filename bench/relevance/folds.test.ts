import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { heldOut, type Judged } from './folds.ts'
import { esciGain, mean } from './measures.ts'

/** The good one comes last by its words and has the feature; the bad one has the noise. */
const query = (good: Readonly<Record<string, number>>, bad: Readonly<Record<string, number>>): Judged => ({
  grades: new Map([['good', 3], ['bad', 0]]), candidates: [{ id: 'bad', features: { text: 0.6, ...bad } }, { id: 'good', features: { text: 0.5, ...good } }],
})
const names = ['text', 'telling', 'noise']

describe('weights chosen on the other folds', () => {
  it('take what tells in all of them', () => {
    const all = Array.from({ length: 10 }, () => query({ telling: 1 }, { noise: 1 }))
    assert.equal(mean(heldOut(all, names, esciGain)), 1)
  })

  it('are never chosen on the query they are asked of', () => {
    // Each fold has a feature that tells in no other, and misleads in the next.
    const own = ['text', 'a', 'b', 'c', 'd', 'e']
    const all = own.slice(1).map((name) => query({ [name]: 1 }, {}))
    assert.ok(mean(heldOut(all, own, esciGain)) < 0.7)
  })
})
