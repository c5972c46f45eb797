import assert from 'node:assert/strict'
import { test } from 'node:test'
import { difference, recordsOf } from './round-trip.ts'

test('a table’s records are its lines, those in quotation marks whole; a message’s its products', () => {
  assert.deepEqual(recordsOf('csv', 'key,title\na,"Two\nlines, ""quoted"""\nb,One\n'), ['key,title', 'a,"Two\nlines, ""quoted"""', 'b,One'])
  assert.deepEqual(recordsOf('onix', '<ONIXMessage><Product><a>1</a></Product>\n<Product>2</Product></ONIXMessage>'), ['<Product><a>1</a></Product>', '<Product>2</Product>'])
  assert.deepEqual(recordsOf('onix', '<ONIXmessage><product><productidentifier>1</productidentifier></product></ONIXmessage>'), ['<product><productidentifier>1</productidentifier></product>'])
})

test('what is lost and what came from nowhere is found, however often it stands there', () => {
  assert.deepEqual(difference(['a', 'b', 'b', 'c'], ['c', 'b', 'a', 'd', 'a']), { records: 4, lost: ['b'], added: ['d', 'a'] })
  assert.deepEqual(difference(['a', 'b'], ['b', 'a']), { records: 2, lost: [], added: [] })
})
