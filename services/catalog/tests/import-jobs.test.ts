import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { Caller } from '@octavo/caller'
import { testDatabases } from '@octavo/database/testing'
import { logTables, testEvents } from '@octavo/events/testing'
import { isFailure } from '@octavo/failure'
import { diskFiles } from '@octavo/files/disk'
import { message, record as onixRecord } from '../import/onix/tests/messages.ts'
import { zipOf } from '../import/packed/tests/archives.ts'
import { catalogTables } from '../service.ts'
import { startTestCatalog, type TestCatalog } from '../testing.ts'
import { samples } from '../import/onix/tests/samples.ts'
import { openShop } from './shop.ts'

const operator = { kind: 'operator' } as const
const shop = await openShop()
const desk = shop.client(operator)

async function openDoor({ service }: Pick<TestCatalog, 'service'>): Promise<string> {
  const server = createServer((request, response) => {
    const caller: Caller = request.headers.authorization ? operator : { kind: 'anonymous' }
    void Promise.resolve(service.raw(request, response, { caller, requestId: 'a test' })).then((found) => { if (!found) response.writeHead(404).end() }, (error: unknown) => {
      response.writeHead(isFailure(error) ? error.status : 500).end(JSON.stringify({ code: isFailure(error) ? error.code : 'INTERNAL', detail: String(error) }))
    })
  })
  // Long work of this process would else let a connection's time run out just as the next upload takes it.
  server.keepAliveTimeout = 0
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  after(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
const door = await openDoor(shop)
const headers = { authorization: 'yes' }

const table = (count: number, from = 0): string => `key,title,authors,stock\n${Array.from({ length: count }, (_, n) => `k${from + n},Book ${from + n},Ada Author,5\n`).join('')}`
const upload = (text: string | Buffer<ArrayBuffer>, query: Record<string, string> = {}) =>
  fetch(`${door}/imports/uploads?${new URLSearchParams({ format: 'csv', file: 'books.csv', options: '{"prices":[{"amountMinor":999,"currency":"GBP"}]}', ...query }).toString()}`, { method: 'POST', headers, body: text })
const uploaded = async (text: string | Buffer<ArrayBuffer>, query: Record<string, string> = {}): Promise<string> => {
  const answer = await upload(text, query)
  assert.equal(answer.status, 202, await answer.clone().text())
  return ((await answer.json()) as { id: string }).id
}
/** One record of each format. */
const small = {
  csv: { name: 'books.csv', text: 'key,title\npacked,Packed\n' },
  goodbooks: { name: 'goodbooks-10k/books.csv', text: 'book_id,isbn,isbn13,authors,title\n77,0140449132,,Fyodor Dostoyevsky,Crime and Punishment\n' },
  onix: { name: 'spring.xml', text: message(onixRecord({ reference: 'packed' })) },
  esci: { name: 'products.jsonl', text: `${JSON.stringify({ asin: 'B000LAMP01', title: 'Reading lamp', description: '', bullet_points: '', brand: '', color: '', price: 29.97, category: ['Home'], rating: 4.5, rating_count: 12, is_book: false })}\n` },
} as const
/** Longer than what may shrink as it likes, and nothing but nothing. */
const nothing = Buffer.alloc(65 << 20)
const bombs = [gzipSync(nothing), zipOf({ name: 'bomb', text: nothing })] as const
const record = async (id: string, of: TestCatalog = shop) => (await of.client(operator).listImports({ limit: 100 })).items.find((one) => one.id === id) ?? assert.fail('it is known')
const ended = async (id: string, of: TestCatalog = shop) => {
  for (;;) {
    const found = await record(id, of)
    if (found.status !== 'running') return found
    // A job says its end in its row alone.
    await pause(5)
  }
}

describe('a file that is uploaded whole', () => {
  test('is read in the shop, and what is refused can be had as a table', async () => {
    const id = await uploaded(`${table(3)}k9,,"Author, Ada",1\n`)
    const done = await ended(id)
    assert.deepEqual([done.status, done.read, done.created, done.rejected, done.failure], ['completed', 4, 3, 1, null])
    assert.equal(done.position, done.sizeBytes)
    const rejects = await fetch(`${door}/imports/${id}/rejects`, { headers })
    assert.equal(rejects.headers.get('content-type'), 'text/csv; charset=utf-8')
    const lines = (await rejects.text()).trim().split('\n')
    assert.equal(lines.length, 2)
    assert.match(lines[1] ?? '', /^5,k9,The title is missing\.$/)
    assert.equal((await shop.shop.listProducts({ sort: 'title' })).items.filter(({ title }) => title.startsWith('Book ')).length, 3)
  })

  test('keeps which codes of it no list has, and how often', async () => {
    const message = samples.preorder.replace('<ContributorRole>A01', '<ContributorRole>Q99')
    const { unknownCodes } = await ended(await uploaded(message, { format: 'onix', file: 'news.xml' }))
    assert.deepEqual(unknownCodes, [{ list: 17, element: 'ContributorRole', code: 'Q99', count: 1, line: unknownCodes[0]?.line, identity: 'harbour.whale' }])
  })

  for (const format of ['csv', 'goodbooks', 'onix', 'esci'] as const) {
    test(`is read packed as it is unpacked: ${format}`, async () => {
      const { name, text } = small[format]
      const plain = await ended(await uploaded(text, { format, options: '{}' }))
      assert.deepEqual([plain.status, plain.read, plain.created, plain.failure], ['completed', 1, 1, null])
      for (const packed of [gzipSync(text), zipOf({ name, text }, { name: '__MACOSX/x', text: 'x' })]) {
        const done = await ended(await uploaded(packed, { format, options: '{}' }))
        assert.deepEqual([done.status, done.read, done.unchanged, done.failure], ['completed', 1, 1, null])
        assert.equal(done.position, plain.position)
        assert.equal(done.sizeBytes, plain.sizeBytes, 'as long as it is unpacked')
      }
    })

    test(`is refused in words when it is packed to do harm: ${format}`, async () => {
      const { name, text } = small[format]
      for (const [packed, words] of [
        [bombs[0], /200 times as long as packed.*unpack it and import what is inside/],
        [bombs[1], /200 times as long as packed/],
        [zipOf({ name, text }, { name: '../../etc/passwd', text: 'x' }), /leads out of its folder.*Pack the file to import again, alone/],
        [zipOf({ name, text }).subarray(0, 30), /damaged.*Pack it again/],
        [gzipSync(text).subarray(0, 30), /damaged.*Pack it again/],
      ] as const) {
        const failed = await ended(await uploaded(packed, { format }))
        assert.deepEqual([failed.status, failed.read], ['failed', 0])
        assert.match(failed.failure ?? '', words)
      }
    })
  }

  test('is nobody’s but an operator’s business, and a known format’s', async () => {
    assert.equal((await fetch(`${door}/imports/uploads?format=csv&file=a`, { method: 'POST', body: 'a' })).status, 401)
    assert.equal((await fetch(`${door}/imports/imp_1/rejects`)).status, 401)
    assert.equal((await fetch(`${door}/imports/imp_1/rejects`, { headers })).status, 404)
    assert.equal((await upload(table(1), { format: 'docx' })).status, 422)
    assert.equal((await upload(table(1), { options: '{' })).status, 422)
    assert.equal((await upload('')).status, 422)
  })

  test('that did not come whole is not begun', async () => {
    const before = (await desk.listImports({})).items.length
    const half = ask(`${door}/imports/uploads?format=csv&file=half.csv`, { method: 'POST', headers: { ...headers, 'content-length': '1000' } })
    half.on('error', () => {})
    half.write('key,title\n', () => half.destroy())
    await new Promise((resolve) => { half.once('close', resolve) })
    assert.equal((await desk.listImports({})).items.length, before)
  })

  test('says why it could not be read at all, and can go on later', async () => {
    const id = await uploaded('no,column,that,is,known\n1,2,3,4,5\n')
    const failed = await ended(id)
    assert.equal(failed.status, 'failed')
    assert.ok(failed.failure)
    assert.deepEqual(await desk.resumeImport({ importId: id }), { resumed: true })
    assert.equal((await ended(id)).status, 'failed')
    await assert.rejects(desk.resumeImport({ importId: 'imp_none' }), (error) => isFailure(error, 'NOT_FOUND'))
    await assert.rejects(desk.resumeImport({ importId: await uploaded(table(1, 900)).then(async (other) => { await ended(other); return other }) }), (error) => isFailure(error, 'CONFLICT'))
  })

  test('goes on where it stood when the shop is closed and opened again', async () => {
    const databases = await testDatabases({ catalog: catalogTables(), events: logTables })
    const folder = await mkdtemp(join(tmpdir(), 'octavo-jobs-'))
    after(() => rm(folder, { recursive: true, force: true }))
    const kept = { database: databases.catalog, events: await testEvents(databases.events), files: await diskFiles({ folder }) }
    const first = await startTestCatalog(kept)
    const records = 6000
    const answer = await fetch(`${await openDoor(first)}/imports/uploads?format=csv&file=books.csv.gz`, { method: 'POST', headers, body: gzipSync(table(records)) })
    const { id } = await answer.json() as { id: string }
    while ((await record(id, first)).read === 0) await new Promise(setImmediate)
    await first.stop()
    const [stood] = await databases.catalog.rows<{ read: number; status: string }>('select read, status from imports where id = $1', [id])
    assert.equal(stood?.status, 'running')
    assert.ok(stood.read < records, 'it stopped between two batches')
    const done = await ended(id, await startTestCatalog(kept))
    // What was put and not yet counted when it stopped is found unchanged.
    assert.deepEqual([done.status, done.read, done.created + done.unchanged, done.rejected], ['completed', records, records, 0])
  })
})
