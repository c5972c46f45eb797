import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isEmail, onOneLine, readAddress, typedAddress, typedFrom } from '../checkout/address-form.ts'
import { cardPage } from '../checkout/pay.ts'
import { readRemembered, writeRemembered } from '../checkout/remembered.ts'
import { standingOf } from '../order/standing.ts'
import { en } from '../texts/en.ts'

const address = { name: 'Ada Reader', line1: '1 Library Lane', city: 'London', postalCode: 'N1 9GU', country: 'GB' }
const form = (fields: Record<string, string>): FormData => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

describe('an address form', () => {
  it('gives the address as typed, without blanks around it and without empty lines', () => {
    assert.deepEqual(readAddress(typedAddress(form({ ...address, name: '  Ada Reader ', line2: '' })), ['GB'], en), { address })
  })

  it('says of each field what is wrong with it', () => {
    const read = readAddress(typedAddress(form({ ...address, name: '', postalCode: '1234', line2: 'x'.repeat(201) })), ['GB'], en)
    assert.deepEqual(read, { wrong: { name: en.checkout.wrong.empty, line2: en.checkout.wrong.long, postalCode: en.checkout.wrong.postalCode('YO1 9NT') } })
  })

  it('takes any postcode where it does not know what they look like, and no country that is not sold to', () => {
    assert.ok('address' in readAddress(typedFrom({ ...address, country: 'IE', postalCode: 'D02' }), ['IE'], en))
    assert.deepEqual(readAddress(typedFrom({ ...address, country: 'IE' }), ['GB'], en), { wrong: { country: en.checkout.wrong.country } })
  })

  it('shows an address on one line, and knows what is no email address', () => {
    assert.equal(onOneLine(address), 'Ada Reader, 1 Library Lane, London, N1 9GU')
    assert.deepEqual(['ada@reader.example', 'ada@', 'ada'].map(isEmail), [true, false, false])
  })
})

describe('what a shopper told so far', () => {
  const cookieOf = (line: string): string => /^octavo_checkout=([^;]*)/.exec(line)?.[1] ?? ''

  it('is remembered as it was told, for the pages of the checkout alone', () => {
    const line = writeRemembered({ email: 'ada@reader.example', address }, true)
    assert.deepEqual(readRemembered(cookieOf(line)), { email: 'ada@reader.example', address })
    assert.match(line, /Path=\/checkout; HttpOnly; SameSite=Lax; Max-Age=3600; Secure$/)
  })

  it('is asked anew when the cookie is not whole', () => {
    for (const bad of [undefined, '', 'nonsense', cookieOf(writeRemembered({ email: 'no address', address }, false))]) assert.equal(readRemembered(bad), undefined)
  })
})

describe('the way to pay', () => {
  it('leads to the card network’s page and back', () => {
    assert.equal(cardPage('http://cards.example/card', 'http://shop.example/checkout?keep=yes', 'de-DE'), 'http://cards.example/card?return=http%3A%2F%2Fshop.example%2Fcheckout%3Fkeep%3Dyes&locale=de-DE')
  })
})

describe('where an order stands', () => {
  const order = { status: 'placed', paymentRefused: false, refunds: [], subOrders: [{ status: 'placed', shipments: [{ status: 'pending', trackingNumber: null, tracking: [] }] }] }
  const word = standingOf(order)

  it('differs when a parcel leaves, when it has a number, when a part is cancelled, when a kept card refuses, and when money is given back', () => {
    const left = (trackingNumber: string | null) => standingOf({ ...order, subOrders: [{ status: 'placed', shipments: [{ status: 'dispatched', trackingNumber, tracking: [] }] }] })
    assert.equal(new Set([word, left(null), left('RM1'), standingOf({ ...order, subOrders: [{ ...order.subOrders[0]!, status: 'cancelled' }] }),
      standingOf({ ...order, paymentRefused: true }), standingOf({ ...order, refunds: [{ status: 'wanted' }] }), standingOf({ ...order, refunds: [{ status: 'given' }] })]).size, 7)
  })

  it('is the same word for the same order, whatever else is told of it', () => assert.equal(standingOf({ ...order, number: 'ABCD' } as typeof order), word))
})
