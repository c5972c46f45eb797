import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Caller } from '@octavo/caller'
import { isFailure } from '@octavo/failure'
import { money } from '@octavo/money'
import { startTestPayments } from '../testing.ts'

const { client, network } = await startTestPayments()
const desk = client({ kind: 'operator' })
const shop = client()
const gbp = (amountMinor: number) => money(amountMinor, 'GBP')
const as = (accountId: string): Caller => ({ kind: 'account', accountId, email: `${accountId}@reader.example`, emailVerified: true, name: 'Ada', roles: ['shopper'], sessionId: 'ses_1' })
const left = async (accountId: string) => (await client(as(accountId)).myInvoiceTerms({})).terms?.left.amountMinor
let made = 0
const authorise = (accountId: string | null, amountMinor: number, more: object = {}) => {
  made += 1
  return shop.authorise({ checkoutId: `cko_${made}`, attempt: 1, fence: 1, orderId: `ord_${made}`, amount: gbp(amountMinor), mode: 'authorise', paymentMethod: 'invoice', accountId, email: 'ada@reader.example', saveCard: false, subOrders: 1, returnUrl: 'http://127.0.0.1/', ...more })
}
const allow = (accountId: string, limitMinor: number, allowed = true) => desk.putInvoiceTerms({ accountId, allowed, limit: gbp(limitMinor), days: 14 })

describe('paying on invoice', () => {
  test('is open to the customers an operator chose, and to nobody else', async () => {
    assert.deepEqual((await client(as('acc_none')).myInvoiceTerms({})).terms, null)
    for (const accountId of [null, 'acc_none']) assert.equal((await authorise(accountId, 100)).status, 'failed')
    await allow('acc_1', 5000)
    assert.equal((await authorise('acc_1', 100)).status, 'authorised')
    await allow('acc_1', 5000, false)
    assert.equal((await authorise('acc_1', 100)).status, 'failed')
    assert.equal((await client(as('acc_1')).myInvoiceTerms({})).terms, null)
    await assert.rejects(client(as('acc_1')).putInvoiceTerms({ accountId: 'acc_1', allowed: true, limit: gbp(1), days: 1 }), (error) => isFailure(error, 'FORBIDDEN'))
  })

  test('goes up to the limit over all that is not paid, also for purchases at the same moment', async () => {
    await allow('acc_2', 1000)
    const all = await Promise.all(Array.from({ length: 6 }, () => authorise('acc_2', 300)))
    assert.deepEqual(all.map(({ status }) => status).sort(), ['authorised', 'authorised', 'authorised', 'failed', 'failed', 'failed'])
    assert.equal(await left('acc_2'), 100)
    const refused = all.find(({ status }) => status === 'failed')
    assert.match(refused?.status === 'failed' ? refused.detail : '', /more than is left of your credit/)
  })

  test('is an invoice with a day it is due when the goods leave, a credit note when money goes back, and credit again when it is paid', async () => {
    await allow('acc_3', 1000)
    const { paymentId } = await authorise('acc_3', 1000)
    await desk.capture({ paymentId, key: 'take' })
    await desk.capture({ paymentId, key: 'take' })
    const { items: [invoice, ...none] } = await desk.listInvoices({ accountId: 'acc_3', open: true, limit: 24 })
    assert.ok(invoice && none.length === 0)
    assert.match(invoice.number, /^R\d{4}-\d{6}$/)
    assert.equal(Date.parse(invoice.dueOn), Date.parse(invoice.issuedAt.slice(0, 10)) + 14 * 86_400_000)
    assert.equal(await left('acc_3'), 0)
    assert.equal((await desk.refund({ paymentId, amount: gbp(250), reason: 'torn', key: 'torn' })).status, 'captured')
    assert.equal(await left('acc_3'), 250)
    const paid = await desk.recordInvoicePayment({ invoiceId: invoice.id, amount: gbp(500), receivedOn: '2026-12-01', key: 'statement 7, line 3' })
    assert.deepEqual([paid.credited, paid.paid, paid.open], [gbp(250), gbp(500), gbp(250)])
    assert.deepEqual(await desk.recordInvoicePayment({ invoiceId: invoice.id, amount: gbp(500), receivedOn: '2026-12-01', key: 'statement 7, line 3' }), paid)
    await assert.rejects(desk.recordInvoicePayment({ invoiceId: invoice.id, amount: gbp(600), receivedOn: '2026-12-01', key: 'statement 7, line 3' }), (error) => isFailure(error, 'IDEMPOTENCY_KEY_REUSED'))
    assert.equal(await left('acc_3'), 750)
    await desk.recordInvoicePayment({ invoiceId: invoice.id, amount: gbp(250), receivedOn: '2026-12-02', key: 'statement 8, line 1' })
    assert.deepEqual((await desk.listInvoices({ accountId: 'acc_3', open: true, limit: 24 })).items, [])
    assert.equal(await left('acc_3'), 1000)
  })

  test('that is undone holds nothing, and one that is promised is checked when the goods are there', async () => {
    await allow('acc_4', 1000)
    const undone = await authorise('acc_4', 600)
    assert.equal(await left('acc_4'), 400)
    await shop.void({ checkoutId: `cko_${made}`, attempt: 1, fence: 2, reason: 'changed my mind' })
    assert.deepEqual([(await desk.getPayment({ paymentId: undone.paymentId })).status, await left('acc_4')], ['voided', 1000])
    const promised = await authorise('acc_4', 800, { mode: 'save_card' })
    assert.deepEqual([promised.status, await left('acc_4')], ['card_saved', 1000])
    await desk.capture({ paymentId: promised.paymentId, key: 'there' })
    assert.equal(await left('acc_4'), 200)
    const late = await authorise('acc_4', 800, { mode: 'save_card' })
    await assert.rejects(desk.capture({ paymentId: late.paymentId, key: 'there' }), (error) => isFailure(error, 'NOT_CAPTURABLE'))
  })

  test('asks the card network for nothing, and the audit sees both', async () => {
    const before = await network.state()
    await allow('acc_5', 1000)
    await authorise('acc_5', 400)
    assert.deepEqual((await network.state()).intents, before.intents)
    await authorise(null, 700, { paymentMethod: 'pm_card_visa' })
    let examined = 0
    let after: string | null = null
    do {
      const page = await desk.auditProvider({ after, since: null })
      assert.deepEqual(page.wrong, [])
      examined += page.examined
      after = page.next
    } while (after !== null)
    assert.ok(examined >= made - 2, `${examined} of ${made}`)
  })
})
