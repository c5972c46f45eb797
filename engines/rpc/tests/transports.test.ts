import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { z } from 'zod'
import { anonymous, type Caller } from '@octavo/caller'
import { declare, failure, isFailure } from '@octavo/failure'
import { direct, routerOf } from '../direct.ts'
import { overHttp, rpcServer } from '../http.ts'
import { sign } from '../identity.ts'
import { idempotent, maxMessageBytes, procedure, type Client, type Connection, type Raw } from '../port.ts'

const thing = z.object({ name: z.string(), count: z.int(), flag: z.boolean(), maybe: z.string().nullable(), tags: z.array(z.string()), left: z.string().optional() })
const contract = {
  echo: idempotent.input(thing).output(thing),
  refuse: procedure.input(z.object({ code: z.string(), detail: z.string() })).output(z.object({})).errors(declare('OUT_OF_STOCK', 'CONFLICT')),
  wait: procedure.input(z.object({ ms: z.int() })).output(z.object({ waited: z.boolean() })),
  who: idempotent.output(z.object({ kind: z.string(), requestId: z.string() })),
  flaky: idempotent.input(z.object({ key: z.string() })).output(z.object({ tries: z.int() })),
  lie: procedure.output(z.object({ count: z.int() })),
  /** Takes a while, then does what it is told. */
  act: procedure.input(z.object({ ms: z.int(), words: z.string(), times: z.int(), refuse: z.boolean() })).output(z.object({ words: z.string() })).errors(declare('OUT_OF_STOCK')),
}
type Shop = Client<typeof contract>

const aborted: string[] = []
const bugs: unknown[] = []
const router = routerOf(contract, {
  echo: async ({ input }) => input,
  refuse: async ({ input }) => { throw failure(input.code as 'OUT_OF_STOCK', input.detail, { stockItemIds: ['a'] }) },
  wait: async ({ input, context }) => {
    await pause(input.ms, undefined, { signal: context.signal }).catch((error: unknown) => { aborted.push('wait'); throw error })
    return { waited: true }
  },
  who: async ({ context }) => ({ kind: context.caller.kind, requestId: context.requestId }),
  flaky: async () => ({ tries: 1 }),
  lie: async () => ({ count: 'many' as unknown as number }),
  act: async ({ input: { ms, words, times, refuse }, context }) => {
    await pause(ms, undefined, { signal: context.signal })
    if (refuse) throw failure('OUT_OF_STOCK', words, { words })
    return { words: words.repeat(times) }
  },
}, (error) => bugs.push(error))

const keys = ['a shared key of the processes'] as const
const raw: Raw = (request, response) => {
  if (request.url?.startsWith('/refuse')) throw failure('NOT_FOUND', 'There is no such stream.', { of: 'streams' })
  response.writeHead(404, { 'content-type': 'text/plain' }).end(`nothing at ${request.url}`)
  return true
}
const server = rpcServer({ router, raw, keys: [...keys], extra: (_, response) => response.writeHead(404).end() })
const closed: (() => Promise<void>)[] = []
let transports: Record<string, Connection> = {}

before(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const http = overHttp(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, [...keys])
  closed.push(() => http.close())
  transports = { direct: direct(router), http }
})
after(async () => {
  for (const close of closed) await close()
  server.closeAllConnections()
  server.close()
})

async function outcome(work: Promise<unknown>): Promise<unknown> {
  try { return { output: await work } } catch (error) {
    if (!isFailure(error)) return { name: (error as Error).name }
    return { code: error.code, status: error.status, message: error.message, data: error.data, defined: error.defined }
  }
}
const onBoth = async (call: (client: Shop) => Promise<unknown>, as: Caller = anonymous): Promise<unknown> => {
  const [a, b] = await Promise.all(Object.values(transports).map((transport) => outcome(call(transport.client(contract, as)))))
  assert.deepEqual(a, b)
  return a
}

/** For long messages: time for a machine that has much else to do. */
const unhurried = () => ({ deadlineMs: Date.now() + 300_000 })

describe('a call is the same in one process and between processes', () => {
  it('gives equal outputs for any input, right or wrong', async () => {
    await fc.assert(fc.asyncProperty(
      fc.record({ name: fc.string({ unit: 'binary' }), count: fc.oneof(fc.integer(), fc.double()), flag: fc.oneof(fc.boolean(), fc.constant(1)), maybe: fc.option(fc.string()), tags: fc.array(fc.string({ unit: 'grapheme' })), left: fc.option(fc.string(), { nil: undefined }) }),
      async (input) => { await onBoth((client) => client.echo(input as never)) },
    ), { numRuns: 150 })
  })

  it('answers equally whatever comes together: outputs, refusals, deadlines, callers who give up, and messages too large', async () => {
    const mebibyte = 1024 * 1024
    const seen = new Set<string>()
    const plain = { said: { piece: 'x', pieces: 1 }, times: 1, refuse: false, ends: 'by itself' }
    // Chance alone would now and then leave one out.
    const oneOfEach = [plain, { ...plain, refuse: true }, { ...plain, ends: 'late' }, { ...plain, ends: 'given up' }, { ...plain, said: { piece: 'x', pieces: mebibyte / 4 }, times: 128 }]
    await fc.assert(fc.asyncProperty(
      fc.record({
        said: fc.oneof(fc.record({ piece: fc.string({ unit: 'grapheme' }), pieces: fc.constant(1) }), fc.record({ piece: fc.constantFrom('x', 'é', '😀', '"', '\u0000'), pieces: fc.constant(mebibyte / 4) })), times: fc.constantFrom(1, 1, 20, 64),
        refuse: fc.boolean(), ends: fc.constantFrom('by itself', 'by itself', 'late', 'too late', 'given up', 'given up before'),
      }),
      async ({ said: { piece, pieces }, times, refuse, ends }) => {
        const outcome = await onBoth((client) => {
          const control = new AbortController()
          if (ends === 'given up') setTimeout(() => control.abort(), 10)
          if (ends === 'given up before') control.abort()
          const deadline = ends === 'late' ? { deadlineMs: Date.now() + 400 } : ends === 'too late' ? { deadlineMs: Date.now() - 1 } : unhurried()
          return client.act({ ms: ends === 'late' || ends === 'given up' ? 600_000 : 0, words: piece.repeat(pieces), times, refuse }, { signal: control.signal, context: deadline })
        }) as { code?: string; name?: string }
        seen.add(outcome.code ?? outcome.name ?? 'output')
      },
    ), { numRuns: 25, endOnFailure: true, examples: oneOfEach.map((one) => [one]) })
    assert.deepEqual([...seen].sort(), ['AbortError', 'DEADLINE_EXCEEDED', 'OUT_OF_STOCK', 'TOO_LARGE', 'output'])
  })

  it('measures a message in bytes, to the last one', async () => {
    const said = (bytes: number) => ({ name: 'é'.repeat(Math.floor((bytes - JSON.stringify(empty).length) / 2)) + 'x'.repeat((bytes - JSON.stringify(empty).length) % 2) })
    const empty = { name: '', count: 1, flag: true, maybe: null, tags: [] }
    assert.equal('output' in (await onBoth((client) => client.echo({ ...empty, ...said(maxMessageBytes) }, { context: unhurried() })) as object), true)
    assert.equal((await onBoth((client) => client.echo({ ...empty, ...said(maxMessageBytes + 1) }, { context: unhurried() })) as { code: string }).code, 'TOO_LARGE')
  })

  it('gives equal declared failures, with their words and data', async () => {
    const seen = await onBoth((client) => client.refuse({ code: 'OUT_OF_STOCK', detail: 'Two copies are left.' }))
    assert.deepEqual(seen, { code: 'OUT_OF_STOCK', status: 409, message: 'Two copies are left.', data: { stockItemIds: ['a'] }, defined: true })
  })

  it('hides what was not declared, and tells it to the shop as a bug', async () => {
    bugs.length = 0
    const seen = await onBoth((client) => client.refuse({ code: 'CARD_DECLINED', detail: 'a secret word' })) as { code: string; message: string }
    assert.equal(seen.code, 'INTERNAL')
    assert.doesNotMatch(seen.message, /secret/)
    assert.equal(bugs.length, 2)
  })

  it('holds a service to its own contract', async () => {
    assert.equal((await onBoth((client) => client.lie()) as { code: string }).code, 'INTERNAL')
  })

  it('says which field is wrong', async () => {
    const seen = await onBoth((client) => client.echo({ name: 5 } as never)) as { code: string; message: string }
    assert.equal(seen.code, 'INVALID_INPUT')
    assert.match(seen.message, /name/)
  })

  it('ends at the deadline, and the work hears of it', async () => {
    aborted.length = 0
    const seen = await onBoth((client) => client.wait({ ms: 20_000 }, { context: { deadlineMs: Date.now() + 80 } })) as { code: string }
    assert.equal(seen.code, 'DEADLINE_EXCEEDED')
    while (aborted.length < 2) await pause(5)
  })

  it('ends when the caller gives up, and the work hears of it', async () => {
    aborted.length = 0
    const control = new AbortController()
    setTimeout(() => control.abort(), 50)
    assert.deepEqual(await onBoth((client) => client.wait({ ms: 20_000 }, { signal: control.signal })), { name: 'AbortError' })
    while (aborted.length < 2) await pause(5)
  })

  it('refuses a message that is too large', async () => {
    const seen = await onBoth((client) => client.echo({ name: 'x'.repeat(17 * 1024 * 1024), count: 1, flag: true, maybe: null, tags: [] })) as { code: string }
    assert.equal(seen.code, 'TOO_LARGE')
  })

  it('carries who asks', async () => {
    for (const [name, transport] of Object.entries(transports)) {
      const seen = await transport.client(contract, { kind: 'service', service: 'orders' }).who(undefined, { context: { caller: { kind: 'guest', guestId: 'gst_1' } } })
      assert.equal(seen.kind, 'guest', name)
    }
  })
})

describe('between processes', () => {
  it('hands on what a raw route says, and throws what it throws', async () => {
    const caught: unknown[] = []
    const door = createServer((request, response) => {
      Promise.resolve(transports['http']?.raw(request, response, { caller: anonymous, requestId: 'req_1' })).catch((error: unknown) => { caught.push(error); response.end() })
    }).listen(0, '127.0.0.1')
    await once(door, 'listening')
    const at = `http://127.0.0.1:${(door.address() as AddressInfo).port}`
    const said = await fetch(`${at}/elsewhere`)
    assert.deepEqual([said.status, await said.text()], [404, 'nothing at /elsewhere'])
    await fetch(`${at}/refuse`)
    const [error] = caught
    assert.ok(isFailure(error, 'NOT_FOUND'))
    assert.deepEqual([error.status, error.message, error.data], [404, 'There is no such stream.', { of: 'streams' }])
    door.closeAllConnections()
    door.close()
  })

  it('refuses a call that no process of the shop signed', async () => {
    const { port } = server.address() as AddressInfo
    const identity = { caller: { kind: 'operator' as const }, requestId: 'req_1', deadlineMs: Date.now() + 1000 }
    for (const header of [undefined, 'nonsense', sign(identity, '/rpc/who', ['another key']), sign(identity, '/rpc/echo', [...keys])]) {
      const answer = await fetch(`http://127.0.0.1:${port}/rpc/who`, { method: 'POST', ...(header && { headers: { 'octavo-identity': header } }) })
      assert.equal(answer.status, 403)
    }
  })

  const who = async (header: string): Promise<number> => {
    const { port } = server.address() as AddressInfo
    const answer = await fetch(`http://127.0.0.1:${port}/rpc/who`, { method: 'POST', headers: { 'octavo-identity': header } })
    return answer.status
  }
  const operator = { caller: { kind: 'operator' as const }, requestId: 'req_1', deadlineMs: Date.now() + 3_600_000 }

  it('refuses an identity that was changed after it was signed', async () => {
    const [body = '', mac = ''] = sign({ ...operator, caller: anonymous }, '/rpc/who', [...keys]).split('.')
    const forged = Buffer.from(Buffer.from(body, 'base64url').toString().replace('anonymous', 'operator')).toString('base64url')
    assert.equal(await who(`${body}.${mac}`), 200)
    assert.equal(await who(`${forged}.${mac}`), 403)
    assert.equal(await who(`${body}.${mac.slice(0, -1)}`), 403)
  })

  it('refuses a signature that is older than its deadline', async () => {
    const stale = { ...operator, deadlineMs: Date.now() - 1 }
    assert.equal(await who(sign(stale, '/rpc/who', [...keys])), 504)
    const { port } = server.address() as AddressInfo
    const raw = async (header: string) => (await fetch(`http://127.0.0.1:${port}/raw/webhook`, { headers: { 'octavo-identity': header } })).status
    assert.equal(await raw(sign(operator, '/raw/webhook', [...keys])), 404, 'is let in, where there is nothing')
    assert.equal(await raw(sign(stale, '/raw/webhook', [...keys])), 504)
    assert.equal(await raw(sign(operator, '/rpc/who', [...keys])), 403)
  })

  it('takes two keys while they change, and no third one', async (test) => {
    const rotating = rpcServer({ router, raw: () => false, keys: ['new key', 'old key'], extra: () => {} })
    test.after(() => { rotating.closeAllConnections(); rotating.close() })
    rotating.listen(0, '127.0.0.1')
    await once(rotating, 'listening')
    const asks = async (signing: readonly [string, ...string[]]) => {
      const link = overHttp(`http://127.0.0.1:${(rotating.address() as AddressInfo).port}`, signing)
      try { return await outcome(link.client(contract, { kind: 'guest', guestId: 'gst_1' }).who()) as { code?: string } } finally { await link.close() }
    }
    for (const signing of [['old key'], ['new key'], ['new key', 'old key'], ['old key', 'new key']] as const) assert.equal((await asks([...signing] as [string])).code, undefined)
    assert.equal((await asks(['another key', 'new key'])).code, 'FORBIDDEN', 'the first key signs')
  })

  it('tries again only what may be repeated', async () => {
    let arrived: string[] = []
    const broken = rpcServer({ router, raw: () => false, keys: [...keys], extra: () => {} })
    const answers = broken.listeners('request')[0] as (...args: unknown[]) => void
    broken.removeAllListeners('request')
    broken.on('request', (request, response) => {
      arrived.push(request.url ?? '')
      if (arrived.length < 3) request.socket.destroy()
      else answers(request, response)
    })
    broken.listen(0, '127.0.0.1')
    await once(broken, 'listening')
    const link = overHttp(`http://127.0.0.1:${(broken.address() as AddressInfo).port}`, [...keys])
    const client = link.client(contract, anonymous)
    assert.deepEqual(await client.flaky({ key: 'x' }), { tries: 1 })
    assert.equal(arrived.length, 3)
    arrived = []
    await assert.rejects(client.wait({ ms: 0 }), (error) => isFailure(error, 'UNAVAILABLE'))
    assert.equal(arrived.length, 1)
    await link.close()
    broken.closeAllConnections()
    broken.close()
  })
})
