import assert from 'node:assert/strict'
import { it } from 'node:test'
import { soldOutMemory } from './sold-out.ts'

it('remembers for a quarter of a second, from when it was first seen, that nothing is left', () => {
  let now = 1000
  const soldOut = soldOutMemory(() => now)
  soldOut.note('one')
  assert.deepEqual([soldOut.knows('one'), soldOut.knows('other')], [true, false])
  now += 200
  soldOut.note('one')
  assert.equal(soldOut.knows('one'), true)
  now += 50
  assert.equal(soldOut.knows('one'), false)
})

it('forgets at once when copies come back', () => {
  const soldOut = soldOutMemory(() => 0)
  soldOut.note('one')
  soldOut.drop()
  assert.equal(soldOut.knows('one'), false)
})
