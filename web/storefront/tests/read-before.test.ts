import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Product } from '@octavo/catalog/contract'
import { readBefore } from '../home/read-before.ts'

const offer = (condition: string, amountMinor: number, conditionNote: string | undefined, availability = 'in_stock') => ({ condition, price: { amountMinor, currency: 'GBP' }, conditionNote, availability })
const product = (title: string, ...offers: ReturnType<typeof offer>[]) => ({ title, variants: [{ offers }] }) as unknown as Product

describe('used copies on the front table', () => {
  it('are one of a book, the cheapest that is described and there', () => {
    const found = readBefore([
      product('Emma', offer('used_good', 500, 'Loved.'), offer('used_acceptable', 300, 'Loved too much.'), offer('used_acceptable', 100, undefined), offer('used_good', 200, 'Gone.', 'out_of_stock')),
      product('Persuasion', offer('new', 100, 'Fresh.')),
    ], 4)
    assert.deepEqual(found.map(({ product: { title }, offer: { conditionNote } }) => [title, conditionNote]), [['Emma', 'Loved too much.']])
  })

  it('are no more than there is room for', () => {
    assert.equal(readBefore(Array.from({ length: 9 }, () => product('Emma', offer('used_good', 500, 'Loved.'))), 4).length, 4)
  })
})
