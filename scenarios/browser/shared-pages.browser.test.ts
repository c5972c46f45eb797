import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import type { Order } from '@octavo/orders/contract'
import { offersInStock, Visitor } from '../visitor.ts'
import { openShop, type BrowserShop } from './open-shop.ts'

describe('pages that everybody is shown', () => {
  let shop: BrowserShop
  before(async () => { shop = await openShop() })
  after(() => shop?.close())

  test('hold nothing of the customer for whom they were made', async () => {
    const buyer = new Visitor(shop)
    const mark = randomUUID().slice(0, 8)
    const email = `zenobia-${mark}@reader.example`
    await buyer.want(200, 'POST', '/api/auth/sign-up/email', { email, password: 'a long enough password', name: `Zenobia ${mark}` })
    const [{ product, offerId } = assert.fail()] = await offersInStock(buyer, 1)
    const { quote } = await buyer.fillBasket({ offerId })
    const pages = ['/', '/books', `/b/${product.handle}`, `/c/${product.categories[0]?.[0]?.handle}`, `/contributors/${product.contributors[0]?.handle}`, '/api/products?limit=8', `/api/products/${product.handle}`, '/api/categories', '/api/sellers']
    // She is the first to see them, with a full basket and then with an order.
    for (const page of pages) await buyer.want(200, 'GET', page, undefined, { accept: 'text/html, application/json' })
    const { body } = await buyer.checkOut({ quote, email })
    const { orderId } = await buyer.follow(body.id)
    const order = await buyer.want<Order>(200, 'GET', `/api/orders/${orderId}`)
    for (const page of pages) await buyer.want(200, 'GET', page, undefined, { accept: 'text/html, application/json' })

    const hers = [mark, quote.cartId, body.id, order.id, order.number]
    const other = new Visitor(shop)
    for (const page of pages) {
      const seen = await other.call('GET', page, undefined, { accept: 'text/html, application/json' })
      assert.match(seen.headers.get('cache-status') ?? '', /^octavo; hit/, page)
      assert.equal(seen.headers.get('set-cookie'), null, page)
      const text = typeof seen.body === 'string' ? seen.body : JSON.stringify(seen.body)
      for (const one of hers) assert.ok(!text.includes(one), `${page} holds ${one}`)
    }
  })
})
