import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { add, allocate, equal, exponent, format, money, negate, parse, subtract, sum, times } from './money.ts'

const amounts = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 })
const weights = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 40 })

test('an amount that is split is there again when its parts are added: no cent is lost or made', () => {
  fc.assert(fc.property(amounts, weights, (amount, shares) => {
    assert.equal(allocate(amount, shares).reduce((a, b) => a + b, 0), amount)
  }))
})

test('each part is its share, rounded down or up by less than a cent, and of the sign of the whole', () => {
  fc.assert(fc.property(amounts, weights.filter((shares) => shares.some((share) => share > 0)), (amount, shares) => {
    const whole = shares.reduce((a, b) => a + b, 0)
    for (const [at, part] of allocate(amount, shares).entries()) {
      assert.ok(Math.abs(part - amount * (shares[at] ?? 0) / whole) < 1 + 1e-3, `${part}`)
      assert.ok(part === 0 || Math.sign(part) === Math.sign(amount))
    }
  }))
})

test('cents left over go to the largest remainders, and to the earlier among equals', () => {
  assert.deepEqual(allocate(100, [1, 1, 1]), [34, 33, 33])
  assert.deepEqual(allocate(5, [70, 20, 10]), [4, 1, 0])
  assert.deepEqual(allocate(-100, [1, 1, 1]), [-34, -33, -33])
  assert.deepEqual(allocate(7, [0, 0]), [4, 3])
  assert.deepEqual(allocate(0, []), [])
  assert.throws(() => allocate(1, []), RangeError)
  assert.throws(() => allocate(1, [0.5]), RangeError)
})

test('amounts of two currencies are never added', () => {
  assert.throws(() => add(money(1, 'GBP'), money(1, 'EUR')), /cannot add EUR to GBP/)
  assert.throws(() => sum([money(1, 'GBP')], 'EUR'), TypeError)
  assert.throws(() => sum([]), TypeError)
  assert.deepEqual(sum([], 'GBP'), money(0, 'GBP'))
})

test('an amount is a whole number of the smallest unit', () => {
  assert.throws(() => money(9.99, 'GBP'), RangeError)
  assert.throws(() => times(money(2 ** 52, 'GBP'), 4), RangeError)
  assert.deepEqual(subtract(money(5, 'GBP'), money(5, 'GBP')), money(0, 'GBP'))
  assert.ok(equal(negate(money(0, 'GBP')), money(0, 'GBP')))
})

test('currencies have the digits that they have', () => {
  assert.deepEqual(['GBP', 'JPY', 'KWD'].map(exponent), [2, 0, 3])
  assert.deepEqual(parse('9.9', 'GBP'), money(990, 'GBP'))
  assert.deepEqual(parse('990', 'JPY'), money(990, 'JPY'))
  assert.deepEqual(parse('1.2345', 'KWD'), undefined)
  assert.equal(parse('9,99', 'GBP'), undefined)
  assert.equal(format(money(129_900, 'GBP'), 'en-GB'), '£1,299.00')
  assert.equal(format(money(1299, 'JPY'), 'en-GB'), '¥1,299')
})

test('what is written is read again', () => {
  fc.assert(fc.property(amounts, fc.constantFrom('GBP', 'JPY', 'KWD'), (amount, currency) => {
    const digits = exponent(currency)
    const text = (amount < 0 ? '-' : '') + String(Math.abs(amount)).padStart(digits + 1, '0').replace(new RegExp(`(\\d{${digits}})$`), digits ? '.$1' : '$1')
    assert.deepEqual(parse(text, currency), money(amount, currency))
  }))
})
