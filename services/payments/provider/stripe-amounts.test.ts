import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { exponent, parse } from '@octavo/money'
import { Refused } from './port.ts'
import { fromStripe, toStripe } from './stripe-amounts.ts'

/** What people write, and the amount that Stripe's page on currencies says to send for it. */
const published: readonly (readonly [text: string, currency: string, amount: number])[] = [
  ['10.00', 'USD', 1000], ['9.99', 'GBP', 999], ['1099', 'EUR', 109_900],
  ['500', 'JPY', 500], ['1500', 'KRW', 1500], ['20000', 'VND', 20_000], ['700', 'CLP', 700], ['900', 'XOF', 900], ['300', 'PYG', 300], ['4000', 'MGA', 4000],
  ['5', 'ISK', 500], ['5', 'UGX', 500], ['10', 'HUF', 1000], ['800', 'TWD', 80_000],
  ['5.120', 'KWD', 5120], ['5.13', 'BHD', 5130], ['1', 'OMR', 1000], ['2.5', 'TND', 2500], ['0.25', 'JOD', 250],
]

describe('amounts as Stripe takes them', () => {
  for (const [text, currency, amount] of published) {
    test(`${text} ${currency} is ${amount}, and is read back as it was`, () => {
      const minor = parse(text, currency)?.amountMinor ?? assert.fail()
      assert.equal(toStripe(minor, currency), amount)
      assert.equal(fromStripe(amount, currency.toLowerCase()), minor)
    })
  }

  test('that it cannot express are refused and not rounded', () => {
    for (const currency of ['KWD', 'BHD', 'JOD', 'OMR', 'TND']) assert.throws(() => toStripe(5124, currency), Refused)
    assert.equal(toStripe(1, 'ISK') % 100, 0)
    assert.equal(exponent('ISK'), 0)
  })
})
