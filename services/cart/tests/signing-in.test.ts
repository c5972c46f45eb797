import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isFailure } from '@octavo/failure'
import { openShop } from './shop.ts'

const shop = await openShop()
for (const offerId of ['off_a', 'off_b', 'off_c']) shop.put({ offerId })

test('a guest\'s cart is the account\'s after signing in', async () => {
  const guest = shop.guest('gst_1')
  const { id: cartId } = await guest.createCart({})
  await guest.addLine({ cartId, offerId: 'off_a', quantity: 2 })
  await shop.signIn('gst_1', 'acc_1')
  const ada = shop.account('acc_1')
  assert.deepEqual((await ada.currentCart({}))?.lines.map(({ offerId, quantity }) => [offerId, quantity]), [['off_a', 2]])
  await assert.rejects(guest.getCart({ cartId }), (error) => isFailure(error, 'NOT_FOUND'))
})

test('it joins the cart the account had: quantities add up, other lines stand beside', async () => {
  const ada = shop.account('acc_2')
  const guest = shop.guest('gst_2')
  const { id: own } = await ada.createCart({})
  await ada.addLine({ cartId: own, offerId: 'off_a', quantity: 1 })
  await ada.addLine({ cartId: own, offerId: 'off_b', quantity: 1 })
  const { id: guests } = await guest.createCart({})
  await guest.addLine({ cartId: guests, offerId: 'off_b', quantity: 3 })
  await guest.addLine({ cartId: guests, offerId: 'off_c', quantity: 1 })
  await shop.signIn('gst_2', 'acc_2')
  const cart = await ada.currentCart({})
  assert.equal(cart?.id, own)
  assert.deepEqual(cart.lines.map(({ offerId, quantity }) => [offerId, quantity]), [['off_a', 1], ['off_b', 4], ['off_c', 1]])
})

test('what is added on both sides while signing in is in the joined cart', async () => {
  for (let round = 0; round < 10; round++) {
    const ada = shop.account(`acc_race_${round}`)
    const guest = shop.guest(`gst_race_${round}`)
    const { id: own } = await ada.createCart({})
    const { id: guests } = await guest.createCart({})
    const taken = async (adding: Promise<unknown>): Promise<number> => {
      try { await adding; return 1 } catch (error) {
        if (!isFailure(error, 'NOT_FOUND')) throw error
        return 0 // the guest's cart was gone already, and the guest was told so
      }
    }
    const adds = Array.from({ length: 8 }, () => [taken(ada.addLine({ cartId: own, offerId: 'off_a', quantity: 1 })), taken(guest.addLine({ cartId: guests, offerId: 'off_b', quantity: 1 }))])
    await shop.signIn(`gst_race_${round}`, `acc_race_${round}`)
    const counted = await Promise.all(adds.flat())
    const cart = await ada.getCart({ cartId: own })
    assert.equal(cart.itemCount, counted.reduce((sum, one) => sum + one, 0))
  }
})

test('a cart that is being bought changes hands as it is, and what was bound can still be bought', async () => {
  const guest = shop.guest('gst_3')
  const ada = shop.account('acc_3')
  const { id: own } = await ada.createCart({})
  await ada.addLine({ cartId: own, offerId: 'off_a', quantity: 1 })
  const { id: cartId } = await guest.createCart({})
  await guest.addLine({ cartId, offerId: 'off_b', quantity: 1 })
  const step = { cartId, checkoutId: 'chk_3', attempt: 1, fence: 1 }
  await shop.orders.freeze({ ...step, owner: 'gst_3' })
  await shop.signIn('gst_3', 'acc_3')
  assert.equal((await ada.getCart({ cartId })).checkoutId, 'chk_3')
  assert.deepEqual((await ada.getCart({ cartId: own })).lines.map(({ offerId }) => offerId), ['off_a'])
  assert.deepEqual(await shop.orders.removeBound(step), { removed: 1 })
})
