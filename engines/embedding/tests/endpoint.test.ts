import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { after, before, beforeEach, describe, it } from 'node:test'
import { corpus, embeddingConformance } from '../conformance.ts'
import { endpointEmbedder } from '../endpoint.ts'
import { fitEmbedding, fittedEmbedder } from '../fitted/fitted.ts'

interface Asked { readonly model: string; readonly input: string[]; readonly dimensions: number }

/** The other company's server: it speaks OpenAI's API, and thinks with a model fitted on the corpus. */
const model = fitEmbedding([corpus.map((words) => [{ words, weight: 1 }])], { dimensions: 16 })
const heard: { readonly authorization: string | undefined; readonly body: Asked }[] = []
let answers: (number | 'short')[] = []
const server = createServer((request: IncomingMessage, response) => {
  void (async () => {
    const body = await json(request) as Asked
    heard.push({ authorization: request.headers.authorization, body })
    const told = answers.shift() ?? 200
    if (told !== 200 && told !== 'short') { response.writeHead(told, { 'retry-after': '0' }).end(`{"error":{"message":"trouble ${told}"}}`); return }
    if (body.input.some((words) => words === '')) { response.writeHead(400).end('an input is empty'); return }
    const vectors = await fittedEmbedder(await model).embed(body.input.map((words) => words.split('\n').map((line, at) => ({ words: line, weight: at === 0 ? 2 : 1 }))))
    const data = vectors.map((vector, index) => ({ object: 'embedding', index, embedding: [...vector].map((x) => x / 127) }))
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ object: 'list', data: told === 'short' ? data.slice(1) : data.reverse() }))
  })()
})
const open = () => endpointEmbedder({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, key: 'a key', model: 'small', dimensions: 16, timeoutMs: 10_000 })

before(async () => { await once(server.listen(0, '127.0.0.1'), 'listening') })
after(() => { server.closeAllConnections(); server.close() })
beforeEach(() => { heard.length = 0; answers = [] })

embeddingConformance('endpoint', async () => open())

describe('an embeddings endpoint', () => {
  it('is asked by the API, with its key, in batches', async () => {
    const vectors = await open().embed(Array.from({ length: 100 }, () => [{ words: 'a ship', weight: 1 }]))
    assert.equal(vectors.length, 100)
    assert.deepEqual(heard.map(({ body }) => body.input.length), [96, 4])
    assert.deepEqual({ ...heard[0]?.body, input: [] }, { model: 'small', input: [], dimensions: 16, encoding_format: 'float' })
    assert.equal(heard[0]?.authorization, 'Bearer a key')
  })

  it('is asked again when it is busy or unwell', async () => {
    answers = [429, 503]
    assert.equal((await open().embed([[{ words: 'a ship', weight: 1 }]])).length, 1)
    assert.equal(heard.length, 3)
  })

  it('is quoted when it refuses', async () => {
    answers = [401]
    await assert.rejects(open().embed([[{ words: 'a ship', weight: 1 }]]), /answered 401.*trouble 401/)
    assert.equal(heard.length, 1)
    answers = [500, 500, 500, 500]
    await assert.rejects(open().embed([[{ words: 'a ship', weight: 1 }]]), /answered 500/)
  })

  it('is not believed when vectors are missing', async () => {
    answers = ['short']
    await assert.rejects(open().embed([[{ words: 'a ship', weight: 1 }], [{ words: 'bread', weight: 1 }]]), /1 vectors for 2 texts/)
  })
})
