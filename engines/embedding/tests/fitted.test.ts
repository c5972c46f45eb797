import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { corpus, embeddingConformance } from '../conformance.ts'
import { fitEmbedding, fittedEmbedder, ModelRefused } from '../fitted/fitted.ts'
import { cosine, type Text } from '../port.ts'

const texts = corpus.map((words): Text => [{ words, weight: 1 }])
const options = { dimensions: 16 }
const fitting = fitEmbedding([texts.slice(0, 10), texts.slice(10)], options)

embeddingConformance('fitted', async () => fittedEmbedder(await fitting))

describe('a fitted embedding', () => {
  it('is the same for the same texts and seed, and says on how many it was fitted', async () => {
    const again = await fitEmbedding([texts], options)
    assert.deepEqual(again, await fitting)
    assert.equal(fittedEmbedder(again).id, fittedEmbedder(await fitting).id)
    assert.equal(fittedEmbedder(again).fittedOn, corpus.length)
    assert.notEqual(fittedEmbedder(await fitEmbedding([texts.slice(1)], options)).id, fittedEmbedder(again).id)
  })

  it('knows a word by its pieces, misspelt or bent', async () => {
    const embedder = fittedEmbedder(await fitting)
    const [right, wrong, bent, other] = await embedder.embed(['whaling', 'whalling', 'whaler', 'telescope'].map((words) => [{ words, weight: 1 }])) as [Int8Array, Int8Array, Int8Array, Int8Array]
    assert.ok(cosine(right, wrong) > cosine(right, other) + 0.3)
    assert.ok(cosine(right, bent) > cosine(right, other) + 0.3)
  })

  it('fits a fair sample when there are more texts than it takes', async () => {
    const file = await fitEmbedding(Array.from({ length: 40 }, () => texts), { ...options, mostTexts: 50 })
    assert.equal(fittedEmbedder(file).fittedOn, 50)
    // A sample of the first fifty would have every topic twice over; of all of them, too: none may be missing.
    const vectors = await fittedEmbedder(file).embed(texts)
    for (const vector of vectors) assert.ok(vector.some((x) => x !== 0))
  })

  it('bears no texts at all, and texts that are all alike', async () => {
    for (const some of [[], [[]], [[[]]], [Array.from({ length: 5 }, () => texts[0] as Text)]] as Text[][][]) {
      const embedder = fittedEmbedder(await fitEmbedding(some, options))
      const [vector] = await embedder.embed([texts[0] as Text])
      assert.equal(vector?.length, 16)
    }
  })

  it('refuses a file that is no model, is not whole, or is of another version', async () => {
    const file = await fitting
    const other = Buffer.concat([Buffer.from(file.subarray(0, file.indexOf('\n')).toString().replace('embedding 1', 'embedding 0')), file.subarray(file.indexOf('\n'))])
    for (const bad of [Buffer.from(''), Buffer.from('hello\n'), file.subarray(0, file.length - 1), other]) assert.throws(() => fittedEmbedder(bad), ModelRefused)
  })

  it('ends when it is told to', async () => {
    await assert.rejects(fitEmbedding([texts], options, AbortSignal.abort()), { name: 'AbortError' })
  })
})
