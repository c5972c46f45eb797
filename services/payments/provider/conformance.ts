import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { money } from '@octavo/money'
import { Refused, type IntentRequest, type IntentState, type Provider } from './port.ts'

/** A provider, somebody who may pay by it, and somebody who may not. */
export interface OpenedProvider {
  readonly provider: Provider
  /** What asks for 10.00 that will be taken, and for the same of whom it will not. */
  readonly good: Pick<IntentRequest, 'paymentMethod' | 'customerId' | 'accountId'>
  readonly bad: Pick<IntentRequest, 'paymentMethod' | 'customerId' | 'accountId'>
}

/** What every payment provider does. */
export function providerConformance(name: string, open: () => Promise<OpenedProvider>): void {
  const request = (more: Partial<IntentRequest>): IntentRequest => {
    const paymentId = `pay_${randomUUID()}`
    return { mode: 'authorise', amount: money(1000, 'GBP'), paymentMethod: '', customerId: null, accountId: null, saveCard: false, subOrders: 1, orderId: `ord_${paymentId}`, checkoutId: `cko_${paymentId}`, paymentId, ...more }
  }
  const confirmed = async (provider: Provider, asked: IntentRequest): Promise<{ intentId: string; state: IntentState }> => {
    const intentId = await provider.createIntent(asked, `${asked.paymentId}:create`)
    return { intentId, state: await provider.confirmIntent(intentId, { mode: asked.mode, returnUrl: 'http://127.0.0.1/' }, `${asked.paymentId}:confirm`) }
  }
  const listed = async (provider: Provider, intentId: string) => {
    for (let after: string | null = null; ;) {
      const { intents, next } = await provider.listIntents({ since: null, after })
      const found = intents.find(({ id }) => id === intentId)
      if (found || next === null) return found
      after = next
    }
  }

  describe(`payment provider: ${name}`, () => {
    it('makes an intent that holds nothing, once for its key', async () => {
      const { provider, good } = await open()
      const asked = request(good)
      const intentId = await provider.createIntent(asked, `${asked.paymentId}:create`)
      assert.equal(await provider.createIntent(asked, `${asked.paymentId}:create`), intentId)
      assert.equal((await provider.readIntent(intentId)).kind, 'unconfirmed')
      assert.equal((await listed(provider, intentId))?.heldMinor, 0)
    })

    it('holds the whole amount when it is confirmed, however often', async () => {
      const { provider, good } = await open()
      const asked = request(good)
      const { intentId, state } = await confirmed(provider, asked)
      assert.ok(state.kind === 'authorised' && state.amountMinor === 1000, JSON.stringify(state))
      assert.equal((await provider.confirmIntent(intentId, { mode: 'authorise', returnUrl: 'http://127.0.0.1/' }, `${asked.paymentId}:confirm`)).kind, 'authorised')
      assert.deepEqual(await listed(provider, intentId), { id: intentId, paymentId: asked.paymentId, heldMinor: 1000, capturedMinor: 0, refundedMinor: 0 })
    })

    it('answers a no as a state, and holds nothing', async () => {
      const { provider, bad } = await open()
      const { intentId, state } = await confirmed(provider, request(bad))
      assert.ok(state.kind === 'failed' && state.detail.length > 0)
      assert.equal((await listed(provider, intentId))?.heldMinor, 0)
    })

    it('takes what is held, once for its key, and no more', async () => {
      const { provider, good } = await open()
      const { intentId } = await confirmed(provider, request(good))
      assert.equal(await provider.capture(intentId, { amount: money(1000, 'GBP'), final: true }, `mov_${intentId}`), 1000)
      assert.equal(await provider.capture(intentId, { amount: money(1000, 'GBP'), final: true }, `mov_${intentId}`), 1000)
      await assert.rejects(provider.capture(intentId, { amount: money(1, 'GBP'), final: true }, `mov_2_${intentId}`), Refused)
      const found = await listed(provider, intentId)
      assert.deepEqual([found?.heldMinor, found?.capturedMinor], [0, 1000])
    })

    it('takes part by part where it says so, and lets go of the rest with the last', async () => {
      const { provider, good } = await open()
      const { intentId, state } = await confirmed(provider, request({ ...good, subOrders: 2 }))
      if (state.kind !== 'authorised' || !state.multicapture) return
      await provider.capture(intentId, { amount: money(300, 'GBP'), final: false }, `mov_1_${intentId}`)
      await provider.capture(intentId, { amount: money(500, 'GBP'), final: true }, `mov_2_${intentId}`)
      const found = await listed(provider, intentId)
      assert.deepEqual([found?.heldMinor, found?.capturedMinor], [0, 800])
    })

    it('gives back in parts, each once for its key, and never more than was taken', async () => {
      const { provider, good } = await open()
      const { intentId } = await confirmed(provider, request(good))
      await provider.capture(intentId, { amount: money(1000, 'GBP'), final: true }, `mov_${intentId}`)
      await provider.refund(intentId, money(400, 'GBP'), `ref_1_${intentId}`)
      await provider.refund(intentId, money(400, 'GBP'), `ref_1_${intentId}`)
      assert.equal((await listed(provider, intentId))?.refundedMinor, 400)
      await assert.rejects(provider.refund(intentId, money(601, 'GBP'), `ref_2_${intentId}`), Refused)
      await provider.refund(intentId, money(600, 'GBP'), `ref_3_${intentId}`)
      assert.equal((await listed(provider, intentId))?.refundedMinor, 1000)
    })

    it('lets go of what is held, also twice, and says when it was too late', async () => {
      const { provider, good } = await open()
      const { intentId } = await confirmed(provider, request(good))
      assert.equal((await provider.cancelIntent(intentId, `${intentId}:cancel`)).kind, 'canceled')
      assert.equal((await provider.cancelIntent(intentId, `${intentId}:cancel`)).kind, 'canceled')
      assert.equal((await listed(provider, intentId))?.heldMinor, 0)
      await assert.rejects(provider.capture(intentId, { amount: money(1000, 'GBP'), final: true }, `mov_${intentId}`), Refused)
      const taken = await confirmed(provider, request(good))
      await provider.capture(taken.intentId, { amount: money(1000, 'GBP'), final: true }, `mov_${taken.intentId}`)
      assert.equal((await provider.cancelIntent(taken.intentId, `${taken.intentId}:cancel`)).kind, 'captured')
    })

    it('refuses what it does not know', async () => {
      const { provider } = await open()
      await assert.rejects(provider.readIntent('nothing'), Refused)
    })
  })
}
