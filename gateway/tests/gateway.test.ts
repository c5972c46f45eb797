import assert from 'node:assert/strict'
import { request } from 'node:http'
import { describe, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { failure } from '@octavo/failure'
import { newId } from '@octavo/ids'
import { aCart, openDoor } from '../testing.ts'

const token = 'an operator of this test, 32 letters'
const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({ method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } })
const codeOf = async (answer: Response): Promise<string> => ((await answer.json()) as { code: string }).code
const anAddress = { name: 'Ada', line1: '1 Lane', city: 'Bath', postalCode: 'BA1 1AA', country: 'GB' }
const cookieOf = (answer: Response): string => (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''

describe('who is it', () => {
  test('a guest is made by the first write and known by the signed cookie; a made-up one is nobody', async () => {
    const callers: unknown[] = []
    const { ask, url } = await openDoor({ cart: { createCart: async ({ context }) => { callers.push(context.caller); return aCart() }, getCart: async ({ context }) => { callers.push(context.caller); return aCart() } } })
    const first = await ask('/api/carts', post({}))
    assert.equal(first.status, 201)
    const cookie = cookieOf(first)
    assert.match(first.headers.getSetCookie()[0] ?? '', /HttpOnly; SameSite=Lax/)
    await ask('/api/carts/crt_1', { headers: { cookie, origin: url } })
    assert.deepEqual(callers[0], callers[1])
    await ask('/api/carts/crt_1', { headers: { cookie: `octavo_guest=${newId('gst')}.made-up` } })
    assert.deepEqual(callers[2], { kind: 'anonymous' })
  })

  test('an operator is known by the token alone, needs no Origin, and a wrong token is refused', async () => {
    const { ask } = await openDoor({ operatorTokens: [token], catalog: { putProducts: async ({ context }) => ({ outcomes: [{ key: context.caller.kind, outcome: 'created' as const }] }) } })
    const body = { source: 'here', drafts: [] }
    const right = await ask('/api/operator/products', post(body, { authorization: `Bearer ${token}` }))
    assert.deepEqual(await right.json(), { outcomes: [{ key: 'operator', outcome: 'created' }] })
    assert.equal(await codeOf(await ask('/api/operator/products', post(body, { authorization: 'Bearer something else' }))), 'SIGN_IN_REQUIRED')
  })

  test('a revoked session stops within five seconds: what is known of it is asked for again', async (context) => {
    context.mock.timers.enable({ apis: ['Date'] })
    let asked = 0
    const { ask } = await openDoor({ users: { whoIs: async () => { asked += 1; return { kind: 'anonymous' as const } } } })
    const signedIn = { headers: { cookie: 'octavo.session_token=one' } }
    await ask('/api/session', signedIn)
    await ask('/api/session', signedIn)
    assert.equal(asked, 1)
    context.mock.timers.tick(5001)
    await ask('/api/session', signedIn)
    assert.equal(asked, 2)
  })
})

describe('writes', () => {
  test('one that carries a cookie must come from our own pages', async () => {
    const { ask, url } = await openDoor({ cart: { createCart: async () => aCart() } })
    const cookie = cookieOf(await ask('/api/carts', post({})))
    assert.equal((await ask('/api/carts', post({}, { cookie, origin: url }))).status, 201)
    assert.equal(await codeOf(await ask('/api/carts', post({}, { cookie, origin: 'https://elsewhere.example' }))), 'FORBIDDEN')
    assert.equal(await codeOf(await ask('/api/carts', post({}, { cookie }))), 'FORBIDDEN')
  })

  test('the same Idempotency-Key gives the same answer, refuses another body, and says so while the first runs', async () => {
    let made = 0
    const { promise: may, resolve: go } = Promise.withResolvers<void>()
    const { ask, url } = await openDoor({ cart: { createCart: async () => { made += 1; if (made === 2) await may; return aCart(`crt_${made}`) } } })
    const cookie = cookieOf(await ask('/api/carts', post({})))
    const keyed = (body: unknown) => ask('/api/carts', post(body, { cookie, origin: url, 'idempotency-key': 'key-1' }))
    const slow = keyed({})
    while (made < 2) await new Promise(setImmediate)
    assert.equal(await codeOf(await keyed({})), 'IDEMPOTENCY_KEY_IN_USE')
    go()
    const first = await (await slow).json()
    assert.deepEqual(await (await keyed({})).json(), first)
    assert.equal((await keyed({ market: 'de' })).status, 422)
    assert.equal(made, 2)
  })

  test('a body beyond a megabyte, or one that is not JSON, is refused with what to do', async () => {
    const { ask } = await openDoor({ cart: { createCart: async () => aCart() } })
    assert.equal((await ask('/api/carts', post({ market: 'x'.repeat(1_100_000) }))).status, 413)
    const broken = await ask('/api/carts', { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } })
    assert.equal(broken.status, 422)
    assert.match(((await broken.json()) as { detail: string }).detail, /JSON/)
  })

  test('webhooks come without cookie or Origin and reach their service as they came', async () => {
    const { ask } = await openDoor({ raw: { payments: async (incoming, response) => { const parts: Buffer[] = []; for await (const part of incoming) parts.push(part as Buffer); response.end(`${incoming.url} ${Buffer.concat(parts).toString()}`); return true } } })
    assert.equal(await (await ask('/api/webhooks/stripe', { method: 'POST', body: 'raw {', headers: { origin: 'https://elsewhere.example' } })).text(), '/webhooks/stripe raw {')
  })
})

describe('what operators ask', () => {
  test('goes to the service that has it, on the operator’s behalf; rates and categories as they were written', async () => {
    const asked: [string, unknown, string][] = []
    const hear = <Output>(name: string, output: Output) => async ({ input, context }: { input: unknown; context: { caller: { kind: string } } }) => { asked.push([name, input, context.caller.kind]); return output }
    const parcel = { id: 'shp_2', orderId: 'ord_1', subOrderId: 'sub_1', sellerId: 'sel_house', status: 'pending' as const, deliveryOption: 'standard', carrier: null, trackingNumber: null, address: anAddress, lines: [], hasLabel: false, tracking: [], promisedBy: '2026-03-19', createdAt: '2026-03-14T09:26:53.000Z', dispatchedAt: null }
    const { ask } = await openDoor({
      operatorTokens: [token],
      shipping: { splitShipment: hear('split', parcel), getShipment: hear('shipment', parcel), getRates: hear('rates', { own: false, rates: [] }), putRates: hear('put rates', { count: 1 }) },
      sellers: { addMember: hear('member', { added: true }), listMemberships: hear('memberships', [{ sellerId: 'sel_1', role: 'owner' as const }]) },
      catalog: { putCategories: hear('categories', { count: 1 }) },
    })
    const authorization = `Bearer ${token}`
    const answers = [
      await ask('/api/operator/shipments/shp_1/split', post({ lineIds: ['lin_1'] }, { authorization })),
      await ask('/api/operator/shipments/shp_2', { headers: { authorization } }),
      await ask('/api/operator/sellers/*/rates?market=gb', { headers: { authorization } }),
      await ask('/api/operator/sellers/sel_1/rates', { ...post({ market: 'gb', rates: [{ zone: 'home', level: 'standard', upToGrams: 2000, priceMinor: 300 }] }, { authorization }), method: 'PUT' }),
      await ask('/api/operator/sellers/sel_1/members/acc_1', { ...post({ role: 'owner' }, { authorization }), method: 'PUT' }),
      await ask('/api/operator/accounts/acc_1/memberships', { headers: { authorization } }),
      await ask('/api/operator/categories', { ...post({ categories: [{ handle: 'sea', name: { en: 'The sea' } }] }, { authorization }), method: 'PUT' }),
    ]
    assert.deepEqual(answers.map(({ status }) => status), [201, 200, 200, 200, 200, 200, 200])
    assert.deepEqual(asked, [
      ['split', { shipmentId: 'shp_1', lineIds: ['lin_1'] }, 'operator'], ['shipment', { shipmentId: 'shp_2' }, 'operator'], ['rates', { sellerId: '*', market: 'gb' }, 'operator'],
      ['put rates', { sellerId: 'sel_1', market: 'gb', rates: [{ zone: 'home', level: 'standard', upToGrams: 2000, priceMinor: 300 }] }, 'operator'],
      ['member', { sellerId: 'sel_1', accountId: 'acc_1', role: 'owner' }, 'operator'], ['memberships', { accountId: 'acc_1' }, 'operator'], ['categories', [{ handle: 'sea', name: { en: 'The sea' } }], 'operator'],
    ])
    assert.equal(await codeOf(await ask('/api/operator/accounts/acc_1/memberships')), 'SIGN_IN_REQUIRED')
  })
})

describe('answers', () => {
  test('a failure is a problem document with its code; a bug tells nothing but the request id', async () => {
    const { ask } = await openDoor({ catalog: { getCategory: async ({ input }) => { throw input.idOrHandle === 'bug' ? new Error('the password is swordfish') : failure('NOT_FOUND') } } })
    const missing = await ask('/api/categories/none')
    assert.equal(missing.headers.get('content-type'), 'application/problem+json')
    assert.equal(missing.status, 404)
    const bug = await ask('/api/categories/bug')
    const text = await bug.text()
    assert.equal(bug.status, 500)
    assert.ok(!text.includes('swordfish'))
    assert.equal((JSON.parse(text) as { requestId: string }).requestId, bug.headers.get('x-request-id'))
  })

  test('unknown paths and wrong methods name the documents', async () => {
    const { ask } = await openDoor()
    assert.match(((await (await ask('/api/nothing')).json()) as { detail: string }).detail, /api\/docs/)
    assert.equal((await ask('/api/carts', { method: 'PUT' })).status, 405)
  })

  test('the OpenAPI document has every operation with its errors', async () => {
    const { ask } = await openDoor()
    const document = (await (await ask('/api/openapi.json')).json()) as { openapi: string; paths: Record<string, Record<string, { responses: Record<string, unknown> }>> }
    assert.match(document.openapi, /^3\.1/)
    const checkout = document.paths['/api/checkouts']?.['post']
    assert.ok(checkout?.responses['202'] && checkout.responses['409'] && checkout.responses['429'])
    assert.ok(document.paths['/api/auth/sign-in/email'] || document.paths['/api/operator/stock/{offerId}'])
  })

  test('are compressed for those who can read it', async () => {
    const { gateway, url } = await openDoor({ catalog: { getCategory: async () => ({ id: 'c', handle: 'c', name: 'x'.repeat(5000), parentId: null, productCount: 0, path: [], children: [] }) } })
    assert.ok(gateway.url)
    const bytes = await new Promise<{ encoding: string | undefined; body: Buffer }>((resolve) => {
      request(`${url}/api/categories/c`, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve({ encoding: answer.headers['content-encoding'], body: Buffer.concat(parts) }))
      }).end()
    })
    assert.equal(bytes.encoding, 'gzip')
    assert.match(gunzipSync(bytes.body).toString(), /xxxxx/)
  })
})

describe('a request', () => {
  test('keeps the id it came with when that is plain, gets one when not, and its calls carry it', async () => {
    const ids: string[] = []
    const { ask } = await openDoor({ cart: { getCart: async ({ context }) => { ids.push(context.requestId); return aCart() } } })
    const kept = await ask('/api/carts/crt_1', { headers: { 'x-request-id': 'from-the-proxy:1' } })
    const made = await ask('/api/carts/crt_1', { headers: { 'x-request-id': 'no spaces, please' } })
    assert.equal(kept.headers.get('x-request-id'), 'from-the-proxy:1')
    assert.match(made.headers.get('x-request-id') ?? '', /^req_/)
    assert.deepEqual(ids, [kept.headers.get('x-request-id'), made.headers.get('x-request-id')])
  })

  test('to a shop that others can reach is shown no outbox, though a demo runs', async () => {
    const seen: boolean[] = []
    const pages = { clientFolder: import.meta.dirname, scriptHashes: [], render: async (_: Request, { outbox }: { outbox: unknown }) => { seen.push(outbox !== null); return new Response('') } }
    await (await openDoor({ pages, demo: true })).ask('/outbox')
    await (await openDoor({ pages, demo: true, config: { publicUrl: new URL('https://books.example') } })).ask('/outbox')
    assert.deepEqual(seen, [true, false])
  })

  test('over https says that it is https only', async () => {
    const { ask } = await openDoor({ config: { publicUrl: new URL('https://books.example') }, cart: { createCart: async () => aCart() } })
    const answer = await ask('/api/carts', post({}))
    assert.match(answer.headers.get('strict-transport-security') ?? '', /max-age=31536000/)
    assert.match(answer.headers.getSetCookie()[0] ?? '', /; Secure/)
    await ask('/api/markets')
    const kept = await ask('/api/markets')
    assert.match(kept.headers.get('cache-status') ?? '', /hit/)
    assert.match(kept.headers.get('strict-transport-security') ?? '', /max-age/)
  })

  test('that ends a session makes whoever comes next another guest', async () => {
    const { ask, url } = await openDoor({ cart: { createCart: async () => aCart() }, raw: { users: (_, response) => { response.end('{}'); return true } } })
    const cookie = cookieOf(await ask('/api/carts', post({})))
    const out = await ask('/api/auth/sign-out', post({}, { cookie, origin: url }))
    assert.match(cookieOf(out), /^octavo_guest=gst_/)
    assert.notEqual(cookieOf(out), cookie)
  })
})

describe('limits', () => {
  test('an account is counted by itself, from whatever addresses it comes', async () => {
    const { ask, url } = await openDoor({
      config: { rateLimits: true, trustedProxies: ['127.0.0.0/8'] }, cart: { createCart: async () => aCart() },
      users: { whoIs: async ({ input }) => ({ kind: 'account', accountId: input.cookie, email: 'ada@reader.example', emailVerified: true, name: 'Ada', roles: [], sessionId: 'ses_1' }) },
    })
    const from = (address: string, session: string) => ask('/api/carts', post({}, { cookie: `octavo.session_token=${session}`, origin: url, 'x-forwarded-for': address }))
    for (let nth = 0; nth < 240; nth++) assert.equal((await from(`203.0.113.${nth % 100}`, 'one')).status, 201)
    assert.equal((await from('203.0.113.200', 'one')).status, 429)
    assert.equal((await from('203.0.113.200', 'two')).status, 201)
  })

  test('operator tokens cannot be guessed at leisure', async () => {
    const { ask } = await openDoor({ operatorTokens: [token], config: { rateLimits: true } })
    const guess = () => ask('/api/operator/sagas', { headers: { authorization: 'Bearer a guess' } })
    for (let nth = 0; nth < 20; nth++) assert.equal((await guess()).status, 401)
    assert.equal((await guess()).status, 429)
  })

  test('addresses of one IPv6 network are counted as one', async () => {
    const { ask, url } = await openDoor({ config: { rateLimits: true, trustedProxies: ['127.0.0.0/8'] }, raw: { users: (_, response) => { response.end('{}'); return true } } })
    const from = (address: string) => ask('/api/auth/sign-in/email', post({}, { origin: url, 'x-forwarded-for': address }))
    for (let nth = 0; nth < 20; nth++) assert.equal((await from(`2001:db8:0:1::${nth}`)).status, 200)
    assert.equal((await from('2001:db8:0:1:ffff::1')).status, 429)
    assert.equal((await from('2001:db8:0:2::1')).status, 200)
  })

  test('too many sign-ins from one address get 429 with the seconds to wait', async () => {
    const { ask, url } = await openDoor({ config: { rateLimits: true }, raw: { users: (_, response) => { response.end('{}'); return true } } })
    let last: Response | undefined
    for (let nth = 0; nth < 21; nth++) last = await ask('/api/auth/sign-in/email', post({}, { origin: url }))
    assert.equal(last?.status, 429)
    assert.ok(Number(last?.headers.get('retry-after')) > 1)
  })

  test('forwarded addresses count only from a configured proxy', async () => {
    const trusting = await openDoor({ config: { rateLimits: true, trustedProxies: ['127.0.0.0/8'] }, raw: { users: (_, response) => { response.end('{}'); return true } } })
    for (let nth = 0; nth < 25; nth++) {
      const answer = await trusting.ask('/api/auth/sign-in/email', post({}, { origin: trusting.url, 'x-forwarded-for': `203.0.113.${nth}` }))
      assert.equal(answer.status, 200)
    }
    const wary = await openDoor({ config: { rateLimits: true }, raw: { users: (_, response) => { response.end('{}'); return true } } })
    let last = 0
    for (let nth = 0; nth < 25; nth++) last = (await wary.ask('/api/auth/sign-in/email', post({}, { origin: wary.url, 'x-forwarded-for': `203.0.113.${nth}` }))).status
    assert.equal(last, 429)
  })

  test('other sites are answered only when they are configured', async () => {
    const { ask } = await openDoor({ config: { corsOrigins: ['https://friend.example'] }, catalog: { getCategory: async () => { throw failure('NOT_FOUND') } } })
    assert.equal((await ask('/api/categories/x', { headers: { origin: 'https://stranger.example' } })).headers.get('access-control-allow-origin'), null)
    assert.equal((await ask('/api/categories/x', { headers: { origin: 'https://friend.example' } })).headers.get('access-control-allow-origin'), 'https://friend.example')
    assert.equal((await ask('/api/carts', { method: 'OPTIONS', headers: { origin: 'https://friend.example', 'access-control-request-method': 'POST' } })).headers.get('access-control-allow-methods')?.includes('POST'), true)
  })
})
