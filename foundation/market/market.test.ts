import assert from 'node:assert/strict'
import { test } from 'node:test'
import { builtInMarkets, findMarket, marketSchema } from './market.ts'

test('the first market is the one nobody named; one that is not there is none', () => {
  assert.equal(findMarket(builtInMarkets, undefined)?.id, 'gb')
  assert.equal(findMarket(builtInMarkets, 'de')?.currency, 'EUR')
  assert.equal(findMarket(builtInMarkets, 'mars'), undefined)
})

test('the markets that come with the shop are whole, and no country is in two', () => {
  for (const market of builtInMarkets) assert.deepEqual(marketSchema.parse(market), market)
  const countries = builtInMarkets.flatMap((market) => market.countries)
  assert.equal(new Set(countries).size, countries.length)
})
