import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isFailure } from '@octavo/failure'
import { openShop } from './shop.ts'
import { codeOf, home } from './shopper.ts'

const shop = await openShop()
const abroad = { ...home, city: 'Dublin', postalCode: 'D02 X285', country: 'IE' }

it('what may not be sold to a country is refused before money is asked for, by its title; elsewhere it is sold', async () => {
  const ada = shop.guest()
  const here = await shop.offer({ title: 'Only at home', salesRights: { included: ['GB'], excluded: [] } })
  const cartId = await ada.fill(here, await shop.offer())
  await assert.rejects(ada.orders.quote({ cartId, shippingAddress: abroad }), (error) => {
    assert.ok(isFailure(error, 'NO_SALES_RIGHT'))
    assert.match(error.message, /“Only at home”/)
    return true
  })
  const wish = await ada.prepare(cartId)
  const refused = await ada.follow(await ada.orders.startCheckout({ ...wish, shippingAddress: abroad }))
  assert.deepEqual([refused.status, refused.failure?.code, await shop.live(refused.id)], ['failed', 'NO_SALES_RIGHT', []])
  assert.equal((await ada.follow(await ada.orders.startCheckout({ ...wish, key: `${wish.key}x` }))).status, 'completed')
})

it('the world less some is everywhere but there', async () => {
  const ada = shop.guest()
  const cartId = await ada.fill(await shop.offer({ salesRights: { included: ['WORLD'], excluded: ['IE'] } }))
  assert.equal(await codeOf(ada.orders.quote({ cartId, shippingAddress: abroad })), 'NO_SALES_RIGHT')
  assert.equal((await ada.orders.quote({ cartId, shippingAddress: home })).taxIncluded, true)
})
