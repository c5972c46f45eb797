import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { onix } from '../onix.ts'
import { all, message, read, record } from './messages.ts'

const refused = (bytes: string | Buffer, words: RegExp): Promise<void> => assert.rejects(read(bytes), (error: Error) => { assert.match(error.message, words); return true })

test('entities of its own are refused before one is read: they could say anything, a billion times', async () => {
  await refused('<?xml version="1.0"?><!DOCTYPE ONIXMessage [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><ONIXMessage><Product><RecordReference>&b;</RecordReference></Product></ONIXMessage>', /declares entities of its own/)
  await refused('<!DOCTYPE x [<!ENTITY xxe SYSTEM "file:///etc/passwd">]><ONIXMessage/>', /declares entities of its own/)
})

test('what is no message, is packed, or is written in what cannot be read is told plainly', async () => {
  await refused('', /empty/)
  await refused('title;price\nOdyssey;9.99\n', /no ONIX message/)
  await refused('<html><body/></html>', /its first element is <html>/)
  await refused(gzipSync(message(record())), /packed/)
  await refused(Buffer.from(message(record()), 'utf16le'), /UTF-16/)
  await refused('<?xml version="1.0" encoding="klingon"?><ONIXMessage/>', /"klingon"/)
  await refused('<ONIXMessage release="9.9"><Product/></ONIXMessage>', /release "9.9"/)
})

test('a message that was cut off says so, and what stands whole before it comes in', async () => {
  const whole = message(record({ reference: 'a' }), record({ reference: 'b' }))
  const cut = await read(whole.slice(0, whole.lastIndexOf('</ProductSupply>')))
  assert.deepEqual(cut.map((entry) => ('reason' in entry ? entry.reason : entry.identity)), ['a', 'The message ends inside this record: the file was cut off here.'])
  const unended = await read(whole.replace('</ONIXMessage>', ''))
  assert.match(JSON.stringify(unended.at(-1)), /ends before its end tag/)
})

test('bytes that are not what the message says refuse their record alone', async () => {
  const [before = '', after = ''] = message(record({ reference: 'a', title: 'X@X' }), record({ reference: 'b' })).split('@')
  const entries = await read(Buffer.concat([Buffer.from(before), Buffer.from([0xff, 0xfe]), Buffer.from(after)]))
  assert.match('reason' in entries[0]! ? entries[0].reason : '', /not UTF-8/)
  assert.equal(entries[1]?.identity, 'b')
})

test('a text of a hundred megabytes is read past in bounded memory', async () => {
  const [head = '', tail = ''] = message(record({ reference: 'long', title: '@' }), record({ reference: 'b' })).split('@')
  const block = Buffer.alloc(1 << 20, 'x')
  let held = 0
  async function* long(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(head)
    for (let megabyte = 0; megabyte < 100; megabyte++) { yield block; held = Math.max(held, process.memoryUsage().arrayBuffers) }
    yield Buffer.from(tail)
  }
  const before = process.memoryUsage().arrayBuffers
  const entries = await all(onix.read(long(), { from: { position: 0, line: 1 }, whole: true, options: {} }))
  assert.deepEqual(entries.map((entry) => ('reason' in entry ? entry.reason : entry.identity)), ['The record is longer than 4 MB.', 'b'])
  assert.ok(held - before < 64 << 20, `${(held - before) >> 20} MB were held`)
})

test('elements inside of one another without end are refused', async () => {
  const [entry] = await read(message(`<Product>${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}</Product>`))
  assert.match(JSON.stringify(entry), /more than 100 deep/)
})
