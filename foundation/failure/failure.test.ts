import assert from 'node:assert/strict'
import { test } from 'node:test'
import { declare, failure, failures, isFailure, never } from './failure.ts'

test('a declared failure carries its code, its status, what to do, and data; a bug is none', () => {
  const refused = failure('OUT_OF_STOCK', 'Two are left.', { left: 2 })
  assert.deepEqual([refused.code, refused.status, refused.message, refused.data], ['OUT_OF_STOCK', 409, 'Two are left.', { left: 2 }])
  assert.ok(isFailure(refused) && isFailure(refused, 'OUT_OF_STOCK') && !isFailure(refused, 'NOT_FOUND'))
  assert.ok(!isFailure(new Error('OUT_OF_STOCK')) && !isFailure(undefined))
})

test('every failure says something to a person and has a status that fits', () => {
  for (const [code, { status, message }] of Object.entries(failures)) {
    assert.match(code, /^[A-Z_]+$/)
    assert.ok(status >= 400 && status < 600, code)
    assert.match(message, /^[A-Z].*[.]$/, code)
    assert.equal(failure(code as keyof typeof failures).message, message)
  }
})

test('a contract declares the failures that it names and no others', () => {
  assert.deepEqual(Object.keys(declare('NOT_FOUND', 'FORBIDDEN')), ['NOT_FOUND', 'FORBIDDEN'])
})

test('a case that cannot be throws, naming it', () => {
  assert.throws(() => never({ at: 'nowhere' } as never), /"at":"nowhere"/)
})
