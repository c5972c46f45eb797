import type { Page } from 'playwright-core'
import { Visitor } from '../visitor.ts'
import { customerTour } from './customer-tour.ts'
import type { BrowserShop } from './open-shop.ts'
import { OperatorOf } from './operator.ts'
import { cards, type Reader } from './reader.ts'

interface List<Item> { readonly items: readonly Item[] }
interface Goods { readonly handle: string; readonly contributors: readonly { readonly handle: string }[]; readonly series: readonly { readonly handle: string }[] }

/**
 * Leads a reader past every page of the shop, in an order that fills them: `at` is called with each page's name while it stands
 * there. One purchase is made on the way, as a guest whose card is declined first and whose bank asks; then an account is opened, with all that accounts have.
 */
export async function tour(stage: BrowserShop, reader: Reader, at: (name: string, page: Page) => Promise<void>): Promise<void> {
  const { page } = reader
  const visitor = new Visitor(stage)
  const { items } = await visitor.want<List<Goods>>(200, 'GET', '/api/products?limit=60')
  const categories = await visitor.want<List<{ handle: string; productCount: number }>>(200, 'GET', '/api/categories')
  const [first, second] = items
  if (!first || !second) throw new Error('the shop has goods')
  const visit = async (name: string, path: string): Promise<void> => {
    await reader.go(path)
    await at(name, page)
  }

  await visit('home', '/')
  await visit('section', `/c/${categories.items.find(({ productCount }) => productCount > 24)?.handle}`)
  await visit('section-narrowed', '/c/fiction?format=ebook&language=en&sort=title')
  await visit('all-books', '/books?sort=title')
  await visit('book', `/b/${first.handle}`)
  await visit('contributor', `/contributors/${first.contributors[0]?.handle}`)
  await visit('search', '/search?q=the+sea')
  await visit('search-corrected', '/search?q=frankenstien')
  await visit('search-nothing', '/search?q=zzyzx+qwertz')
  await visit('privacy', '/privacy')
  await visit('home-german', '/?market=de')
  await visit('book-german', `/b/${first.handle}?market=de`)
  await page.goto(new URL(`/b/${first.handle}`, stage.url).href)
  await page.locator('.facts a[href*="/subjects/"]').first().click()
  await at('subject', page)
  const inSeries = items.find(({ series }) => series.length > 0)
  if (inSeries) await visit('series', `/series/${inSeries.series[0]?.handle}`)
  for (const [name, handle] of awkward) await visit(name, `/b/${handle}`)
  await visit('not-found', '/b/no-such-book')
  await visit('offline', '/offline')
  await visit('basket-empty', '/cart')
  await reader.putInBasket(first.handle)
  await reader.putInBasket(second.handle)
  await at('basket', page)

  await reader.toCheckout()
  await at('checkout-address', page)
  await page.getByRole('button', { name: 'On to delivery' }).click()
  await page.getByText('This cannot stay empty.').first().waitFor()
  await at('checkout-corrected', page)
  await reader.giveAddress()
  await page.frameLocator('iframe[title^="Card number"]').getByLabel('Card number').waitFor()
  await at('checkout-payment', page)
  await page.goto(await cardPageOf(page))
  await at('card-network', page)
  await page.goBack()
  await reader.giveCard(cards.declined)
  await reader.pay()
  await page.getByRole('link', { name: 'Back to checkout' }).waitFor()
  await at('declined', page)
  await page.getByRole('link', { name: 'Back to checkout' }).click()
  await reader.giveCard(cards.asksBank)
  await reader.pay()
  await page.getByRole('link', { name: 'Go to your bank' }).waitFor()
  await at('bank', page)
  await page.getByRole('link', { name: 'Go to your bank' }).click()
  await page.getByRole('button', { name: 'Yes, approve' }).waitFor()
  await at('bank-asks', page)
  await page.getByRole('button', { name: 'Yes, approve' }).click()
  const number = await reader.seesOrder()
  await at('order-placed', page)
  const order = new URL(page.url()).pathname
  await new OperatorOf(stage).dispatch(reader.orderId)
  await page.getByRole('heading', { level: 1, name: /on its way/ }).waitFor()
  await at('order-dispatched', page)
  await visit('invoice', `${order}/invoice`)
  await visit('orders', '/orders')

  await visit('outbox', '/outbox')
  await page.getByRole('link', { name: new RegExp(number) }).first().click()
  await page.frameLocator('iframe[title="The mail"]').locator('body').waitFor()
  await at('mail', page)

  await customerTour(stage, reader, [first.handle, second.handle], at)
}

/** Goods of the demo that try a page: a title page that tells the plot, no Latin letter, six colours, much too tall for a shelf. */
const awkward = [['book-long', 'robinson-crusoe'], ['book-japanese', 'kokoro-ja'], ['goods-colours', 'ink-six-colours'], ['goods-tall', 'floor-lamp-stork']] as const

async function cardPageOf(page: Page): Promise<string> {
  const { origin } = new URL((await page.locator('iframe[title^="Card number"]').getAttribute('src')) ?? '')
  return `${origin}/card?return=${encodeURIComponent(page.url())}`
}
