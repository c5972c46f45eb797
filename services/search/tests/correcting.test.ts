import assert from 'node:assert/strict'
import { test } from 'node:test'
import { book, openShop } from './shop.ts'

test('a title in another spelling is the title: it stands before what has its word more often and is liked more', async () => {
  const shop = await openShop()
  await shop.put(book('The Stand', 'A. Writer'), book('Stand and Stand Again', 'B. Writer', { featuredRank: 1, descriptionHtml: '<p>Stand.</p>' }))
  const found = await shop.shop.search({ q: 'The Sjtand' })
  assert.deepEqual([found.didYouMean, found.corrected, found.items.map(({ title }) => title)], ['the stand', true, ['The Stand', 'Stand and Stand Again']])
})
