import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { importFormats } from '@octavo/catalog/http'
import { Trouble } from '../command.ts'
import { openSource } from './open-source.ts'

let folder: string
before(async () => { folder = await mkdtemp(join(tmpdir(), 'octavo-sources-')) })
after(() => rm(folder, { recursive: true, force: true }))
const keep = async (name: string, bytes: Uint8Array | string): Promise<string> => { await writeFile(join(folder, name), bytes); return join(folder, name) }
const told = (words: RegExp) => (error: unknown): boolean => error instanceof Trouble && words.test(error.message)

test('a file packed by gzip is sent as what is in it, whatever it is called, and goes on from a place in that', async () => {
  const text = 'what a file of any format holds\n'.repeat(20_000)
  const packed = await keep('packed', gzipSync(text))
  for (const format of importFormats) {
    const source = await openSource(format, packed)
    assert.equal(source.size, text.length)
    for (const from of [0, 1000, 600_000, text.length]) assert.equal((await buffer(source.bytes(from))).toString(), text.slice(from))
  }
  assert.notEqual((await openSource('csv', packed)).fingerprint, (await openSource('csv', await keep('plain.csv', text))).fingerprint)
})

test('what cannot be unpacked, or is not there, is told before the shop is asked', async () => {
  await assert.rejects(openSource('csv', await keep('cut.csv.gz', gzipSync('a,b\n').subarray(0, 12))), told(/cut\.csv\.gz: The packed file is damaged.*Pack it again/))
  await assert.rejects(openSource('onix', await keep('bomb.xml.gz', gzipSync(Buffer.alloc(100 << 20)))), told(/200 times as long as packed/))
  await assert.rejects(openSource('onix', await keep('empty.zip', Buffer.concat([Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)]))), told(/zip is empty/))
  await assert.rejects(openSource('csv', join(folder, 'never.csv')), told(/There is no file .*never\.csv/))
  await assert.rejects(openSource('csv', folder), told(/is a folder/))
})
