import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { after, before, describe, test } from 'node:test'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { eventually } from '../eventually.ts'
import { offersInStock, Visitor } from '../visitor.ts'
import { openChromium } from './chromium.ts'
import { desk, enterDesk } from './desk-tour.ts'
import { openShop, type BrowserShop } from './open-shop.ts'
import { OperatorOf } from './operator.ts'
import { Reader } from './reader.ts'

describe('the back office', () => {
  let shop: BrowserShop
  let browser: Browser
  let axe: string
  let book: { readonly handle: string }
  let offerId: string

  before(async () => {
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    shop = await openShop()
    browser = await openChromium()
    const [found] = await offersInStock(new Visitor(shop), 1)
    if (!found) assert.fail('the demo has a book')
    book = found.product
    offerId = found.offerId
    await new OperatorOf(shop).openDesk(desk)
  })
  after(async () => {
    await browser?.close()
    await shop?.close()
  })

  async function signedIn(options?: BrowserContextOptions): Promise<Reader> {
    const reader = await Reader.arrive(browser, shop.url, options)
    await enterDesk(reader)
    return reader
  }

  /** Its money is taken a moment after it left. */
  async function dispatched(orderId: string): Promise<void> {
    await new OperatorOf(shop).dispatch(orderId)
    await eventually(() => ask(`/payments?orderId=${orderId}`), ({ items }) => items[0]?.status === 'captured')
  }
  const ask = (path: string): Promise<{ items: readonly { id: string; checkoutId: string; orderId: string; status: string }[] }> => new Visitor(shop).operator('GET', path)
  const onHand = async (): Promise<number> => (await new Visitor(shop).operator<{ onHand: number }>('GET', `/stock/${offerId}`)).onHand

  const findings = async ({ page }: Reader): Promise<string[]> => {
    await page.evaluate(axe)
    const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run())
    return violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`)
  }

  test('asks whoever is no operator to sign in as one, and lets none of them in', async () => {
    const reader = await Reader.arrive(browser, shop.url)
    await reader.signUp('shopper@reader.example')
    await reader.go('/back-office/orders')
    await reader.page.getByText('Ada Reader is signed in, and is no operator of this shop.').waitFor()
    assert.equal(await reader.page.getByRole('navigation').count(), 0)
    await reader.leave()
  })

  test('an operator finds an order by its number, sends it by keyboard alone and gives part of the money back', async () => {
    const order = await new Visitor(shop).buy({ offerId })
    const reader = await signedIn()
    const { page } = reader
    await page.getByLabel('Order number').fill(order.number)
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: order.number }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: `Order ${order.number}` }).waitFor()
    await page.getByLabel('Carrier').focus()
    await page.keyboard.type('Parcel Post')
    await page.keyboard.press('Tab')
    await page.keyboard.type('PP123')
    await page.keyboard.press('Enter')
    await page.getByText('Parcel Post, PP123').waitFor()
    await page.getByRole('button', { name: 'Give money back' }).click()
    await page.getByLabel(/^Amount in/).fill('0.50')
    await page.getByRole('button', { name: 'Give back', exact: true }).click()
    await page.getByText('£0.50').first().waitFor()
    await reader.leave()
  })

  test('a customer is let buy by invoice; the label of a parcel is bought, its way is seen, and the money that came is noted', async () => {
    const email = 'library@reader.example'
    const customer = await Reader.arrive(browser, shop.url)
    await customer.signUp(email)
    const reader = await signedIn()
    const { page } = reader
    await page.getByRole('link', { name: 'Invoices' }).click()
    await page.getByText('Nothing is owed.').waitFor()
    await page.getByLabel('Customer’s email').fill(email)
    await page.getByLabel('Credit limit').fill('200')
    await page.getByRole('button', { name: 'Set' }).click()
    await page.getByText('Ada Reader may pay by invoice: £200.00 of £200.00 is left.').waitFor()

    await customer.putInBasket(book.handle)
    await customer.toCheckout()
    await customer.giveAddress(email)
    await customer.page.getByRole('radio', { name: /^By invoice/ }).check()
    await customer.page.getByRole('button', { name: /^Order for £/ }).click()
    const number = await customer.seesOrder()

    await page.getByRole('link', { name: 'Orders', exact: true }).click()
    await page.getByLabel('Order number').fill(number)
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: number }).click()
    await page.getByText('By invoice').waitFor()
    await page.getByRole('button', { name: 'Buy a label' }).click()
    const label = await page.getByRole('link', { name: /^The label / }).innerText()
    const trackingNumber = /^The label (\S+),/.exec(label)?.[1] ?? assert.fail(label)
    await shop.carrier.move(trackingNumber, 'picked_up')
    await page.getByText('Picked up').waitFor()
    await shop.carrier.move(trackingNumber, 'delivered')
    await page.getByRole('article').getByText('Delivered', { exact: true }).first().waitFor()

    await page.getByRole('link', { name: 'Invoices' }).click()
    await page.getByRole('button', { name: 'It was paid' }).click()
    await page.getByLabel('Received on').fill('2027-01-04')
    await page.getByRole('button', { name: 'Note it' }).click()
    await page.getByText('Nothing is owed.').waitFor()
    await reader.leave()
    await customer.leave()
  })

  test('copies that came back are given back line by line, to the cent, and stand on the shelf again', async () => {
    const visitor = new Visitor(shop)
    const order = await visitor.buy({ offerId, quantity: 3 })
    await dispatched(order.id)
    const before = await onHand()
    const reader = await signedIn()
    const { page } = reader
    await reader.go(`/back-office/orders/${order.id}`)
    await page.getByText('Nothing so far.').waitFor()
    await page.getByRole('button', { name: 'Take copies back' }).click()
    await page.getByLabel('Copies, of 3').fill('2')
    const amount = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' }).format(Math.ceil((order.lines[0]?.paid.amountMinor ?? 0) * 2 / 3) / 100)
    await page.getByRole('dialog').getByText(amount).waitFor()
    await page.getByLabel('Why, for the books').fill('Two were not wanted')
    assert.deepEqual(await findings(reader), [])
    await page.getByRole('button', { name: 'Give back', exact: true }).click()
    await page.getByText(`${amount}, given back`).waitFor()
    await eventually(onHand, (now) => now === before + 2)
    await page.getByRole('button', { name: 'Take copies back' }).click()
    await page.getByLabel('Copies, of 1').waitFor()
    await reader.leave()
  })

  test('a dispute is shown with the day until which it can be answered', async () => {
    const visitor = new Visitor(shop)
    const { quote } = await visitor.fillBasket({ offerId })
    const ended = await visitor.follow((await visitor.checkOut({ quote, paymentMethod: 'pm_card_createDispute' })).body.id)
    await dispatched(ended.orderId ?? '')
    await eventually(() => ask('/disputes?open=true'), ({ items }) => items.some(({ orderId }) => orderId === ended.orderId))
    const reader = await signedIn()
    await reader.page.getByRole('link', { name: 'Disputes' }).click()
    const row = reader.page.getByRole('row').filter({ hasText: 'fraudulent' }).first()
    await row.getByText('Waits for evidence').waitFor()
    assert.match(await row.innerText(), /\d{1,2} \w{3}/)
    await row.getByRole('link', { name: 'Its order' }).click()
    await reader.page.getByText('Taken back in dispute').waitFor()
    await reader.leave()
  })

  test('a checkout is found by the address that was given and read step by step; one that waits is tried again with a reason', async () => {
    const visitor = new Visitor(shop)
    const { quote } = await visitor.fillBasket({ offerId })
    const email = 'waits-at-the-bank@reader.example'
    const { body: { id } } = await visitor.checkOut({ quote, email, paymentMethod: 'pm_card_threeDSecure2Required' })
    await visitor.follow(id, ({ status }) => status === 'requires_action')
    const reader = await signedIn()
    const { page } = reader
    await reader.go('/back-office/sagas')
    await page.getByLabel('Checkout, order or address').fill(email.toUpperCase())
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: id }).click()
    await page.getByRole('heading', { level: 1, name: `Checkout ${id}` }).waitFor()
    for (const [step, outcome] of [['freeze basket', 'frozen'], ['hold stock', 'held'], ['authorise payment', 'action required']] as const) await page.getByRole('row').filter({ hasText: step }).filter({ hasText: outcome }).first().waitFor()
    await page.getByRole('button', { name: 'Try again now' }).click()
    await page.getByLabel('Why').fill('the shopper is on the telephone')
    await page.getByRole('button', { name: 'Try again', exact: true }).click()
    await page.getByRole('row').filter({ hasText: 'tried again' }).filter({ hasText: 'the shopper is on the telephone' }).waitFor()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    assert.deepEqual(await findings(reader), [])
    await reader.leave()
  })

  test('a picture that is uploaded is the product’s cover in the shop; what is none is refused with words', async () => {
    const reader = await signedIn()
    const { page } = reader
    await reader.go(`/back-office/pictures?product=${book.handle}`)
    const red = await page.evaluate(() => new Promise<number[]>((resolve) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 400, height: 600 })
      canvas.getContext('2d')?.fillRect(0, 0, 400, 600)
      canvas.toBlob((blob) => { void blob?.arrayBuffer().then((bytes) => { resolve([...new Uint8Array(bytes)]) }) }, 'image/png')
    }))
    await page.getByLabel('Add pictures').setInputFiles({ name: 'front.png', mimeType: 'image/png', buffer: Buffer.from(red) })
    await page.getByText('One picture is in.').waitFor()
    await page.getByLabel('What it shows').fill('A black front')
    await page.keyboard.press('Tab')
    await page.getByText('Arranged.').waitFor()
    await reader.go(`/b/${book.handle}`)
    const shown = page.getByRole('img', { name: 'A black front' }).first()
    await shown.waitFor()
    assert.ok(await shown.evaluate((image: HTMLImageElement) => image.decode().then(() => /\/media\/[0-9a-f]{32}\/\d+\.webp$/.test(image.currentSrc))))
    await reader.leave()

    const again = await signedIn()
    again.expects(422)
    await again.go(`/back-office/pictures?product=${book.handle}`)
    await again.page.getByLabel('Add pictures').setInputFiles({ name: 'cover.png', mimeType: 'image/png', buffer: Buffer.from('<svg><script>alert(1)</script></svg>') })
    await again.page.getByText('cover.png: SVG and other markup is not taken').waitFor()
    await again.page.getByRole('button', { name: 'Take away' }).click()
    await again.page.getByText('Taken away.').waitFor()
    await again.leave()
  })

  test('an uploaded file comes in while nobody looks, and what was refused can be downloaded', async () => {
    const reader = await signedIn()
    await reader.go('/back-office/imports')
    const file = 'key,title,authors,stock\nparcels,A book of parcels,Ada Author,3\nuntitled,,,\n'
    await reader.page.getByLabel('File', { exact: true }).setInputFiles({ name: 'parcels.csv', mimeType: 'text/csv', buffer: Buffer.from(file) })
    await reader.page.getByLabel('Format').selectOption('csv')
    await reader.page.getByLabel('Price, where it says none').fill('9.99')
    await reader.page.getByRole('button', { name: 'Upload' }).click()
    await reader.page.getByText('The file is in the shop').waitFor()
    await reader.leave()

    const later = await signedIn()
    await later.go('/back-office/imports')
    const row = later.page.getByRole('row').filter({ hasText: 'parcels.csv' })
    await row.getByText('Completed').waitFor()
    await row.getByText('1 new').waitFor()
    const [download] = await Promise.all([later.page.waitForEvent('download'), row.getByRole('link', { name: 'What was refused' }).click()])
    assert.match(await readFile(await download.path(), 'utf8'), /^line,identity,reason\n3,/)
    await later.leave()
  })

  test('what people ask and do not find becomes a rule, and a pin puts a book first; both are let go again', async () => {
    const reader = await signedIn()
    const { page } = reader
    const asked = () => new Visitor(shop).want<{ matching: string; items: { title: string }[] }>(200, 'GET', '/api/search?q=zeppelins')
    await asked()
    await reader.go('/back-office/queries?which=not-found')
    await page.getByRole('row').filter({ hasText: 'zeppelins' }).getByRole('link', { name: 'Rule' }).click()
    await page.getByRole('heading', { level: 2, name: 'A new one' }).waitFor()
    await page.getByLabel('Words').fill('zeppelins\nwhale')
    await page.getByRole('button', { name: 'Make it' }).click()
    await page.getByText('It holds in the shop now.').waitFor()
    assert.equal((await asked()).matching, 'all')

    await reader.go('/back-office/explain?q=zeppelins')
    await page.getByRole('cell').filter({ hasText: 'semantic' }).or(page.getByRole('cell').filter({ hasText: 'text' })).first().waitFor()
    await page.getByRole('link', { name: 'Pin something for this query' }).click()
    await page.getByLabel('Find a product').fill('Emma')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Put in Emma', exact: true }).click()
    await page.getByRole('button', { name: 'Make it' }).click()
    await page.getByText('It holds in the shop now.').waitFor()
    assert.equal((await asked()).items[0]?.title, 'Emma')

    await page.getByRole('row').filter({ hasText: 'zeppelins' }).getByRole('button', { name: 'Let go' }).click()
    await page.getByText('Nothing is pinned.').waitFor()
    await page.getByRole('link', { name: 'Synonyms' }).click()
    await page.getByRole('row').filter({ hasText: 'zeppelins' }).getByRole('button', { name: 'Change' }).click()
    reader.expects(422)
    await page.getByLabel('Words').fill('zeppelins')
    await page.getByRole('button', { name: 'Keep it so' }).click()
    await page.getByRole('alert').waitFor()
    await page.getByRole('row').filter({ hasText: 'zeppelins' }).getByRole('button', { name: 'Let go' }).click()
    await page.getByText('No words are called the same.').waitFor()
    await reader.leave()
  })

  test('an index is made anew from the desk', async () => {
    const reader = await signedIn()
    await reader.go('/back-office/search-index')
    await reader.page.getByRole('button', { name: 'Make it anew' }).click()
    await reader.page.getByText(/answers now, with/).waitFor()
    await reader.page.getByRole('cell', { name: 'kept from before' }).waitFor()
    await reader.leave()
  })

  for (const [name, width, colorScheme] of [['wide, in the light', 1280, 'light'], ['narrow, in the dark', 390, 'dark']] as const) {
    test(`${name}: nothing for axe to find on any page, nothing the policy refuses, nothing sticks out at the side`, async () => {
      const reader = await signedIn({ viewport: { width, height: 844 }, colorScheme })
      const { page } = reader
      const found: string[] = []
      const { items: [order] } = await ask('/orders')
      const { items: [saga] } = await ask('/sagas')
      for (const path of ['orders?status=all', `orders/${order?.id}`, 'invoices', 'disputes?all=yes', 'imports', `pictures?product=${book.handle}`, 'queries', 'search-rules', 'search-rules?kind=pin&query=whales', 'explain?q=the+sea', 'search-index', 'audit', 'sagas?status=completed', `sagas/${saga?.checkoutId}`, 'parked-events', 'nowhere']) {
        await reader.go(`/back-office/${path}`)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.waitForLoadState('networkidle')
        found.push(...await findings(reader))
        if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) found.push(`${path} sticks out`)
      }
      assert.deepEqual(found, [])
      await reader.leave()
    })
  }
})
