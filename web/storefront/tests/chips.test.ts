import assert from 'node:assert/strict'
import { test } from 'node:test'
import { builtInMarkets } from '@octavo/market'
import { viewOf } from '../page/view.ts'
import { changed, chipsOf, narrows } from '../search/query.ts'

const [gb] = builtInMarkets
assert.ok(gb)
const view = viewOf(gb, builtInMarkets)
const facets = [{ name: 'format', values: [{ value: 'ebook', label: 'E-book', count: 3, selected: true }, { value: 'paperback', label: 'Paperback', count: 5, selected: false }] }]

test('what was chosen can be put down, and what was read out of the words taken back', () => {
  const search = new URLSearchParams('q=whales&format=ebook&sort=title&cursor=abc')
  const readings = [{ id: 'price:-1000', kind: 'price' as const, label: 'Up to £10', words: 'under £10' }]
  assert.deepEqual(chipsOf({ readings, facets }, search, view), [
    { label: 'Up to £10', href: '/search?q=whales&format=ebook&sort=title&undo=price%3A-1000' }, { label: 'E-book', href: '/search?q=whales&sort=title' },
  ])
})

test('where nothing is like what was chosen, each choice can still be put down', () => {
  const search = new URLSearchParams('format=hardback&language=de&price=500-1000&ratingFrom=4&seller=house&market=gb')
  const chips = chipsOf({ readings: [], facets: [] }, search, view, '/c/fiction')
  assert.deepEqual(chips.map(({ label }) => label), ['Hardback', 'German', 'Sold by: house', '£5.00 – £10.00', 'Rated: 4'])
  assert.equal(chips[0]?.href, '/c/fiction?language=de&price=500-1000&ratingFrom=4&seller=house&market=gb')
})

test('a shelf is narrowed by facets, and not by its order or its market; with nothing chosen its address is plain', () => {
  assert.ok(narrows(new URLSearchParams('attribute=colour:red')))
  assert.ok(!narrows(new URLSearchParams('sort=title&market=de&cursor=abc&format=')))
  assert.equal(changed(new URLSearchParams('format=ebook'), { drop: ['format', 'ebook'] }, '/c/fiction'), '/c/fiction')
})
