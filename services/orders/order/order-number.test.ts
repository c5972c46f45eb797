import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { drawOrderNumber, readOrderNumber } from './order-number.ts'

describe('an order number', () => {
  it('is eight letters in two groups, without vowels and without what is taken for something else', () => {
    for (let at = 0; at < 1_000; at++) assert.match(drawOrderNumber(), /^[1-9BCDFGHJKMNPQRSTVWXYZ]{4}-[1-9BCDFGHJKMNPQRSTVWXYZ]{4}$/)
  })

  it('is read however it was typed', () => {
    const number = drawOrderNumber(() => 0)
    assert.equal(number, '1111-1111')
    assert.equal(readOrderNumber(' iL11 1111'), number)
    const other = drawOrderNumber()
    assert.equal(readOrderNumber(other.toLowerCase().replace('-', '')), other)
  })

  it('is not read with any one letter wrong or any two neighbours swapped', () => {
    for (let at = 0; at < 200; at++) {
      const number = drawOrderNumber().replace('-', '')
      for (let place = 0; place < 8; place++) {
        for (const letter of '123456789BCDFGHJKMNPQRSTVWXYZ') {
          if (letter !== number[place]) assert.equal(readOrderNumber(number.slice(0, place) + letter + number.slice(place + 1)), undefined)
        }
        const [one, two] = [number[place], number[place + 1]]
        if (two !== undefined && one !== two) assert.equal(readOrderNumber(number.slice(0, place) + two + one + number.slice(place + 2)), undefined)
      }
    }
  })
})
