import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { connectionBudget, connectionsPerProcess } from './budget.ts'

test('the pools of a process and its listening connection stay within twenty-four, and no service goes without', () => {
  assert.equal(connectionsPerProcess, 24)
  fc.assert(fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 20 }), { minKeys: 1, maxKeys: 23 }), (weights) => {
    const shares = Object.values(connectionBudget(weights))
    assert.equal(shares.length, Object.keys(weights).length)
    assert.ok(shares.every((share) => share >= 1 && share <= 8))
    assert.ok(shares.reduce((sum, share) => sum + share, 1) <= 24)
  }))
})

test('a heavier service has no fewer connections, and more services than connections are refused', () => {
  const { orders, sellers } = connectionBudget({ orders: 4, sellers: 1, cart: 2 })
  assert.ok(orders > sellers)
  assert.throws(() => connectionBudget(Object.fromEntries(Array.from({ length: 24 }, (_, n) => [`service ${n}`, 1]))), RangeError)
})
