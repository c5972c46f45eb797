import assert from 'node:assert/strict'
import { test } from 'node:test'
import { money } from '@octavo/money'
import { startTestPayments } from '../testing.ts'
import { charge } from './shop.ts'

const shop = await startTestPayments()

/** Each with the amount the card network shows for it. */
const amounts = [[money(1299, 'JPY'), 1299], [money(1500, 'ISK'), 150_000], [money(4990, 'HUF'), 499_000], [money(5120, 'KWD'), 5120]] as const

for (const [amount, asked] of amounts) {
  test(`${amount.amountMinor} of ${amount.currency}'s smallest unit are held, taken in part and given back as such, and the provider's list agrees`, async () => {
    const { paymentId } = await shop.client().authorise(charge({ amount }))
    assert.deepEqual((await shop.client().getPayment({ paymentId })).authorised, amount)
    await shop.client().capture({ paymentId, key: 'all' })
    const part = money(Math.trunc(amount.amountMinor / 100) * 10, amount.currency)
    const { captured, refunded } = await shop.client().refund({ paymentId, amount: part, key: 'part' })
    assert.deepEqual([captured, refunded], [amount, part])
    assert.equal((await shop.network.state()).capturedMinor[amount.currency.toLowerCase()], asked)
    assert.deepEqual((await shop.client().auditProvider({})).wrong, [])
  })
}

test('an amount that the provider cannot charge is refused before anything is, and says why', async () => {
  const answer = await shop.client().authorise(charge({ amount: money(5124, 'KWD') }))
  assert.ok(answer.status === 'failed')
  assert.match(answer.detail, /5124 minor units of KWD cannot be charged.*not been charged/)
})
