import assert from 'node:assert/strict'
import { once } from 'node:events'
import { request, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { failure, failures } from '@octavo/failure'
import { publicContract } from '../contract.ts'
import { rawRoutes } from '../raw-routes.ts'
import { aCart, openDoor, type Door } from '../testing.ts'

interface Heard { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string }
interface Wish { readonly method?: string; readonly path: string; readonly headers?: Record<string, string | string[]>; readonly body?: string }

/** Asks without the politeness of `fetch`, which mends addresses and headers. */
const rudely = ({ url }: Pick<Door, 'url'>, { method = 'GET', path, headers = {}, body }: Wish): Promise<Heard> => new Promise((resolve, reject) => {
  const { hostname, port } = new URL(url)
  const asked = request({ hostname, port, method, path, headers, agent: false }, (answer) => {
    let text = ''
    answer.setEncoding('utf8').on('data', (part: string) => { text += part }).on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text })).on('error', reject)
  })
  asked.on('error', reject).end(body)
})
const problem = ({ body }: Heard) => JSON.parse(body) as { code: string; detail: string; status: number; requestId: string }

/** What comes back over a bare connection. */
async function bare({ url }: Pick<Door, 'url'>, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  let text = ''
  socket.setEncoding('utf8').on('data', (part: string) => { text += part })
  socket.write(bytes)
  await once(socket, 'close')
  return text
}

describe('who is told to come back', () => {
  test('hears after how many seconds, in the head and in the document, where the refusal says so itself', async () => {
    const door = await openDoor({ orders: { startCheckout: () => Promise.reject(failure('BUSY', undefined, { retryAfterSeconds: 7 })) } })
    const pounds = { amountMinor: 799, currency: 'GBP' }
    const body = JSON.stringify({ cartId: 'crt_1', email: 'ada@reader.example', shippingAddress: { name: 'Ada', line1: '1 Library Lane', city: 'London', postalCode: 'N1 9GU', country: 'GB' }, deliveryOption: 'standard', paymentMethod: 'pm_card_visa', expectedTotal: pounds })
    const heard = await rudely(door, { method: 'POST', path: '/api/checkouts', body, headers: { 'content-type': 'application/json', 'idempotency-key': 'one', origin: door.url } })
    assert.deepEqual([heard.status, heard.headers['retry-after'], problem(heard).code], [503, '7', 'BUSY'])
    assert.equal((JSON.parse(heard.body) as { retryAfterSeconds: number }).retryAfterSeconds, 7)
  })
})

describe('what the door cannot make sense of', () => {
  test('an address that is not percent-encoded UTF-8, or has a null character in it, is told so', async () => {
    const door = await openDoor()
    for (const path of ['/api/products/%E0%A4%A', '/api/products/%ff', '/api/products/a%00b', '/api/products?category=%00', '/b/%', 'http://elsewhere.example/api/products']) {
      const heard = await rudely(door, { path })
      assert.equal(heard.status, 422, path)
      assert.equal(problem(heard).code, 'INVALID_INPUT')
    }
  })

  test('a text that no database keeps is told so', async () => {
    const door = await openDoor({ cart: { createCart: async () => aCart() } })
    for (const body of ['{"market":"\\u0000"}', '{"market":"\\ud800"}', '{"\\u0000":{}}']) {
      const heard = await rudely(door, { method: 'POST', path: '/api/carts', body })
      assert.equal(heard.status, 422, body)
      assert.match(problem(heard).detail, /Unicode/)
    }
    assert.equal((await rudely(door, { method: 'POST', path: '/api/carts', body: '{"market":"\\ud83d\\ude00"}' })).status, 201)
  })

  test('a parameter given twice is named', async () => {
    const heard = await rudely(await openDoor(), { path: '/api/products?limit=1&limit=2' })
    assert.equal(heard.status, 422)
    assert.match(problem(heard).detail, /limit is given twice/)
  })

  test('an Idempotency-Key given twice, or too long, is told so', async () => {
    const door = await openDoor({ cart: { createCart: async () => aCart() } })
    for (const key of [['one', 'two'], 'k'.repeat(256)]) {
      const heard = await rudely(door, { method: 'POST', path: '/api/carts', headers: { 'idempotency-key': key }, body: '{}' })
      assert.equal(heard.status, 422)
      assert.match(problem(heard).detail, /Idempotency-Key/)
    }
  })

  test('a head that is too long, that is not HTTP, or that never comes, is answered by a problem document', async () => {
    const door = await openDoor({ config: { headMs: 300 } })
    assert.match(await bare(door, `GET / HTTP/1.1\r\nhost: 127.0.0.1\r\nx-long: ${'x'.repeat(20_000)}\r\n\r\n`), /^HTTP\/1\.1 431 [^]*"code":"TOO_LARGE"/)
    assert.match(await bare(door, 'BOOKS PLEASE\r\n\r\n'), /^HTTP\/1\.1 400 [^]*"code":"INVALID_INPUT"/)
    assert.match(await bare(door, 'GET / HTTP/1.1\r\nhost: 127.0.0.1\r\n'), /^HTTP\/1\.1 408 [^]*"code":"DEADLINE_EXCEEDED"/)
  })

  test('a name that is made to lead to this machine is not the shop', async () => {
    const door = await openDoor()
    assert.match(problem(await rudely(door, { path: '/api/markets', headers: { host: 'rebound.example' } })).detail, /OCTAVO_PUBLIC_URL/)
    assert.equal((await rudely(door, { path: '/api/markets', headers: { host: 'localhost:80' } })).status, 200)
    assert.equal((await rudely(door, { path: '/api/markets', headers: { host: 'a b' } })).status, 422)
  })

  test('an unknown path is not found, and a wrong method is told the right ones', async () => {
    const door = await openDoor()
    assert.equal((await rudely(door, { path: '/api/nothing' })).status, 404)
    const wrong = await rudely(door, { method: 'PUT', path: '/api/carts/crt_1/lines/lin_1' })
    assert.equal(wrong.status, 405)
    assert.equal(wrong.headers.allow, 'PATCH, DELETE, OPTIONS')
    assert.equal((await rudely(door, { path: '/api/auth/sign-in/email' })).headers.allow, 'POST, OPTIONS')
    assert.equal((await rudely(door, { method: 'PUT', path: '/api/operator/imports' })).headers.allow, 'GET, POST, HEAD, OPTIONS')
    const options = await rudely(door, { method: 'OPTIONS', path: '/api/products' })
    assert.deepEqual([options.status, options.headers.allow], [204, 'GET, HEAD, OPTIONS'])
  })

  test('the sign-in library answers by its open routes alone, and sends nobody to other sites', async () => {
    const door = await openDoor({ raw: { users: (_, response) => { response.end('{}'); return true } } })
    assert.equal((await rudely(door, { method: 'POST', path: '/api/auth/delete-user' })).status, 404)
    assert.equal((await rudely(door, { path: '/api/auth/verify-email?token=x&callbackURL=%2Faccount' })).status, 200)
    for (const elsewhere of ['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example']) {
      assert.equal((await rudely(door, { path: `/api/auth/verify-email?token=x&callbackURL=${encodeURIComponent(elsewhere)}` })).status, 422)
    }
  })

  test('HEAD is GET without the body', async () => {
    const door = await openDoor({ config: { edgeCache: false } })
    const got = await rudely(door, { path: '/api/markets' })
    const head = await rudely(door, { method: 'HEAD', path: '/api/markets' })
    assert.deepEqual([head.status, head.body, head.headers.etag, head.headers['content-length']], [200, '', got.headers.etag, String(Buffer.byteLength(got.body))])
    assert.equal((await rudely(door, { path: '/api/markets', headers: { 'if-none-match': got.headers.etag ?? '' } })).status, 304)
  })
})

test('whatever is sent, the answer is never that something broke', async () => {
  const door = await openDoor({ otherwise: 'FORBIDDEN', config: { corsOrigins: ['https://friend.example'] }, raw: {} })
  const known = [...Object.values(publicContract).map((procedure) => procedure['~orpc'].route.path ?? ''), ...rawRoutes.map(({ path }) => path), '/', '/health/live', '/api/docs', '/api/openapi.json', '/c/poetry']
  const oddText = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom('__proto__', '%00', '%', '..', '\u0000', '-1', '1e999', '[]', 'null', "'; drop table"))
  const encoded = oddText.map((text) => encodeURIComponent(text.toWellFormed()))
  // What may stand in a request line at all; the rest Node's own client refuses to send.
  const raw = fc.string().map((text) => text.replaceAll(/[^\x21-\x7e]/g, ''))
  const part = fc.oneof(encoded, raw)
  const path = fc.oneof(
    fc.tuple(fc.constantFrom(...known), fc.array(part, { minLength: 3, maxLength: 3 })).map(([route, parts]) => { let nth = 0; return route.replaceAll(/\{\w+\}/g, () => parts[nth++ % 3] ?? '') }),
    raw.map((text) => `/${text}`),
  )
  const query = fc.array(fc.tuple(fc.oneof(part, fc.constantFrom('limit', 'cursor', 'sort', 'market', 'category', 'key', 'callbackURL')), part), { maxLength: 4 }).map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'))
  const headerText = fc.string().map((text) => text.replaceAll(/[^\x20-\x7e]/g, ''))
  const headers = fc.dictionary(
    fc.constantFrom('idempotency-key', 'authorization', 'cookie', 'origin', 'referer', 'content-type', 'if-none-match', 'accept-encoding', 'x-forwarded-for', 'x-request-id', 'accept', 'access-control-request-method'),
    fc.oneof(headerText, fc.array(headerText, { minLength: 1, maxLength: 3 })), { maxKeys: 5 },
  )
  const host = fc.option(headerText)
  const body = fc.oneof(fc.constant(''), fc.json(), oddText, fc.constantFrom('{"__proto__":{}}', '{"quantity":1e400}', '[[]]', '{"a":"\\u0000"}'))
  await fc.assert(fc.asyncProperty(fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'), path, query, headers, host, body, async (method, at, search, head, name, text) => {
    const heard = await rudely(door, { method, path: search ? `${at}?${search}` : at, headers: { ...head, ...(name !== null && { host: name }), ...(method !== 'GET' && method !== 'HEAD' && { 'content-length': String(Buffer.byteLength(text)) }) }, ...(method !== 'GET' && method !== 'HEAD' && { body: text }) })
    assert.ok(heard.status < 500, `${method} ${at} ${heard.status} ${heard.body}`)
    if (heard.status >= 400 && method !== 'HEAD' && heard.headers['content-type'] === 'application/problem+json') assert.ok(problem(heard).code in failures)
    else if (heard.status >= 400 && method !== 'HEAD') assert.match(String(heard.headers['content-type']), /text\/html/)
  }), { numRuns: 400 })
})
