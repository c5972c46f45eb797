import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { BadConfig, listOf, onOff, readConfig, wholeNumber } from './config.ts'

const shape = { PORT: wholeNumber({ min: 1, max: 65_535 }).default(3000), OCTAVO_CACHE: onOff().default(true), OCTAVO_KEYS: listOf().optional(), OCTAVO_URL: z.url() }

test('settings are read, defaults taken, and an empty one counts as none', () => {
  assert.deepEqual(readConfig(shape, { PORT: '8080', OCTAVO_CACHE: 'off', OCTAVO_KEYS: ' a, b ,', OCTAVO_URL: 'https://shop.example' }), { PORT: 8080, OCTAVO_CACHE: false, OCTAVO_KEYS: ['a', 'b'], OCTAVO_URL: 'https://shop.example' })
  assert.equal(readConfig(shape, { PORT: '', OCTAVO_URL: 'https://shop.example' }).PORT, 3000)
})

test('every variable that is wrong or missing is named, all at once', () => {
  assert.throws(() => readConfig(shape, { PORT: 'three', OCTAVO_CACHE: 'maybe' }), (error) => {
    assert.ok(error instanceof BadConfig)
    assert.match(error.message, /^PORT is wrong: a whole number from 1 to 65535$/m)
    assert.match(error.message, /^OCTAVO_CACHE is wrong: on or off$/m)
    assert.match(error.message, /^OCTAVO_URL is not set: /m)
    return true
  })
  assert.throws(() => readConfig(shape, { PORT: '65536', OCTAVO_URL: 'https://shop.example' }), /PORT is wrong/)
  assert.throws(() => readConfig(shape, { PORT: '-1', OCTAVO_URL: 'https://shop.example' }), /PORT is wrong/)
})
