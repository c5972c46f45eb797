import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idFloor, idOfOnly, isId, newId } from './ids.ts'

test('an id says what it is of, and ids made later sort later', () => {
  const first = newId('ord')
  assert.match(first, /^ord_[0-7][0-9a-hjkmnp-tv-z]{25}$/)
  const ids = Array.from({ length: 1000 }, () => newId('ord'))
  assert.equal(new Set(ids).size, 1000)
  assert.ok(ids.every((id) => id.slice(0, 12) >= first.slice(0, 12)))
})

test('an id holds a UUID of version 7 and of the time it was made at', () => {
  const before = Date.now()
  const bits = Array.from({ length: 2000 }, () => [...newId('ord').slice(4)].map((letter) => '0123456789abcdefghjkmnpqrstvwxyz'.indexOf(letter).toString(2).padStart(5, '0')).join('').slice(2))
  const after = Date.now()
  for (const uuid of bits) {
    const ms = parseInt(uuid.slice(0, 48), 2)
    assert.ok(ms >= before && ms <= after, `${ms}`)
    assert.deepEqual([uuid.slice(48, 52), uuid.slice(64, 66)], ['0111', '10'])
  }
  const fixed = new Set([48, 49, 50, 51, 64, 65])
  for (let at = 48; at < 128; at++) assert.equal(new Set(bits.map((uuid) => uuid[at])).size, fixed.has(at) ? 1 : 2, `bit ${at}`)
})

test('an id of something else, or no id, is told apart', () => {
  assert.ok(isId('ord', newId('ord')))
  assert.ok(!isId('pay', newId('ord')))
  for (const text of ['', 'ord_', 'ord_123', `${newId('ord')}0`, newId('ord').toUpperCase(), `ord_8${'0'.repeat(25)}`, `ord_${'l'.repeat(26)}`]) assert.ok(!isId('ord', text), text)
})

test('nothing made since then is below the floor of that time, and nothing made a moment earlier is above it', () => {
  const before = Date.now()
  const id = newId('chk')
  assert.ok(idFloor('chk', new Date(before)) <= id)
  assert.ok(idFloor('chk', new Date(Date.now() + 1)) > id)
  assert.ok(isId('chk', idFloor('chk', new Date(before))))
})

test('the id of the only one that another thing has is the same whoever makes it, and is an id', () => {
  const id = newId('chk')
  assert.equal(idOfOnly('pay', id), `pay_${id.slice(4)}`)
  assert.ok(isId('pay', idOfOnly('pay', id)))
  assert.notEqual(idOfOnly('pay', newId('chk')), idOfOnly('pay', id))
})
