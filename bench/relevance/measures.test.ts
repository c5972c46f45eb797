import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { esciGain, interval, judgedOrder, mean, ndcg, recall, reciprocalRank } from './measures.ts'

const grades = new Map([['exact', 3], ['substitute', 2], ['complement', 1], ['wrong', 0]])
const close = (actual: number, wanted: number): void => assert.ok(Math.abs(actual - wanted) < 1e-9, `${actual} is not ${wanted}`)

describe('measures of a ranking', () => {
  it('give 1 to the best order and less to any other', () => {
    close(ndcg(['exact', 'substitute', 'complement', 'wrong'], grades, esciGain), 1)
    const ideal = 1 + 0.1 / Math.log2(3) + 0.01 / 2
    close(ndcg(['wrong', 'exact'], grades, esciGain), (1 / Math.log2(3)) / ideal)
    close(ndcg(['unknown', 'wrong', 'exact'], grades, esciGain, 2), 0)
    close(ndcg(['exact'], new Map([['wrong', 0]]), esciGain), 0)
  })

  it('count no gain for what a ranking leaves out', () => {
    assert.deepEqual(judgedOrder(['unknown', 'complement'], grades), ['complement', 'wrong', 'substitute', 'exact'])
  })

  it('find a known thing by its place, and the share of what should be found', () => {
    close(reciprocalRank(['a', 'b', 'c'], new Set(['c', 'b'])), 1 / 2)
    close(reciprocalRank(['a'], new Set(['c'])), 0)
    close(recall(['a', 'b', 'c'], new Set(['a', 'c', 'd', 'e']), 2), 1 / 4)
  })

  it('stand within their interval', () => {
    let state = 1
    const random = () => { state = (state * 16_807) % 2_147_483_647; return state / 2_147_483_647 }
    const values = Array.from({ length: 100 }, (_, n) => n % 2)
    const { low, high, mean: middle } = interval(values, random)
    close(middle, mean(values))
    // The standard error is .05.
    assert.ok(low > 0.36 && low < 0.45 && high > 0.55 && high < 0.64)
  })
})
