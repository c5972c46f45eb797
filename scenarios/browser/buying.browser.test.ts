import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Locator } from 'playwright-core'
import { offersInStock, Visitor } from '../visitor.ts'
import { openChromium } from './chromium.ts'
import { openShop, type BrowserShop } from './open-shop.ts'
import { OperatorOf } from './operator.ts'
import { cards, Reader, typeCard } from './reader.ts'

describe('buying in a browser', () => {
  let shop: BrowserShop
  let operator: OperatorOf
  let browser: Browser
  let books: string[]

  before(async () => {
    shop = await openShop()
    operator = new OperatorOf(shop)
    browser = await openChromium()
    books = (await offersInStock(new Visitor(shop), 12)).map(({ product }) => product.handle)
  })
  after(async () => {
    await browser?.close()
    await shop?.close()
  })

  const arrives = (options?: Parameters<typeof Reader.arrive>[2]) => Reader.arrive(browser, shop.url, options)
  const book = (at: number): string => books[at] ?? assert.fail(`the demo has a book ${at}`)

  test('a guest finds a book on the front table, buys it and watches the order being placed', async () => {
    const reader = await arrives()
    await reader.go('/')
    await reader.page.getByRole('navigation', { name: 'Shelves' }).or(reader.page.locator('nav.sections')).first().getByRole('link').first().click()
    await reader.page.locator('.shelf h3 a').first().click()
    await reader.page.getByRole('button', { name: /^Add to basket/ }).first().click()
    await reader.toCheckout()
    await reader.giveAddress()
    await reader.giveCard(cards.good)
    await reader.pay()
    const number = await reader.seesOrder()
    await reader.page.getByRole('heading', { level: 1, name: 'Thank you, Ada. It is being packed.' }).waitFor()
    assert.match(number, /^[A-Z0-9]{4}-[A-Z0-9]{4}$/)
    await reader.go('/cart')
    await reader.page.getByText('Nothing in it yet.').waitFor()
    await reader.leave()
  })

  test('the link in the mail opens a guest’s order on another device', async () => {
    const email = 'other-device@reader.example'
    const reader = await arrives()
    await reader.putInBasket(book(0))
    await reader.toCheckout()
    await reader.giveAddress(email)
    await reader.giveCard(cards.good)
    await reader.pay()
    const number = await reader.seesOrder()
    const bare = new URL(reader.page.url()).pathname

    const telephone = await arrives({ viewport: { width: 390, height: 844 } })
    await telephone.go(bare)
    await telephone.page.getByRole('heading', { name: 'No book answers to that.' }).waitFor()
    const mail = await telephone.openMail(email, new RegExp(number))
    await mail.getByRole('link', { name: /order/i }).first().click()
    assert.equal(await telephone.seesOrder(), number)
    await telephone.leave()
    await reader.leave()
  })

  test('a customer signs up, confirms the address by mail, and next time buys with the address and the card kept', async () => {
    const email = 'customer@reader.example'
    const reader = await arrives()
    await reader.signUp(email)
    await reader.page.getByText(/Not confirmed yet/).waitFor()
    const mail = await reader.openMail(email, /address/)
    await mail.getByRole('link', { name: 'Yes, this is my address' }).click()
    await reader.page.waitForURL((url) => !url.pathname.startsWith('/outbox'))
    await reader.go('/account')
    await reader.page.getByText('confirmed', { exact: true }).waitFor()
    await reader.page.getByRole('button', { name: 'Sign out', exact: true }).click()

    await reader.signIn(email)
    await reader.page.getByRole('heading', { level: 1, name: 'Ada Reader' }).waitFor()
    await reader.page.getByRole('link', { name: 'Ada Reader' }).waitFor()

    await reader.putInBasket(book(1))
    await reader.toCheckout()
    await reader.page.getByLabel('Save the address').check()
    await reader.giveAddress(email)
    await reader.page.getByLabel('Keep the card for next time').check()
    await reader.giveCard(cards.good)
    await reader.pay()
    const first = await reader.seesOrder()

    await reader.putInBasket(book(2))
    await reader.toCheckout()
    await reader.page.getByText('Ada Reader, 1 Library Lane, London, N1 9GU').first().waitFor()
    assert.ok(await reader.page.getByRole('radio', { name: /Visa ending 4242/ }).isChecked(), 'the kept card is chosen')
    await reader.pay()
    const second = await reader.seesOrder()
    await reader.go('/orders')
    for (const number of [first, second]) await reader.page.getByText(new RegExp(`Order ${number}`)).waitFor()
    await reader.leave()
  })

  test('a declined card is said calmly, the basket stays, and another card buys it', async () => {
    const reader = await arrives()
    await reader.putInBasket(book(3))
    await reader.toCheckout()
    await reader.giveAddress()
    await reader.giveCard(cards.declined)
    await reader.pay()
    await reader.page.getByRole('heading', { level: 1, name: 'That did not go through.' }).waitFor()
    await reader.page.getByText('The card was declined. Try another card.').first().waitFor()
    await reader.page.getByText('You have not been charged').waitFor()
    await reader.page.getByRole('link', { name: 'Back to checkout' }).click()
    await reader.giveCard(cards.good)
    await reader.pay()
    await reader.seesOrder()
    await reader.leave()
  })

  test('a card that is not one is refused beside its field, and nothing is begun', async () => {
    const reader = await arrives()
    await reader.putInBasket(book(4))
    await reader.toCheckout()
    await reader.giveAddress()
    await reader.giveCard('4242424242424241')
    await reader.pay()
    await reader.page.frameLocator('iframe[title^="Card number"]').locator('#problem:not(:empty)').waitFor()
    assert.match(new URL(reader.page.url()).pathname, /^\/checkout$/)
    assert.ok(await reader.payButton.isEnabled())
    await reader.giveCard(cards.good)
    await reader.pay()
    await reader.seesOrder()
    await reader.leave()
  })

  test('the bank asks and is told no: everything is as before; told yes, the order is placed', async () => {
    const reader = await arrives()
    await reader.putInBasket(book(5))
    await reader.toCheckout()
    await reader.giveAddress()
    await reader.giveCard(cards.asksBank)
    await reader.pay()
    await reader.page.getByRole('link', { name: 'Go to your bank' }).click()
    await reader.page.getByRole('button', { name: 'No, refuse' }).click()
    await reader.page.getByText('Your bank did not confirm the payment.').first().waitFor()
    await reader.page.getByRole('link', { name: 'Back to checkout' }).click()
    await reader.giveCard(cards.asksBank)
    await reader.pay()
    await reader.page.getByRole('link', { name: 'Go to your bank' }).click()
    await reader.page.getByRole('button', { name: 'Yes, approve' }).click()
    await reader.seesOrder()
    await reader.leave()
  })

  test('the page of a purchase follows live: the bank is answered on a telephone, and the page in the first tab becomes the order', async () => {
    const reader = await arrives()
    await reader.putInBasket(book(6))
    await reader.toCheckout()
    await reader.giveAddress()
    await reader.giveCard(cards.asksBank)
    await reader.pay()
    const bank = await reader.page.getByRole('link', { name: 'Go to your bank' }).getAttribute('href')
    const telephone = await arrives({ viewport: { width: 390, height: 844 } })
    await telephone.page.goto(bank ?? assert.fail('the bank has an address'))
    await telephone.page.getByRole('button', { name: 'Yes, approve' }).click()
    await reader.seesOrder()
    await reader.leave()
    await telephone.leave()
  })

  test('the order’s page changes its words when the parcel leaves', async () => {
    const reader = await arrives()
    await reader.putInBasket(book(7))
    await reader.toCheckout()
    await reader.giveAddress()
    await reader.giveCard(cards.good)
    await reader.pay()
    await reader.seesOrder()
    await operator.dispatch(reader.orderId)
    await reader.page.getByRole('heading', { level: 1, name: /It is on its way\./ }).waitFor()
    await reader.page.getByText('RM123456789GB').waitFor()
    await reader.leave()
  })

  test('a chosen customer buys by invoice, and the order’s page tells by itself where the parcel is until it has arrived', async () => {
    const email = 'library@reader.example'
    const reader = await arrives()
    const { page } = reader
    await reader.signUp(email)
    await reader.putInBasket(book(7))
    await reader.toCheckout()
    await reader.giveAddress(email)
    assert.equal(await page.getByRole('radio', { name: /^By invoice/ }).count(), 0, 'nobody is offered it unasked')
    await operator.openInvoicesTo(email)
    await page.reload()
    await page.getByRole('radio', { name: /^By invoice/ }).check()
    await page.getByText('Nothing is charged now.').waitFor()
    await page.locator('[data-card-entry]').waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: /^Order for £/ }).click()
    const number = await reader.seesOrder()
    await page.getByText(/on account; the invoice is made out when the goods leave/).waitFor()
    const trackingNumber = await operator.buyLabel(reader.orderId)
    await shop.carrier.move(trackingNumber, 'picked_up')
    await page.getByRole('heading', { level: 1, name: /on its way/ }).waitFor()
    await page.getByText(trackingNumber, { exact: true }).waitFor()
    await shop.carrier.move(trackingNumber, 'delivered')
    await page.getByRole('heading', { level: 1, name: /It is yours/ }).waitFor()
    await page.getByRole('list', { name: 'What the carrier told, newest first' }).getByText('It has arrived.').waitFor()
    const mail = await reader.openMail(email, new RegExp(`Order ${number} is on its way`))
    await mail.getByText('It is on your account now.').waitFor()
    await reader.leave()
  })

  test('without scripts the way leads to payment, through the card network’s own page, and to the order', async () => {
    const reader = await arrives({ javaScriptEnabled: false })
    await reader.putInBasket(book(8))
    await reader.page.getByRole('button', { name: 'One more' }).click()
    await reader.toCheckout()
    await reader.giveAddress()
    await reader.page.getByRole('radio', { name: /Express delivery/ }).check()
    await reader.page.getByRole('button', { name: 'Send it this way' }).click()
    assert.ok(await reader.page.getByRole('radio', { name: /Express delivery/ }).isChecked())
    await reader.pay()
    await typeCard(reader.page, cards.good)
    await reader.page.getByRole('button', { name: 'Use this card' }).click()
    await reader.page.getByRole('radio', { name: /The card you just entered/ }).waitFor()
    await reader.pay()
    await reader.seesOrder()
    await reader.leave()
  })

  test('on a telephone, in the dark, a book is bought from the bar at the foot of the page', async () => {
    const reader = await arrives({ viewport: { width: 390, height: 844 }, colorScheme: 'dark', hasTouch: true, isMobile: true })
    await reader.putInBasket(book(9))
    await reader.toCheckout()
    await reader.giveAddress()
    await reader.giveCard(cards.good)
    await reader.pay()
    await reader.seesOrder()
    await reader.leave()
  })

  test('in German: the footer leads to the same book in euros, and the words stay German as far as the mail', async () => {
    const email = 'hanna@leser.example'
    const reader = await arrives({ locale: 'de-DE' })
    const { page } = reader
    await reader.go(`/b/${book(11)}`)
    await page.getByRole('link', { name: /^Deutschland: Deutsch/ }).click()
    await page.waitForURL(new RegExp(`/b/${book(11)}\\?market=de$`))
    assert.equal(await page.locator('html').getAttribute('lang'), 'de-DE')
    await page.getByRole('button', { name: 'In den Korb' }).first().click()
    await page.getByText('Es liegt im Korb.').waitFor()
    assert.match(await page.locator('.sum .total').innerText(), /Zusammen\s+\d+,\d\d\u00a0€/)
    await page.getByRole('link', { name: 'Zur Kasse' }).click()
    await page.getByRole('button', { name: 'Weiter zur Lieferung' }).click()
    await page.getByText('Das darf nicht leer bleiben.').first().waitFor()
    for (const [label, text] of [['E-Mail, für die Bestätigung', email], ['Name', 'Hanna Leserin'], ['Straße und Hausnummer', 'Gartenweg 3'], ['Ort', 'Weimar'], ['Postleitzahl', '99423']] as const) await page.getByLabel(label, { exact: true }).fill(text)
    await page.getByRole('button', { name: 'Weiter zur Lieferung' }).click()
    await page.getByText('darin Mehrwertsteuer').waitFor()
    await typeCard(page.frameLocator('iframe[title^="Kartennummer"]'), cards.good)
    await page.getByRole('button', { name: /€ bezahlen$/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Danke, Hanna. Es wird gepackt.' }).waitFor()
    // The link in the mail knows the order's market by itself.
    const mail = await reader.openMail(email, /^Ihre Bestellung/m)
    await mail.getByRole('link', { name: 'Die Bestellung ansehen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Es wird gepackt.' }).waitFor()
    await reader.leave()
  })

  test('by keyboard alone: from the front table to the order', async () => {
    const reader = await arrives()
    const { page } = reader
    const tabTo = async (wanted: Locator): Promise<void> => {
      await wanted.first().waitFor()
      for (let presses = 0; presses < 120; presses++) {
        await page.keyboard.press('Tab')
        if (await wanted.first().evaluate((element) => element.matches(':focus'))) return
      }
      assert.fail(`the keyboard does not reach ${wanted.toString()}`)
    }
    const type = async (label: string, text: string): Promise<void> => {
      await tabTo(page.getByLabel(label, { exact: true }))
      await page.keyboard.type(text)
    }
    await reader.go('/')
    await tabTo(page.locator('.shelf h3 a').nth(1))
    await page.keyboard.press('Enter')
    await tabTo(page.getByRole('button', { name: /^Add to basket/ }))
    await page.keyboard.press('Enter')
    await tabTo(page.getByRole('link', { name: 'Go to checkout' }).or(page.getByRole('button', { name: 'Go to checkout' })))
    await page.keyboard.press('Enter')
    await type('Email, for the receipt', 'keys@reader.example')
    await type('Name', 'Ada Reader')
    await type('Address', '1 Library Lane')
    await type('Town', 'London')
    await type('Postcode', 'N1 9GU')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'How will you pay?' }).waitFor()
    const frame = page.frameLocator('iframe[title^="Card number"]')
    const inFrame = frame.getByLabel('Card number')
    await inFrame.waitFor()
    for (let presses = 0; presses < 60 && !(await inFrame.evaluate((element) => element.matches(':focus'))); presses++) await page.keyboard.press('Tab')
    await page.keyboard.type(cards.good)
    await page.keyboard.press('Tab')
    await page.keyboard.type('1240')
    await page.keyboard.press('Tab')
    await page.keyboard.type('123')
    await tabTo(reader.payButton)
    await page.keyboard.press('Enter')
    await reader.seesOrder()
    await reader.leave()
  })

  test('one buys, and nothing of it stands on the pages that others are given from the edge', async () => {
    const reader = await arrives()
    await reader.putInBasket(book(10))
    const pages = ['/', '/books', `/b/${book(10)}`]
    for (const path of pages) await reader.go(path)
    await reader.page.locator('[data-basket-count]', { hasText: '1' }).waitFor()
    for (const path of pages) {
      const answer = await fetch(new URL(path, shop.url))
      const html = await answer.text()
      assert.equal(answer.headers.get('set-cookie'), null, path)
      assert.match(html, /data-basket-count[^>]*><\/b>/, `${path} counts nobody’s basket`)
    }
    await reader.leave()
  })
})
