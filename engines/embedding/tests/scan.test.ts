import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { cosine, quantise, type Vector } from '../port.ts'
import { openScan, type Near } from '../scan/scan.ts'

const vectorOf = (dimensions: number) => fc.array(fc.integer({ min: -20, max: 20 }), { minLength: dimensions, maxLength: dimensions }).map(quantise)
const byHand = (kept: ReadonlyMap<string, Vector>, query: Vector, count: number): Near[] =>
  [...kept].map(([id, vector]) => ({ id, cosine: cosine(query, vector) })).filter((one) => one.cosine > 0).sort((a, b) => b.cosine - a.cosine || (a.id < b.id ? -1 : 1)).slice(0, count)

describe('a scan', () => {
  it('finds what comparing one by one finds, whatever was put, replaced and deleted', () => {
    fc.assert(fc.property(
      fc.constantFrom(16, 48, 192).chain((dimensions) => fc.record({
        dimensions: fc.constant(dimensions), query: vectorOf(dimensions),
        acts: fc.array(fc.record({ id: fc.constantFrom(...'abcdefghij'), vector: fc.option(vectorOf(dimensions)) }), { maxLength: 40 }),
      })),
      ({ dimensions, query, acts }) => {
        const scan = openScan(dimensions)
        const kept = new Map<string, Vector>()
        for (const { id, vector } of acts) {
          if (vector) { scan.put(id, vector); kept.set(id, vector) } else { scan.delete(id); kept.delete(id) }
        }
        assert.equal(scan.size, kept.size)
        // Those that are as near as the last may stand for each other.
        const found = scan.nearest(query, 4)
        const wanted = byHand(kept, query, 4)
        assert.deepEqual(found.map((one) => one.cosine), wanted.map((one) => one.cosine))
        for (const one of found) assert.equal(cosine(query, kept.get(one.id) as Vector), one.cosine)
        assert.deepEqual(scan.cosines(query, [...'abcxyz']), [...'abcxyz'].map((id) => (kept.has(id) ? cosine(query, kept.get(id) as Vector) : 0)))
        for (const [id, vector] of kept) assert.deepEqual(scan.vector(id), vector)
        assert.equal(scan.vector('nobody'), undefined)
      },
    ))
  })

  it('goes over more rows than one look takes', () => {
    const scan = openScan(16)
    const vectors = Array.from({ length: 10_001 }, (_, n) => quantise(Array.from({ length: 16 }, (_, at) => ((n + 1) * (at + 3)) % 31 - 15)))
    for (const [n, vector] of vectors.entries()) scan.put(`product ${n}`, vector)
    const query = vectors[10_000] as Vector
    const kept = new Map(vectors.map((vector, n) => [`product ${n}`, vector]))
    assert.deepEqual(scan.nearest(query, 50).map((one) => one.cosine), byHand(kept, query, 50).map((one) => one.cosine))
    assert.ok((scan.nearest(query, 1)[0]?.cosine as number) > 0.97)
  })

  it('keeps the largest products whole', () => {
    const scan = openScan(4_096)
    const extreme = new Int8Array(4_096).fill(-127)
    scan.put('extreme', extreme)
    assert.equal(scan.cosines(extreme, ['extreme'])[0], 4_096)
  })

  it('refuses vectors of other dimensions', () => {
    const scan = openScan(32)
    assert.throws(() => scan.put('a', new Int8Array(16)), /32 dimensions, not 16/)
    assert.throws(() => scan.nearest(new Int8Array(48), 1), /32 dimensions, not 48/)
    assert.throws(() => openScan(20), /multiple of 16/)
    assert.deepEqual(scan.nearest(new Int8Array(32), 0), [])
  })
})
