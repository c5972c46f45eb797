import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressSchema } from './address.ts'

const ada = { name: 'Ada Reader', line1: '1 Library Lane', city: 'London', postalCode: 'N1 9GU', country: 'GB' }

test('an address is taken as it is, without the spaces around it', () => {
  assert.deepEqual(addressSchema.parse({ ...ada, name: '  Ada Reader ' }), ada)
})

test('what a parcel cannot be sent to says which field', () => {
  for (const [field, value] of [['name', ' '], ['line1', ''], ['city', 'x'.repeat(121)], ['postalCode', ''], ['country', 'gb'], ['country', 'GBR']]) {
    const read = addressSchema.safeParse({ ...ada, [field ?? '']: value })
    assert.deepEqual(read.error?.issues.map(({ path }) => path[0]), [field])
  }
})
