import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isFailure } from '@octavo/failure'
import { cutPage, readCursor, writeCursor } from './paging.ts'

const invalid = (error: unknown): boolean => isFailure(error, 'INVALID_INPUT')

test('a cursor is the place it was written at, in its own list alone', () => {
  fc.assert(fc.property(fc.array(fc.oneof(fc.string().filter((text) => !text.includes('\0')), fc.integer(), fc.constant(null)), { minLength: 1, maxLength: 4 }), (keys) => {
    assert.deepEqual(readCursor('orders', writeCursor('orders', keys), keys.length), keys)
    assert.throws(() => readCursor('payments', writeCursor('orders', keys), keys.length), invalid)
    assert.throws(() => readCursor('orders', writeCursor('orders', keys), keys.length + 1), invalid)
  }))
  assert.equal(readCursor('orders', undefined, 1), undefined)
  assert.equal(readCursor('orders', '', 1), undefined)
})

test('a made-up cursor is refused, whatever it is', () => {
  fc.assert(fc.property(fc.string({ minLength: 1 }), (text) => { assert.throws(() => readCursor('orders', text, 1), invalid) }))
  assert.throws(() => readCursor('orders', Buffer.from('["orders",{"a":1}]').toString('base64url'), 1), invalid)
  assert.throws(() => readCursor('orders', Buffer.from(JSON.stringify(['orders', 'a\0'])).toString('base64url'), 1), invalid)
})

test('a page has what was asked for, and a next one only when there is more', () => {
  assert.deepEqual(cutPage([1, 2, 3], 2, String), { items: [1, 2], nextCursor: '2' })
  assert.deepEqual(cutPage([1, 2], 2, String), { items: [1, 2], nextCursor: null })
  assert.deepEqual(cutPage([], 2, String), { items: [], nextCursor: null })
})
