import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { auditAll } from '../audit-all.ts'
import { offersInStock, Visitor, type Found } from '../visitor.ts'
import { openChromium } from './chromium.ts'
import { openShop, type BrowserShop } from './open-shop.ts'
import { OperatorOf } from './operator.ts'
import { cards, Reader } from './reader.ts'

describe('when buying does not go as it should, the page tells the truth and what to do', () => {
  let shop: BrowserShop
  let browser: Browser
  let books: Found[]

  before(async () => {
    // Who leaves the bank's question alone is told after a minute.
    shop = await openShop({ OCTAVO_CHECKOUT_MINUTES: '1' })
    browser = await openChromium()
    books = await offersInStock(new Visitor(shop), 10)
  })
  after(async () => {
    await browser?.close()
    await shop?.close()
  })

  const book = (at: number): Found => books[at] ?? assert.fail(`the demo has a book ${at}`)
  const stockOf = (offerId: string) => new Visitor(shop).operator<{ available: number }>('GET', `/stock/${offerId}`)
  const downTo = async (offerId: string, copies: number): Promise<void> => {
    const { available } = await stockOf(offerId)
    if (available !== copies) await new Visitor(shop).operator('POST', `/stock/${offerId}`, { change: copies - available, reason: 'a story needs so many' })
  }

  /** Somebody at the checkout with these in the basket, and a card to be typed. */
  async function atCheckout(...handles: string[]): Promise<Reader> {
    const reader = await Reader.arrive(browser, shop.url)
    for (const handle of handles) await reader.putInBasket(handle)
    await reader.toCheckout()
    await reader.giveAddress()
    return reader
  }
  const fails = ({ page }: Reader) => page.getByRole('heading', { level: 1, name: 'That did not go through.' }).waitFor()
  const uncharged = ({ page }: Reader) => page.getByText('You have not been charged, and everything is still in your basket.').first().waitFor()

  test('each no of a bank is said in its own words, and another card buys the basket', async () => {
    const reader = await atCheckout(book(0).product.handle)
    for (const [card, words] of [[cards.noMoney, 'There is not enough money on the card.'], [cards.expired, 'The card has expired.'], [cards.wrongCode, 'The security code on the back of the card does not fit.']] as const) {
      await reader.giveCard(card)
      await reader.pay()
      await fails(reader)
      await reader.page.getByText(words).first().waitFor()
      await uncharged(reader)
      await reader.page.getByRole('link', { name: 'Back to checkout' }).click()
    }
    await reader.giveCard(cards.good)
    await reader.pay()
    await reader.seesOrder()
    await reader.leave()
  })

  test('too few are left at the last step: how many is said, the rest of the basket is kept, and taking what is left buys it', async () => {
    const [scarce, plenty] = [book(1), book(2)]
    const reader = await Reader.arrive(browser, shop.url)
    await reader.putInBasket(plenty.product.handle)
    await reader.putInBasket(scarce.product.handle)
    await reader.page.getByRole('group', { name: new RegExp(scarce.product.title.slice(0, 12)) }).getByRole('button', { name: 'One more' }).click()
    await reader.page.getByRole('group', { name: new RegExp(scarce.product.title.slice(0, 12)) }).getByText('2', { exact: true }).waitFor()
    await reader.toCheckout()
    await reader.giveAddress()
    await reader.giveCard(cards.good)
    await downTo(scarce.offerId, 1)
    await reader.pay()
    await fails(reader)
    await reader.page.getByText('one is left, and you wanted 2.').waitFor()
    await uncharged(reader)
    await reader.page.getByRole('button', { name: 'Take the one that is left' }).click()
    await reader.toCheckout()
    await reader.giveCard(cards.good)
    await reader.pay()
    await reader.seesOrder()
    for (const { product } of [scarce, plenty]) await reader.page.getByText(product.title).first().waitFor()
    await reader.leave()
  })

  test('the last one was sold a moment ago: the shopper may go on without it', async () => {
    const [gone, plenty] = [book(3), book(4)]
    const reader = await atCheckout(gone.product.handle, plenty.product.handle)
    await reader.giveCard(cards.good)
    await downTo(gone.offerId, 0)
    await reader.pay()
    await fails(reader)
    await reader.page.getByText('none is left, and you wanted 1.').waitFor()
    await reader.page.getByRole('button', { name: 'Go on without it' }).click()
    await reader.toCheckout()
    await reader.giveCard(cards.good)
    await reader.pay()
    await reader.seesOrder()
    await reader.leave()
  })

  test('the price changed since the page was opened: it is said, shown and asked again', async () => {
    const { product, offerId, unitPrice } = book(5)
    const reader = await atCheckout(product.handle)
    await reader.giveCard(cards.good)
    await new Visitor(shop).operator('PUT', `/offers/${offerId}/price`, { price: { ...unitPrice, amountMinor: unitPrice.amountMinor + 111 } })
    await reader.pay()
    await fails(reader)
    await reader.page.getByText('The total is not what you saw a moment ago. Look at the new one, then pay.').first().waitFor()
    await uncharged(reader)
    await reader.page.getByRole('link', { name: 'Back to checkout' }).click()
    await reader.giveCard(cards.good)
    await reader.pay()
    await reader.seesOrder()
    await reader.leave()
  })

  test('a card network that takes its time: the page says so, nothing is done twice, and it becomes the order by itself', async () => {
    const reader = await atCheckout(book(6).product.handle)
    await reader.giveCard(cards.good)
    await shop.fault({ method: 'POST', path: '/confirm$', mode: 'do-then-hang', count: 3 })
    await shop.fault({ method: 'GET', path: '/payment_intents/', mode: 'slow', ms: 4_000, count: 3 })
    await reader.payButton.dblclick()
    await reader.page.getByRole('heading', { level: 1, name: 'One moment.' }).waitFor()
    const where = new URL(reader.page.url()).pathname
    const elsewhere = await reader.context.newPage()
    await elsewhere.goto(reader.page.url())
    await reader.seesOrder()
    await elsewhere.waitForURL(/\/orders\/ord/)
    const checkoutId = where.split('/').at(-1)
    const { items } = await new Visitor(shop).operator<{ items: { status: string }[] }>('GET', `/payments?checkoutId=${checkoutId}`)
    assert.deepEqual(items.map(({ status }) => status), ['authorised'])
    await reader.page.goBack()
    await reader.page.goto(`${shop.url}/checkout`)
    await reader.page.getByText('Nothing in it yet.').waitFor()
    await reader.leave()
  })

  test('the bank’s question left alone: until when is said, and then that nothing was charged and the basket is as it was', async () => {
    const reader = await atCheckout(book(7).product.handle)
    await reader.giveCard(cards.asksBank)
    await reader.pay()
    await reader.page.getByRole('heading', { level: 1, name: 'Your bank has a question.' }).waitFor()
    await reader.page.getByText(/^Until \d{1,2}:\d\d the copies are set aside for you/).waitFor()
    const bank = await reader.page.getByRole('link', { name: 'Go to your bank' }).getAttribute('href') ?? assert.fail('the bank has an address')
    await reader.page.getByRole('heading', { level: 1, name: 'That did not go through.' }).waitFor({ timeout: 90_000 })
    await reader.page.getByText('It took too long, so we let the copies go.').first().waitFor()
    await uncharged(reader)
    // Who answers the bank after all is told so, and pays nothing.
    await reader.page.goto(bank)
    assert.equal(await reader.page.getByRole('button', { name: 'Yes, approve' }).count(), 0)
    await reader.go('/cart')
    await reader.page.getByText(book(7).product.title).first().waitFor()
    await reader.leave()
  })

  test('a kept card that refuses when the goods leave: the order’s page says so, leads to the bank, and says that it is paid', async () => {
    const handle = 'not-out-yet'
    await new Visitor(shop).operator('POST', '/products', { source: 'troubles', drafts: [{
      key: handle, handle, kind: 'book', title: 'Not out yet', contributors: [], subjects: [], categories: [], media: [],
      variants: [{ key: handle, identifiers: [], format: 'paperback', weightGrams: 300, digital: false, taxClass: 'book', offers: [{ key: handle, seller: 'house', condition: 'new', prices: [{ amountMinor: 1500, currency: 'GBP' }], stock: { sku: handle, onHand: 0, promiseLimit: 5, availableOn: '2027-06-01' } }] }],
    }] })
    const reader = await Reader.arrive(browser, shop.url)
    const { page } = reader
    await reader.go(`/b/${handle}`)
    await page.getByRole('button', { name: /pre-?order|basket/i }).first().click()
    await reader.toCheckout()
    await reader.giveAddress()
    await reader.giveCard(cards.asksBank)
    await reader.pay()
    await page.getByRole('link', { name: 'Go to your bank' }).click()
    await page.getByRole('button', { name: 'Yes, approve' }).click()
    await reader.seesOrder()
    await new OperatorOf(shop).dispatch(new URL(page.url()).pathname.split('/').at(-1) ?? '')
    await page.getByText('The card kept for this order was refused.').waitFor()
    await page.getByRole('button', { name: 'Pay now, with the kept card' }).click()
    await page.getByRole('button', { name: 'Yes, approve' }).click()
    await page.waitForURL(/\/orders\/ord/)
    await page.getByText('The card kept for this order was refused.').waitFor({ state: 'detached' })
    await reader.leave()
  })

  test('and nothing of all this breaks a promise', async () => {
    assert.deepEqual(await auditAll(shop), [])
  })
})
