import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, before, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type Stripe from 'stripe'
import { BadConfig, readConfig } from '../config.ts'
import { testCardNetwork } from '../testing.ts'
import { stripeOf, webhookReceiver } from './shop.ts'

let shop: Awaited<ReturnType<typeof webhookReceiver>>
before(async () => { shop = await webhookReceiver() })
after(() => shop.stop())

const params = { amount: 2899, currency: 'gbp', payment_method: 'pm_card_visa', capture_method: 'manual', confirm: true } as const

describe('events', () => {
  it('tell the shop what happened, signed, each with its object as it was then', async () => {
    const network = await testCardNetwork({ webhook: shop.webhook })
    const stripe = stripeOf(network)
    const intent = await stripe.paymentIntents.create(params, { idempotencyKey: 'the-key' })
    const created = await shop.event('payment_intent.created', intent.id)
    const held = await shop.event('payment_intent.amount_capturable_updated', intent.id)
    assert.equal((created.data.object as Stripe.PaymentIntent).status, 'requires_confirmation')
    assert.equal((held.data.object as Stripe.PaymentIntent).status, 'requires_capture')
    assert.equal(held.request?.idempotency_key, 'the-key')
    await stripe.paymentIntents.capture(intent.id)
    await shop.event('payment_intent.succeeded', intent.id)
    await stripe.refunds.create({ payment_intent: intent.id })
    const charge = intent.latest_charge as string
    await shop.event('charge.captured', charge)
    const refunded = await shop.event('charge.refunded', charge)
    assert.equal((refunded.data.object as Stripe.Charge).amount_refunded, 2899)
    const other = await stripe.paymentIntents.create({ ...params, confirm: false })
    await stripe.paymentIntents.cancel(other.id)
    await shop.event('payment_intent.canceled', other.id)

    assert.equal((await stripe.events.retrieve(held.id)).type, 'payment_intent.amount_capturable_updated')
    const listed = await stripe.events.list({ type: 'charge.refunded' })
    assert.deepEqual(listed.data.map((event) => event.id), [refunded.id])
    await network.stop()
  })

  it('are tried again until the shop accepts them', async () => {
    const network = await testCardNetwork({ webhook: { ...shop.webhook, events: ['payment_intent.amount_capturable_updated'] } })
    const attempts = shop.attempts()
    shop.refuseWith(500, 503, 302)
    const intent = await stripeOf(network).paymentIntents.create(params)
    await shop.event('payment_intent.amount_capturable_updated', intent.id)
    assert.equal(shop.attempts() - attempts, 4)
    assert.ok(!shop.seen.some((event) => event.type === 'payment_intent.created' && (event.data.object as { id: string }).id === intent.id), 'only what the shop wants is sent')
    while ((await network.state()).webhooksWaiting > 0) await pause(2)
    await network.stop()
  })

  it('and money outlive a killed process', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'octavo-card-network-'))
    const closed = { CARD_NETWORK_WEBHOOK_URL: 'http://127.0.0.1:9/', CARD_NETWORK_WEBHOOK_SECRET: shop.webhook.secret }
    const first = await startProcess(folder, closed)
    const intent = await stripeOf(first).paymentIntents.create(params, { idempotencyKey: 'killed' })
    first.child.kill('SIGKILL')
    await once(first.child, 'exit')

    const second = await startProcess(folder, { ...closed, CARD_NETWORK_WEBHOOK_URL: shop.webhook.url })
    await shop.event('payment_intent.amount_capturable_updated', intent.id)
    const again = await stripeOf(second).paymentIntents.create(params, { idempotencyKey: 'killed' })
    assert.equal(again.id, intent.id)
    second.child.kill('SIGTERM')
    assert.deepEqual(await once(second.child, 'exit'), [0, null])
    await rm(folder, { recursive: true })
  })
})

describe('the process', () => {
  it('ends when the one that started it is gone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'octavo-card-network-'))
    const { child } = await startProcess(folder, {})
    child.stdin?.end()
    assert.deepEqual(await once(child, 'exit'), [0, null])
    await rm(folder, { recursive: true })
  })

  it('names each setting that is wrong', () => {
    const wrong = { CARD_NETWORK_PORT: 'many', CARD_NETWORK_FOLDER: '/tmp/x', CARD_NETWORK_WEBHOOK_URL: 'http://127.0.0.1:1/', CARD_NETWORK_ALLOWED_ORIGINS: 'shop' }
    assert.throws(() => readConfig(wrong), (error: unknown) => {
      assert.ok(error instanceof BadConfig)
      for (const name of ['PORT is wrong', 'SECRET_KEY is not set', 'WEBHOOK_SECRET is not set', 'ALLOWED_ORIGINS is wrong']) assert.match(error.message, new RegExp(`CARD_NETWORK_${name}`))
      return true
    })
  })
})

async function startProcess(folder: string, environment: Record<string, string>): Promise<{ child: ChildProcess; secretKey: string; stripeOptions: { host: string; port: number; protocol: 'http' } }> {
  const secretKey = 'sk_test_octavo_process'
  const child = spawn(process.execPath, [join(import.meta.dirname, '../main.ts')], {
    env: { CARD_NETWORK_FOLDER: folder, CARD_NETWORK_SECRET_KEY: secretKey, ...environment }, stdio: ['pipe', 'pipe', 'ignore'],
  })
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  const { url } = JSON.parse(line) as { url: string }
  return { child, secretKey, stripeOptions: { host: '127.0.0.1', port: Number(new URL(url).port), protocol: 'http' } }
}
