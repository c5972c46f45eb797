import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { failure } from '@octavo/failure'
import { publicContract } from '@octavo/gateway/contract'
import { aCart, openDoor } from '@octavo/gateway/testing'
import { Cookies, isProblem, openClient, Problem, type Checkout } from '../client.ts'
import { routes } from '../routes.ts'

test('asks each operation where the contract has it', () => {
  assert.deepEqual(routes, Object.fromEntries(Object.entries(publicContract).map(([name, procedure]) => [name, `${procedure['~orpc'].route.method} ${procedure['~orpc'].route.path}`])))
})

describe('a client', () => {
  test('stays the guest that its first write made, and another client can go on as the same', async () => {
    const callers: string[] = []
    const seen = (caller: object): void => { callers.push('guestId' in caller ? String(caller.guestId) : 'nobody') }
    const { url } = await openDoor({ cart: { createCart: async ({ context }) => { seen(context.caller); return aCart() }, getCart: async ({ context }) => { seen(context.caller); return aCart() } } })
    const client = openClient({ url })
    const cart = await client.createCart()
    assert.equal(cart.id, 'crt_1')
    await client.getCart({ cartId: cart.id })
    await openClient({ url, cookies: new Cookies(client.cookies.header) }).getCart({ cartId: cart.id })
    await openClient({ url }).getCart({ cartId: cart.id })
    assert.match(callers[0] ?? '', /^gst_/)
    assert.deepEqual(callers, [callers[0], callers[0], callers[0], 'nobody'])
  })

  test('puts what it is given into the path, the query and the body', async () => {
    const heard: unknown[] = []
    const { url } = await openDoor({
      catalog: { listProducts: async ({ input }) => { heard.push(input); return { items: [], nextCursor: null } }, getCategory: async ({ input }) => { heard.push(input.idOrHandle); throw failure('NOT_FOUND') } },
      cart: { setQuantity: async ({ input }) => { heard.push(input); return aCart() } },
    })
    const client = openClient({ url })
    await client.listProducts({ sort: 'title', limit: 5, category: 'the & sea' })
    await client.setLineQuantity({ cartId: 'crt_1', lineId: 'lin_1', quantity: 3 })
    await assert.rejects(client.getCategory({ idOrHandle: 'a/b?c' }))
    assert.deepEqual(heard, [{ sort: 'title', limit: 5, category: 'the & sea' }, { cartId: 'crt_1', lineId: 'lin_1', quantity: 3 }, 'a/b?c'])
  })

  test('throws what the shop refuses as a problem with its code', async () => {
    const { url } = await openDoor({ cart: { addLine: async () => { throw failure('OUT_OF_STOCK', 'Two are left.', { left: 2 }) } } })
    const client = openClient({ url })
    await assert.rejects(client.addLine({ cartId: 'crt_1', offerId: 'off_1', quantity: 3 }), (error) =>
      isProblem(error, 'OUT_OF_STOCK') && !isProblem(error, 'NOT_FOUND') && error.status === 409 && error.message === 'Two are left.' && error.document['left'] === 2 && error.requestId?.startsWith('req_') === true)
    await assert.rejects(client.addLine({ cartId: 'crt_1', offerId: 'off_1', quantity: 0 }), (error) => error instanceof Problem && error.code === 'INVALID_INPUT' && error.fields[0]?.path === 'quantity')
  })

  test('repeats a write that got no answer under its key, so that it is done once', async () => {
    let made = 0
    const keys: (string | null)[] = []
    const { url } = await openDoor({ cart: { createCart: async () => { made += 1; return aCart(`crt_${made}`) } } })
    const guest = openClient({ url })
    await guest.createCart()
    const client = openClient({
      url, cookies: guest.cookies,
      fetch: async (to, init) => {
        keys.push(new Headers(init?.headers).get('idempotency-key'))
        const answer = await fetch(to, init)
        if (keys.length === 1) throw new TypeError('the connection broke before the answer came')
        return answer
      },
    })
    assert.equal((await client.createCart({ market: 'de' })).id, 'crt_2')
    assert.equal(made, 2)
    assert.deepEqual(keys, [keys[0], keys[0]])
    assert.equal((await client.createCart({}, { idempotencyKey: 'mine' })).id, (await client.createCart({}, { idempotencyKey: 'mine' })).id)
  })

  test('is an operator by its token', async () => {
    const token = 'an operator of this test, 32 letters'
    const { url } = await openDoor({ operatorTokens: [token], catalog: { listImports: async ({ context }) => { assert.equal(context.caller.kind, 'operator'); return { items: [], nextCursor: null } } } })
    assert.deepEqual(await openClient({ url, token }).operatorListImports(), { items: [], nextCursor: null })
  })

  test('signs in and out, and is another guest afterwards', async () => {
    const { url } = await openDoor({
      raw: { users: (request, response) => {
        const out = request.url === '/auth/sign-out'
        response.appendHeader('set-cookie', `octavo.session_token=${out ? '; Max-Age=0' : 'one'}; Path=/`)
        response.end(out ? '{}' : '{"user":{"id":"acc_1","email":"ada@reader.example","name":"Ada","emailVerified":true}}')
        return true
      } },
    })
    const client = openClient({ url })
    assert.equal((await client.signIn({ email: 'ada@reader.example', password: 'a long enough password' })).user?.name, 'Ada')
    const signedIn = client.cookies.header
    assert.match(signedIn, /session_token=one/)
    await client.signOut()
    assert.doesNotMatch(client.cookies.header, /session_token/)
    assert.notEqual(/octavo_guest=(\S+)/.exec(client.cookies.header)?.[1], /octavo_guest=([^;]+)/.exec(signedIn)?.[1])
  })

  test('follows a checkout to its end, through a stream that breaks', async () => {
    let streams = 0
    const { url } = await openDoor({
      raw: { orders: (_, response) => {
        streams += 1
        response.writeHead(200, { 'content-type': 'text/event-stream' })
        if (streams === 1) response.write('data: {"id":"cko_1","status":"running"}\n\n:\n\ndata: {"id":"ck', () => response.destroy())
        else response.end('data: {"id":"cko_1",\ndata: "status":"completed","orderId":"ord_1"}\n\n')
        return true
      } },
    })
    const seen: Checkout['status'][] = []
    for await (const { status } of openClient({ url }).followCheckout('cko_1')) seen.push(status)
    assert.deepEqual(seen, ['running', 'completed'])
  })
})
