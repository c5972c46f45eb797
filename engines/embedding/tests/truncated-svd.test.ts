import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { eigen } from '../fitted/eigen.ts'
import { gram, times, zeros, type Matrix, type Sparse } from '../fitted/matrix.ts'
import { truncatedSvd } from '../fitted/truncated-svd.ts'

const sparse = (rows: readonly (readonly number[])[]): Sparse => {
  const starts = [0]
  const columnOf: number[] = []
  const values: number[] = []
  for (const row of rows) {
    for (const [column, value] of row.entries()) if (value !== 0) { columnOf.push(column); values.push(value) }
    starts.push(values.length)
  }
  return { rows: rows.length, columns: rows[0]?.length ?? 0, starts: Uint32Array.from(starts), columnOf: Uint32Array.from(columnOf), values: Float32Array.from(values) }
}
const dense = (rows: readonly (readonly number[])[]): Matrix => ({ rows: rows.length, columns: rows[0]?.length ?? 0, data: Float32Array.from(rows.flat()) })
const drawn = (seed: number) => { let state = seed; return () => { state = (state * 16_807) % 2_147_483_647; return state / 2_147_483_647 } }
/** Ten directions of about the same strength, of which ten drawn at random may miss one. */
const signed = [[[1, 1], [2, 3]], [[2, 1]], [[4, 1]], [[7, -1]], [[8, -1]], [[0, 1]], [[3, 1]], [[9, -1]], [[6, 1]], [[5, -1]]].map((row) => Array.from({ length: 10 }, (_, column) => row.find(([at]) => at === column)?.[1] ?? 0))
const matrices = fc.integer({ min: 1, max: 12 }).chain((columns) => fc.array(fc.array(fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: -5, max: 5 }) }), { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 12 }))

describe('eigenvalues', () => {
  it('turn a symmetric matrix into its diagonal and back', () => {
    fc.assert(fc.property(matrices, (rows) => {
      const size = rows[0]?.length as number
      const symmetric = gram(dense(rows))
      const { values, vectors } = eigen(symmetric, size)
      for (let a = 0; a < size; a++) {
        assert.ok(a === 0 || (values[a - 1] as number) >= (values[a] as number))
        for (let b = 0; b < size; b++) {
          let back = 0
          let product = 0
          for (let at = 0; at < size; at++) {
            back += (vectors[a * size + at] as number) * (values[at] as number) * (vectors[b * size + at] as number)
            product += (vectors[at * size + a] as number) * (vectors[at * size + b] as number)
          }
          assert.ok(Math.abs(back - (symmetric[a * size + b] as number)) < 1e-7)
          assert.ok(Math.abs(product - (a === b ? 1 : 0)) < 1e-9)
        }
      }
    }))
  })
})

describe('the strongest directions', () => {
  it('are those of the matrix: of all directions together nothing of weight is lost', () => {
    fc.assert(fc.property(matrices, fc.integer({ min: 1, max: 1_000_000 }), (rows, seed) => {
      const matrix = sparse(rows)
      const { right, strengths } = truncatedSvd(matrix, 12, drawn(seed))
      const columns = matrix.columns
      // A · V · Vᵀ is A again.
      const turned = times(matrix, right)
      const norm = Math.hypot(...rows.flat())
      for (const [row, wanted] of rows.entries()) {
        for (let column = 0; column < columns; column++) {
          let back = 0
          for (let at = 0; at < right.columns; at++) back += (turned.data[row * right.columns + at] as number) * (right.data[column * right.columns + at] as number)
          assert.ok(Math.abs(back - (wanted[column] as number)) <= 1e-2 * norm)
        }
      }
      const squares = strengths.reduce((sum, one) => sum + one * one, 0)
      assert.ok(Math.abs(Math.sqrt(squares) - norm) <= 1e-2 * norm)
    }), { examples: [[signed, 999_969]] })
  })

  it('keep most of what is there when few are asked for', () => {
    const random = drawn(7)
    // Three topics of ten words each, and a little noise.
    const rows = Array.from({ length: 60 }, (_, row) => Array.from({ length: 30 }, (_, column) => (Math.floor(column / 10) === row % 3 ? 1 + random() : random() < 0.05 ? 0.1 : 0)))
    const { right, strengths } = truncatedSvd(sparse(rows), 3, random)
    assert.equal(right.columns, 3)
    const kept = Math.hypot(...strengths) / Math.hypot(...rows.flat())
    assert.ok(kept > 0.95, `kept ${kept}`)
  })

  it('are none where there is nothing', () => {
    assert.equal(truncatedSvd(sparse([[0, 0], [0, 0]]), 2, drawn(1)).right.columns, 0)
    assert.deepEqual(zeros(0, 3).data.length, 0)
  })
})
