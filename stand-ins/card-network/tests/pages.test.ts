import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type Stripe from 'stripe'
import { checkCard, readExpiry } from '../cards/card-entry.ts'
import { testCardNetwork, type TestCardNetwork } from '../testing.ts'
import { post, stripeOf } from './shop.ts'

const shopOrigin = 'http://127.0.0.1:3000'
const typed = { number: '4242 4242 4242 4242', expiry: '12 / 39', cvc: '123' }
let network: TestCardNetwork
let stripe: Stripe
before(async () => {
  network = await testCardNetwork({ allowedOrigins: [shopOrigin] })
  stripe = stripeOf(network)
})
after(() => network.stop())

describe('the card frame', () => {
  it('shows itself in the shop\'s pages only', async () => {
    const allowed = await fetch(`${network.url}/frame?parent=${shopOrigin}`)
    assert.equal(allowed.status, 200)
    assert.match(allowed.headers.get('content-security-policy') ?? '', /frame-ancestors http:\/\/127\.0\.0\.1:3000$/)
    assert.match(await allowed.text(), /data-parent="http:\/\/127\.0\.0\.1:3000"/)
    for (const parent of ['http://evil.example', 'http://127.0.0.1:3001', 'null', '']) {
      const refused = await fetch(`${network.url}/frame?parent=${parent}`)
      assert.equal(refused.status, 403)
      assert.match(refused.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/)
    }
    assert.doesNotMatch(await (await fetch(`${network.url}/frame.js`)).text(), /postMessage\([^)]*'\*'/)
  })

  it('is shown in an origin that is allowed later', async () => {
    network.allowOrigins(['http://localhost:4000/'])
    assert.equal((await fetch(`${network.url}/frame?parent=http://localhost:4000`)).status, 200)
  })

  it('makes a payment method of what was typed, which pays', async () => {
    const answer = await post(`${network.url}/frame/payment_methods`, typed)
    const taken = (await answer.json()) as { paymentMethod: string }
    assert.deepEqual({ ...taken, paymentMethod: '' }, { paymentMethod: '', brand: 'visa', last4: '4242' })
    const intent = await stripe.paymentIntents.create({ amount: 500, currency: 'gbp', payment_method: taken.paymentMethod, confirm: true })
    assert.equal(intent.status, 'succeeded')
    assert.equal((await post(`${network.url}/frame/payment_methods`, typed, { origin: shopOrigin })).status, 403)
  })

  for (const [wrong, field] of [
    [{ number: '4242 4242 4242 4241' }, 'number'], [{ number: '12' }, 'number'], [{ expiry: '13 / 39' }, 'expiry'], [{ expiry: '01 / 20' }, 'expiry'], [{ cvc: '12' }, 'cvc'],
  ] as const) {
    it(`says what is wrong with ${JSON.stringify(wrong)}`, async () => {
      const answer = await post(`${network.url}/frame/payment_methods`, { ...typed, ...wrong })
      assert.equal(answer.status, 402)
      assert.equal(((await answer.json()) as { field: string }).field, field)
    })
  }

  it('speaks the language of the shop\'s page, what is wrong included', async () => {
    const page = await (await fetch(`${network.url}/frame?parent=${shopOrigin}&locale=de-DE`)).text()
    assert.match(page, /<html lang="de">[^]*Kartennummer[^]*Prüfziffer/)
    const answer = await post(`${network.url}/frame/payment_methods?locale=de`, { ...typed, cvc: '12' })
    assert.deepEqual(await answer.json(), { message: 'Die Prüfziffer stimmt nicht.', field: 'cvc' })
    const other = await (await fetch(`${network.url}/frame?parent=${shopOrigin}&locale=fr`)).text()
    assert.match(other, /<html lang="en">[^]*Card number/)
  })

  it('takes no card that could be a real one', async () => {
    const answer = await post(`${network.url}/frame/payment_methods`, { ...typed, number: '4111 1111 1111 1111' })
    assert.match(((await answer.json()) as { message: string }).message, /test cards only/)
  })
})

describe('the card page without scripts', () => {
  const address = (back: string) => `${network.url}/card?return=${encodeURIComponent(back)}`

  it('leads back to the shop with the card\'s token', async () => {
    const page = await fetch(address(`${shopOrigin}/checkout?step=pay`))
    assert.match(await page.text(), /autocomplete="cc-number"/)
    const posted = await post(address(`${shopOrigin}/checkout?step=pay`), typed)
    assert.equal(posted.status, 303)
    const back = new URL(posted.headers.get('location') ?? '')
    assert.deepEqual([back.origin, back.pathname, back.searchParams.get('step')], [shopOrigin, '/checkout', 'pay'])
    assert.match(back.searchParams.get('payment_method') ?? '', /^pm_/)
  })

  it('says what is wrong, and repeats nothing that was typed', async () => {
    const answer = await post(address(`${shopOrigin}/checkout`), { ...typed, number: '4242424242424241' })
    assert.equal(answer.status, 422)
    const text = await answer.text()
    assert.match(text, /Your card number is incorrect/)
    assert.doesNotMatch(text, /4242424242424241/)
  })

  it('speaks German where the shop does', async () => {
    const german = `${address(`${shopOrigin}/checkout?market=de`)}&locale=de-DE`
    const page = await (await fetch(german)).text()
    assert.match(page, /<html lang="de">[^]*Diese Karte nehmen/)
    const answer = await post(new URL(/action="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '', network.url).href, { ...typed, number: '4242424242424241' })
    assert.match(await answer.text(), /Die Kartennummer stimmt nicht/)
  })

  it('leads nowhere else', async () => {
    assert.equal((await fetch(address('http://evil.example/'))).status, 403)
    assert.equal((await post(address('javascript:alert(1)'), typed)).status, 403)
  })
})

describe('a card number', () => {
  it('is not kept, only what it is told by', async () => {
    const card = await stripe.paymentMethods.create({ type: 'card', card: { number: '5555555555554444', exp_month: 3, exp_year: 2039, cvc: '123' } })
    const same = await stripe.paymentMethods.create({ type: 'card', card: { number: '5555555555554444', exp_month: 4, exp_year: 2040 } })
    assert.equal(same.card?.fingerprint, card.card?.fingerprint)
    const kept = await Promise.all(['card-network.sqlite', 'card-network.sqlite-wal'].map((name) => readFile(join(network.folder, name), 'latin1')))
    assert.ok(!kept.join('').includes('5555555555554444'))
  })

  it('is judged as Stripe judges it', () => {
    const now = Date.UTC(2026, 5, 15)
    const check = (number: string, expMonth = 6, expYear = 26, cvc = '1234') => {
      const checked = checkCard({ number, expMonth, expYear, cvc }, now)
      return 'problem' in checked ? checked.problem.code : checked.card.tokens[0]
    }
    assert.equal(check('378282246310005'), 'amex')
    assert.equal(check('378282246310005', 5), 'invalid_expiry_year')
    assert.equal(check('378282246310005', 0), 'invalid_expiry_month')
    assert.equal(check('378282246310005', 6, 26, '123'), 'invalid_cvc')
    assert.deepEqual(readExpiry('0739'), { expMonth: 7, expYear: 39 })
    assert.deepEqual(readExpiry(' 7 / 2039 '), { expMonth: 7, expYear: 2039 })
  })
})
