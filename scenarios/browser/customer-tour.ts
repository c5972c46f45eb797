import type { Page } from 'playwright-core'
import type { BrowserShop } from './open-shop.ts'
import { OperatorOf } from './operator.ts'
import { codeOf } from './phone.ts'
import { cards, type Reader } from './reader.ts'

/**
 * Opens an account and leads its owner past what only accounts have: an address and a card that are kept, a code from the phone besides
 * the password, a purchase by invoice, and a parcel that its carrier tells of until it has arrived. `goods`: two products in stock.
 */
export async function customerTour(shop: BrowserShop, reader: Reader, goods: readonly [string, string], at: (name: string, page: Page) => Promise<void>): Promise<void> {
  const { page } = reader
  const operator = new OperatorOf(shop)
  const email = `ada-${Date.now().toString(36)}@reader.example`
  for (const name of ['sign-in', 'reset', 'sign-up']) {
    await reader.go(`/${name}`)
    await at(name, page)
  }
  await reader.signUp(email)
  await at('account-new', page)
  await page.getByText('Add an address').click()
  await reader.fillAddress()
  await page.getByRole('button', { name: 'Keep it' }).click()
  await page.getByText('first choice').waitFor()

  const secret = await turnOnSecondFactor(reader, at)
  await reader.go('/account')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await reader.signIn(email)
  await page.getByRole('heading', { level: 1, name: 'One more thing' }).waitFor()
  await at('sign-in-code', page)
  await page.getByLabel('Code from your phone').fill(await codeOf(secret))
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { level: 1, name: 'Ada Reader' }).waitFor()

  await reader.putInBasket(goods[0])
  await reader.toCheckout()
  await page.getByLabel('Keep the card for next time').check()
  await reader.giveCard(cards.good)
  await reader.pay()
  await reader.seesOrder()
  await reader.go('/account')
  await page.getByText('Visa ending 4242').waitFor()
  await at('account', page)

  await operator.openInvoicesTo(email)
  await reader.putInBasket(goods[1])
  await reader.toCheckout()
  await at('checkout-customer', page)
  await page.getByRole('radio', { name: /^By invoice/ }).check()
  await at('checkout-invoice', page)
  await page.getByRole('button', { name: /^Order for / }).click()
  await reader.seesOrder()
  await at('order-on-account', page)
  const order = new URL(page.url()).pathname
  const trackingNumber = await operator.buyLabel(reader.orderId)
  for (const state of ['picked_up', 'in_transit', 'out_for_delivery', 'delivered'] as const) {
    await shop.carrier.move(trackingNumber, state)
    await operator.untilTold(reader.orderId, state)
    if (state === 'in_transit' || state === 'picked_up') continue
    await reader.go(order)
    await at(state === 'delivered' ? 'order-delivered' : 'order-tracked', page)
  }
  await reader.go('/orders')
  await at('orders-several', page)
}

/** With pages and a phone alone; gives what the phone keeps. */
async function turnOnSecondFactor(reader: Reader, at: (name: string, page: Page) => Promise<void>): Promise<string> {
  const { page } = reader
  await reader.go('/account')
  await page.getByRole('link', { name: 'Security' }).click()
  await page.getByRole('heading', { level: 1, name: 'Security' }).waitFor()
  await at('security', page)
  await reader.givePassword()
  await page.getByRole('button', { name: 'Turn it on' }).click()
  await page.getByRole('img', { name: 'QR code for an authenticator app' }).waitFor()
  const secret = (await page.locator('code.secret').innerText()).replaceAll(/\s/g, '')
  await at('security-begun', page)
  await page.getByLabel('Code from your phone').fill('000000')
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByText('That code does not fit.').waitFor()
  await at('security-corrected', page)
  await page.getByLabel('Code from your phone').fill(await codeOf(secret))
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByText('Signing in asks for a code from now on.').waitFor()
  await at('security-on', page)
  await reader.givePassword()
  await page.getByRole('button', { name: 'New backup codes' }).click()
  await page.getByRole('heading', { name: 'Backup codes' }).waitFor()
  await at('security-codes', page)
  return secret
}
