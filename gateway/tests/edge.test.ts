import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { openDoor } from '../testing.ts'

const category = (name: string) => ({ id: 'cat_1', handle: 'poetry', name, parentId: null, productCount: 1, path: [], children: [] })
const status = (answer: Response): string => answer.headers.get('cache-status') ?? ''

describe('the edge cache', () => {
  test('answers the second asking itself, for anybody, until what it shows is purged', async () => {
    let asked = 0
    const { ask, cache } = await openDoor({ catalog: { getCategory: async () => category(`Poetry ${(asked += 1)}`) } })
    assert.match(status(await ask('/api/categories/poetry')), /fwd=miss/)
    const second = await ask('/api/categories/poetry', { headers: { cookie: 'octavo_guest=somebody.else' } })
    assert.match(status(second), /octavo; hit/)
    assert.match(second.headers.get('x-request-id') ?? '', /^req_[0-9a-z]{26}$/)
    assert.notEqual((await ask('/api/categories/poetry')).headers.get('x-request-id'), second.headers.get('x-request-id'))
    assert.equal(second.headers.get('x-content-type-options'), 'nosniff')
    assert.equal(((await second.json()) as { name: string }).name, 'Poetry 1')
    await cache.purgeTags(['category:cat_1'])
    assert.equal(((await (await ask('/api/categories/poetry')).json()) as { name: string }).name, 'Poetry 2')
    assert.equal(asked, 2)
  })

  test('does not keep what was purged while it was being made', async () => {
    const { promise: purged, resolve: go } = Promise.withResolvers<void>()
    const { promise: asking, resolve: began } = Promise.withResolvers<void>()
    let asked = 0
    const { ask, cache } = await openDoor({ catalog: { getCategory: async () => { asked += 1; began(); await purged; return category('Old') } } })
    const slow = ask('/api/categories/poetry')
    await asking
    await cache.purgeTags(['category:cat_1'])
    go()
    assert.match(status(await slow), /fwd=stale/)
    await ask('/api/categories/poetry')
    assert.equal(asked, 2)
  })

  test('has one entry for one thing, however its parameters are ordered', async () => {
    let asked = 0
    const { ask } = await openDoor({ catalog: { listProducts: async () => { asked += 1; return { items: [], nextCursor: null } } } })
    await ask('/api/products?limit=5&sort=title')
    assert.match(status(await ask('/api/products?sort=title&limit=5')), /hit/)
    await ask('/api/products?sort=newest&limit=5')
    assert.equal(asked, 2)
  })

  test('does not listen to what a route does not look at, so that no link puts words onto a page for others', async () => {
    const asked: string[] = []
    const pages = {
      clientFolder: import.meta.dirname, scriptHashes: [],
      render: async (request: Request, { caller }: { caller: { kind: string } }) => {
        asked.push(`${new URL(request.url).search} ${caller.kind} ${request.headers.get('cookie') ?? 'no cookie'}`)
        return new Response('<p>A page</p>', { headers: { 'content-type': 'text/html', 'surrogate-control': 'max-age=60' } })
      },
    }
    const { ask } = await openDoor({ pages, users: { whoIs: async () => ({ kind: 'account', accountId: 'acc_1', email: 'ada@reader.example', emailVerified: true, name: 'Ada', roles: [], sessionId: 'ses_1' }) } })
    await ask('/books?said=hello&sort=title&market=gb', { headers: { cookie: 'octavo.session_token=one' } })
    assert.match(status(await ask('/books?sort=title&utm_source=mail')), /hit/)
    assert.deepEqual(asked, ['?sort=title anonymous no cookie'])
  })

  test('keeps no narrowed shelf, and hears all that it is narrowed by', async () => {
    const asked: string[] = []
    const pages = { clientFolder: import.meta.dirname, scriptHashes: [], render: async (request: Request) => { asked.push(new URL(request.url).search); return new Response('<p>A shelf</p>', { headers: { 'content-type': 'text/html' } }) } }
    const { ask } = await openDoor({ pages })
    for (const query of ['?format=paperback&sort=title', '?format=paperback&format=hardback', '?price=0-500', '?format=']) await ask(`/c/poetry${query}`)
    assert.deepEqual(asked, ['?format=paperback&sort=title', '?format=paperback&format=hardback', '?price=0-500', ''])
  })

  test('keeps pages apart by the name they were asked at, while the shop has no address of its own', async () => {
    const pages = { clientFolder: import.meta.dirname, scriptHashes: [], render: async (request: Request) => new Response(new URL(request.url).host, { headers: { 'content-type': 'text/html', 'surrogate-control': 'max-age=60' } }) }
    const { ask, url } = await openDoor({ pages })
    const port = new URL(url).port
    assert.equal(await (await ask('/books')).text(), `127.0.0.1:${port}`)
    assert.equal(await (await fetch(`http://localhost:${port}/books`)).text(), `localhost:${port}`)
  })

  test('says 304 to whoever has it already', async () => {
    const { ask } = await openDoor({ catalog: { getCategory: async () => category('Poetry') } })
    const first = await ask('/api/categories/poetry')
    const again = await ask('/api/categories/poetry', { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })
    assert.equal(again.status, 304)
    assert.equal(await again.text(), '')
  })

  test('keeps nothing of a bearer call, nor an answer that sets a cookie', async () => {
    let asked = 0
    const { ask } = await openDoor({ operatorTokens: ['t'.repeat(32)], catalog: { getCategory: async () => { asked += 1; return category('Poetry') } } })
    const bearer = { headers: { authorization: `Bearer ${'t'.repeat(32)}` } }
    await ask('/api/categories/poetry', bearer)
    await ask('/api/categories/poetry', bearer)
    assert.equal(asked, 2)
  })

  test('a page that says so is kept under its own tags, and one with a cookie is not', async () => {
    let made = 0
    const pages = {
      clientFolder: import.meta.dirname, scriptHashes: [],
      render: async (request: Request) => {
        made += 1
        const cookie: Record<string, string> = request.url.includes('/b/') ? {} : { 'set-cookie': 'seen=1' }
        return new Response(`<p>${made}</p>`, { headers: { 'content-type': 'text/html', 'surrogate-control': 'max-age=60', 'surrogate-key': 'product:prd_1', ...cookie } })
      },
    }
    const { ask, cache } = await openDoor({ pages })
    await ask('/b/emma')
    assert.equal(await (await ask('/b/emma')).text(), '<p>1</p>')
    await cache.purgeTags(['product:prd_1'])
    assert.equal(await (await ask('/b/emma')).text(), '<p>2</p>')
    await ask('/c/poetry')
    assert.equal(await (await ask('/c/poetry')).text(), '<p>4</p>')
  })
})
