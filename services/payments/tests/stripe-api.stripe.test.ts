import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, describe, test } from 'node:test'
import Stripe from 'stripe'
import { testCardNetwork } from '@octavo/card-network/testing'
import { money } from '@octavo/money'
import { providerConformance } from '../provider/conformance.ts'
import { stripeProvider } from '../provider/stripe.ts'
import { readStripeMockUrl } from './config.ts'

/** stripe-mock, which checks requests against Stripe's own description of its API. It knows no state, so the stand-in answers. */
const described = readStripeMockUrl()
// stripe-mock takes keys of letters and figures only.
const network = await testCardNetwork({ secretKey: 'sk_test_standin123' })
const refused: string[] = []
const asked = new Set<string>()
const between = createServer((request, response) => {
  void forwarded(request).then(({ status, headers, body }) => response.writeHead(status, headers).end(body), () => response.destroy())
})
between.listen(0, '127.0.0.1')
await once(between, 'listening')
after(async () => {
  between.closeAllConnections()
  between.close()
  await network.stop()
})
const port = (between.address() as AddressInfo).port
const provider = stripeProvider({ secretKey: network.secretKey, webhookSecret: 'whsec_of_the_tests', apiUrl: new URL(`http://127.0.0.1:${port}`) })

/** Every request goes to both; what the description does not know is written down, what the stand-in says is answered. */
async function forwarded(request: IncomingMessage): Promise<{ status: number; headers: Record<string, string>; body: string }> {
  const parts: Buffer[] = []
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
  const { method = 'GET', url = '/' } = request
  const headers = Object.fromEntries(['authorization', 'content-type', 'idempotency-key', 'stripe-version'].flatMap((name) => (typeof request.headers[name] === 'string' ? [[name, request.headers[name]]] : [])))
  const send = (to: string | URL) => fetch(new URL(url, to), { method, headers, ...(parts.length > 0 && { body: Buffer.concat(parts) }) })
  asked.add(`${method} ${url.split('?')[0]?.replaceAll(/\/((pi|seti|pm|dp|cus)_\w+|nothing)(?=\/|$)/g, '/…')}`)
  const judged = await send(described)
  if (judged.status >= 400) refused.push(`${method} ${url}: ${await judged.text()}`)
  else await judged.text()
  const answer = await send(network.url)
  return { status: answer.status, headers: { 'content-type': 'application/json', 'request-id': answer.headers.get('request-id') ?? '' }, body: await answer.text() }
}

/** All that the adapter asks of Stripe. */
const operations = [
  ...['', '/…/confirm', '/…/capture', '/…/cancel'].map((of) => `POST /v1/payment_intents${of}`), 'GET /v1/payment_intents', 'GET /v1/payment_intents/…',
  ...['', '/…/confirm', '/…/cancel'].map((of) => `POST /v1/setup_intents${of}`), 'GET /v1/setup_intents/…', 'POST /v1/refunds', 'POST /v1/customers', 'GET /v1/customers/…/payment_methods',
  'GET /v1/payment_methods/…', 'POST /v1/payment_methods/…/detach', 'GET /v1/disputes', 'GET /v1/disputes/…',
]

describe('every request of the card adapter is one that Stripe describes', () => {
  const nobody = { customerId: null, accountId: null }
  providerConformance('cards, each request checked against Stripe’s description', async () => ({ provider, good: { paymentMethod: 'pm_card_visa', ...nobody }, bad: { paymentMethod: 'pm_card_chargeDeclined', ...nobody } }))

  test('keeping cards, charging and renewing them, and reading disputes', async () => {
    const customerId = await provider.createCustomer({ email: 'ada@reader.example', accountId: 'acc_1' }, 'customer')
    const wanted = { amount: money(1000, 'GBP'), customerId, accountId: 'acc_1', orderId: 'ord_1', checkoutId: 'cko_1', paymentId: 'pay_1' }
    const setup = await provider.createIntent({ ...wanted, mode: 'save_card', paymentMethod: 'pm_card_visa', saveCard: false, subOrders: 1 }, 'setup')
    await provider.confirmIntent(setup, { mode: 'save_card', returnUrl: 'http://127.0.0.1/' }, 'setup confirm')
    assert.equal((await provider.readIntent(setup)).kind, 'card_saved')
    assert.equal((await provider.chargeKept(setup, wanted, 'charge')).state.kind, 'captured')
    assert.equal((await provider.chargePresent(setup, { ...wanted, returnUrl: 'http://127.0.0.1/' }, 'present')).state.kind, 'captured')
    const held = await provider.createIntent({ ...wanted, mode: 'authorise', paymentMethod: 'pm_card_visa', saveCard: true, subOrders: 2 }, 'held')
    await provider.confirmIntent(held, { mode: 'authorise', returnUrl: 'http://127.0.0.1/' }, 'held confirm')
    assert.equal((await provider.renew(held, { ...wanted, subOrders: 2 }, 'renewed')).state.kind, 'authorised')
    const [card = assert.fail()] = await provider.listCards(customerId)
    assert.equal(await provider.removeCard(customerId, card.id), true)
    const abandoned = await provider.createIntent({ ...wanted, mode: 'save_card', paymentMethod: 'pm_card_visa', saveCard: false, subOrders: 1 }, 'abandoned')
    await provider.cancelIntent(abandoned, 'abandoned cancel')
    const disputed = await provider.createIntent({ ...wanted, mode: 'authorise', paymentMethod: 'pm_card_createDispute', customerId: null, accountId: null, saveCard: false, subOrders: 1 }, 'disputed')
    await provider.confirmIntent(disputed, { mode: 'authorise', returnUrl: 'http://127.0.0.1/' }, 'disputed confirm')
    await provider.capture(disputed, { amount: money(1000, 'GBP'), final: true }, 'disputed capture')
    const { disputes: [dispute = assert.fail()] } = await provider.listDisputes({ since: new Date(0), after: null })
    assert.equal((await provider.readDispute(dispute.id)).state, 'open')
  })

  test('and none of them was refused; what is not described would be', async () => {
    assert.deepEqual(refused, [])
    assert.deepEqual([...asked].sort(), [...operations].sort())
    const stripe = new Stripe(network.secretKey, { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 0, telemetry: false })
    await stripe.paymentIntents.create({ amount: 1000, currency: 'gbp', capture_method: 'by_hand' }).catch(() => undefined)
    assert.equal(refused.length, 1)
  })
})
