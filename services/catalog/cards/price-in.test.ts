import assert from 'node:assert/strict'
import { test } from 'node:test'
import { builtInMarkets } from '@octavo/market'
import { nextChangeOf } from './next-change.ts'
import { priceIn } from './price-in.ts'

const [gb, de, us] = builtInMarkets as [typeof builtInMarkets[number], typeof builtInMarkets[number], typeof builtInMarkets[number]]
const only = (...included: string[]) => ({ included, excluded: [] })
const eur = (amountMinor: number, more = {}) => ({ amountMinor, currency: 'EUR', ...more })

test('a price for the country a market counts on first goes before one for its other countries, and that before none', () => {
  const offer = { prices: { EUR: 1500 }, priceTerms: { EUR: [eur(1400, { countries: only('AT') }), eur(1300, { countries: only('DE', 'CH') })] } }
  assert.equal(priceIn(offer, de, '2026-11-26'), 1300)
  assert.equal(priceIn({ ...offer, priceTerms: { EUR: [eur(1400, { countries: only('AT') })] } }, de, '2026-11-26'), 1400)
  assert.equal(priceIn({ prices: {}, priceTerms: { EUR: [eur(1400, { countries: only('CH') })] } }, de, '2026-11-26'), undefined)
  assert.equal(priceIn({ prices: {}, priceTerms: { EUR: [eur(1200, { countries: { included: ['WORLD'], excluded: ['US', 'CA'] } })] } }, de, '2026-11-26'), 1200)
  assert.equal(priceIn({ prices: {}, priceTerms: { USD: [{ amountMinor: 1200, currency: 'USD', countries: { included: ['WORLD'], excluded: ['US'] } }] } }, us, '2026-11-26'), undefined)
})

test('a price holds from its first day to its last, and the one that began last goes before others', () => {
  const offer = { prices: { GBP: 1000 }, priceTerms: { GBP: [{ amountMinor: 800, currency: 'GBP', from: '2026-12-01', until: '2026-12-24' }, { amountMinor: 900, currency: 'GBP', from: '2026-12-20' }] } }
  assert.deepEqual(['2026-11-30', '2026-12-01', '2026-12-20', '2026-12-24', '2026-12-25'].map((day) => priceIn(offer, gb, day)), [1000, 800, 900, 900, 900])
})

test('the next day on which something changes by itself is known: a book comes out, a price begins or has ended', () => {
  const goods = (publishedOn: string | undefined, ...terms: { from?: string; until?: string }[]) =>
    ({ variants: [{ details: { publishedOn }, offers: [{ priceTerms: { GBP: terms.map((term) => ({ amountMinor: 1, currency: 'GBP', ...term })) } }] }] }) as unknown as Parameters<typeof nextChangeOf>[0]
  assert.equal(nextChangeOf(goods('2027-03'), '2026-11-26'), '2027-03-01')
  assert.equal(nextChangeOf(goods('2027'), '2026-11-26'), '2027-01-01')
  assert.equal(nextChangeOf(goods('-0700'), '2026-11-26'), null)
  assert.equal(nextChangeOf(goods('2020-01-01', { from: '2026-12-01', until: '2026-12-31' }), '2026-11-26'), '2026-12-01')
  assert.equal(nextChangeOf(goods('2020-01-01', { from: '2026-12-01', until: '2026-12-31' }), '2026-12-01'), '2027-01-01')
})
