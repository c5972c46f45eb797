import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isFailure } from '@octavo/failure'
import { book, openShop } from './shop.ts'

const shop = await openShop()
const [moby = '', omoo = ''] = await shop.put(
  book('Moby-Dick; or, The Whale', 'Herman Melville', { featuredRank: 1 }), book('Omoo', 'Herman Melville'), book('Typee', 'Herman Melville'), book('Emma', 'Jane Austen'))
const operator = shop.client({ kind: 'operator' })

test('words that an operator calls the same find the same, at once', async () => {
  assert.equal((await shop.shop.search({ q: 'sea mammal' })).matching, 'popular')
  const { id } = await operator.putRule({ kind: 'synonym', words: ['sea mammal', 'Whale'] })
  assert.deepEqual(await shop.titles('sea mammal'), ['Moby-Dick; or, The Whale'])
  await operator.removeRule({ id })
  assert.equal((await shop.shop.search({ q: 'sea mammal' })).matching, 'popular')
})

test('pinned products come first in their order, and boosted ones earlier', async () => {
  const last = (await shop.shop.search({ q: 'melville' })).items.at(-1)
  assert.equal((await shop.titles('melville')).length, 3)
  const { id } = await operator.putRule({ kind: 'boost', query: 'melville', productIds: [last?.id ?? ''] })
  assert.equal((await shop.titles('melville'))[0], last?.title)
  await operator.putRule({ id, kind: 'pin', query: 'Melville!', productIds: [moby, 'prd_gone', omoo] })
  assert.deepEqual((await shop.titles('melville')).slice(0, 2), ['Moby-Dick; or, The Whale', 'Omoo'])
  await operator.removeRule({ id })
})

test('a query is sent to a page of the shop, and to no other site', async () => {
  await operator.putRule({ kind: 'redirect', query: 'gift cards', to: '/c/gifts' })
  assert.equal((await shop.shop.search({ q: 'Gift cards' })).redirect, '/c/gifts')
  for (const to of ['//evil.example', 'https://evil.example', '/\\evil', 'c/gifts']) await assert.rejects(operator.putRule({ kind: 'redirect', query: 'x', to }), to)
})

test('rules are the operator’s, and are about words', async () => {
  await assert.rejects(shop.client({ kind: 'anonymous' }).listRules({}), (error) => isFailure(error, 'SIGN_IN_REQUIRED'))
  await assert.rejects(operator.putRule({ kind: 'synonym', words: ['(a+)+$', '???'] }), (error) => isFailure(error, 'INVALID_INPUT'))
  await assert.rejects(operator.removeRule({ id: 'none' }), (error) => isFailure(error, 'NOT_FOUND'))
})

test('what people ask for and do not find is told to the operator, the most frequent first', async () => {
  for (const q of ['Zeppelin', 'zeppelin ', 'xylophone']) await shop.shop.search({ q })
  assert.deepEqual((await operator.listFailingQueries({})).filter(({ query }) => /zep|xyl/i.test(query)).map(({ query, times }) => [query.trim().toLowerCase(), times]), [['zeppelin', 2], ['xylophone', 1]])
})

test('an index made anew has everything, and answers in place of the old one', async () => {
  const before = await operator.indexState({})
  const { name, products } = await operator.rebuild({})
  assert.equal(products, 4)
  // Asked again it is the same one that is filled.
  assert.equal((await operator.indexState({})).indexes.length, 2)
  await shop.settled()
  const after = await operator.indexState({})
  assert.deepEqual(after.indexes.map(({ state }) => state).sort(), ['live', 'previous'])
  assert.equal(after.indexes.find(({ state }) => state === 'live')?.name, name)
  assert.equal(after.indexes.find(({ state }) => state === 'previous')?.name, before.indexes[0]?.name)
  assert.deepEqual([after.products, after.indexed, after.well, after.indexes.map(({ pending }) => pending)], [4, 4, true, [0, 0]])
  assert.deepEqual(await shop.titles('emma'), ['Emma'])
})
