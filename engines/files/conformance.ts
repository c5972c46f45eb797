import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import { buffer, text } from 'node:stream/consumers'
import { FileExists, KeyRefused, SizeDiffers, type Files } from './port.ts'

/** What every store of files does. `open` gives an empty one each time. */
export function filesConformance(name: string, open: () => Promise<Files>): void {
  const put = (files: Files, key: string, words: string, onlyNew = false) => files.put(key, Buffer.from(words), { contentType: 'text/plain', sizeBytes: Buffer.byteLength(words), onlyNew })
  const read = async (files: Files, key: string): Promise<string | undefined> => {
    const file = await files.get(key)
    return file && text(file.body)
  }

  describe(`files: ${name}`, () => {
    it('gives back what was put, with its type and size', async () => {
      const files = await open()
      const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, n) => n % 256))
      const stored = await files.put('covers/ab/one.jpg', bytes, { contentType: 'image/jpeg', sizeBytes: bytes.length })
      const file = await files.get('covers/ab/one.jpg')
      assert.ok(file)
      assert.deepEqual(await buffer(file.body), bytes)
      const { body: _, ...head } = file
      assert.deepEqual(head, stored)
      assert.deepEqual(await files.head('covers/ab/one.jpg'), stored)
      assert.equal(stored.contentType, 'image/jpeg')
      assert.equal(stored.sizeBytes, 70_000)
      assert.equal(stored.key, 'covers/ab/one.jpg')
    })

    it('gives a part of it, with what is known of the whole', async () => {
      const files = await open()
      const stored = await put(files, 'first-lines/moby-dick', 'Call me Ishmael.')
      for (const [from, to, part] of [[5, 7, 'me'], [0, 16, 'Call me Ishmael.'], [16, 16, '']] as const) {
        const file = await files.get('first-lines/moby-dick', { from, to })
        assert.ok(file)
        assert.equal(await text(file.body), part)
        assert.equal(file.sizeBytes, stored.sizeBytes)
      }
      for (const range of [{ from: 0, to: 17 }, { from: -1, to: 3 }, { from: 4, to: 3 }]) await assert.rejects(files.get('first-lines/moby-dick', range), RangeError)
      assert.equal(await files.get('never', { from: 0, to: 1 }), undefined)
    })

    it('takes a stream, and an empty file', async () => {
      const files = await open()
      async function* pieces(): AsyncGenerator<Buffer> {
        for (const piece of ['Call ', 'me ', 'Ishmael.']) { await turn(); yield Buffer.from(piece) }
      }
      await files.put('first-lines/moby-dick', pieces(), { contentType: 'text/plain', sizeBytes: 16 })
      assert.equal(await read(files, 'first-lines/moby-dick'), 'Call me Ishmael.')
      await put(files, 'nothing', '')
      assert.equal(await read(files, 'nothing'), '')
    })

    it('has nothing under a key that was never put, or was deleted', async () => {
      const files = await open()
      await put(files, 'a/b', 'here')
      for (const key of ['a', 'a/c', 'a/b/c']) {
        assert.equal(await files.get(key), undefined, key)
        assert.equal(await files.head(key), undefined, key)
        await files.delete(key)
      }
      assert.equal(await read(files, 'a/b'), 'here')
      await files.delete('a/b')
      assert.equal(await files.get('a/b'), undefined)
      assert.deepEqual((await files.list({ limit: 10 })).files, [])
    })

    it('replaces a file at once: whoever reads the old one reads it whole', async () => {
      const files = await open()
      const old = await put(files, 'page', 'old '.repeat(50_000))
      const reading = await files.get('page')
      assert.ok(reading)
      const fresh = await put(files, 'page', 'new')
      assert.notEqual(fresh.etag, old.etag)
      assert.equal(await text(reading.body), 'old '.repeat(50_000))
      assert.equal(await read(files, 'page'), 'new')
    })

    it('keeps what stood there when a body breaks off or is not as long as announced', async () => {
      const files = await open()
      await put(files, 'page', 'whole')
      async function* broken(): AsyncGenerator<Buffer> {
        yield Buffer.from('ha')
        await turn()
        throw new Error('the sender went away')
      }
      await assert.rejects(files.put('page', broken(), { contentType: 'text/plain', sizeBytes: 4 }), /the sender went away/)
      for (const sizeBytes of [3, 5]) await assert.rejects(files.put('page', Buffer.from('four'), { contentType: 'text/plain', sizeBytes }), SizeDiffers)
      await assert.rejects(files.put('never', Buffer.from('four'), { contentType: 'text/plain', sizeBytes: 5 }), SizeDiffers)
      assert.equal(await read(files, 'page'), 'whole')
      assert.deepEqual((await files.list({ limit: 10 })).files.map(({ key }) => key), ['page'])
    })

    it('lets one of many win who put only where nothing stands', async () => {
      const files = await open()
      const tries = await Promise.allSettled(Array.from({ length: 8 }, (_, n) => put(files, 'contested', `writer ${n}`, true)))
      const won = tries.flatMap(({ status }, n) => (status === 'fulfilled' ? [n] : []))
      assert.equal(won.length, 1)
      for (const one of tries) if (one.status === 'rejected') assert.ok(one.reason instanceof FileExists)
      assert.equal(await read(files, 'contested'), `writer ${won[0]}`)
      await assert.rejects(put(files, 'contested', 'later', true), FileExists)
      await files.delete('contested')
      await put(files, 'contested', 'again', true)
      assert.equal(await read(files, 'contested'), 'again')
    })

    it('lists by prefix in the order of the bytes of keys, page by page', async () => {
      const files = await open()
      const keys = ['a', 'a-b', 'a.b', 'a/b', 'a/b/c', 'a/b-c', 'a0', 'ab/1', 'ab/10', 'ab/2', 'b']
      for (const key of keys.toReversed()) await put(files, key, key)
      const paged = async (prefix: string, limit: number): Promise<string[]> => {
        const seen: string[] = []
        for (let after: string | null = null; ;) {
          const page = await files.list({ prefix, after, limit })
          assert.ok(page.files.length <= limit)
          seen.push(...page.files.map(({ key }) => key))
          if (page.next === null) return seen
          after = page.next
        }
      }
      for (const limit of [1, 3, 11, 100]) assert.deepEqual(await paged('', limit), keys.toSorted())
      for (const prefix of ['a', 'a/', 'a/b', 'ab/1', 'none', 'b']) assert.deepEqual(await paged(prefix, 2), keys.toSorted().filter((key) => key.startsWith(prefix)), prefix)
      assert.deepEqual((await files.list({ after: 'a/zz', limit: 2 })).files.map(({ key, sizeBytes }) => ({ key, sizeBytes })), [{ key: 'a0', sizeBytes: 2 }, { key: 'ab/1', sizeBytes: 4 }])
    })

    it('refuses keys that lead elsewhere or that some store could not keep', async () => {
      const files = await open()
      for (const key of ['', '/', '/etc/passwd', '..', '../x', 'a/../../x', 'a/./b', 'a//b', 'a/', '.hidden', 'a~', 'Upper', 'a b', 'a\\b', 'a\0b', 'c:', 'é', 'x'.repeat(201), `${'a/'.repeat(500)}a`]) {
        await assert.rejects(put(files, key, 'x'), KeyRefused, key)
        await assert.rejects(async () => files.get(key), KeyRefused, key)
        await assert.rejects(async () => files.head(key), KeyRefused, key)
        await assert.rejects(async () => files.delete(key), KeyRefused, key)
      }
    })
  })
}
