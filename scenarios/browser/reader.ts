import assert from 'node:assert/strict'
import type { Browser, BrowserContext, BrowserContextOptions, FrameLocator, Locator, Page } from 'playwright-core'

export const cards = { good: '4242424242424242', declined: '4000000000000002', noMoney: '4000000000009995', expired: '4000000000000069', wrongCode: '4000000000000127', asksBank: '4000002760003184' } as const

/** Of whoever opens an account. */
export const password = 'a sentence about weather'
const address = { name: 'Ada Reader', line1: '1 Library Lane', city: 'London', postalCode: 'N1 9GU' }

/**
 * Somebody in front of a browser of their own. What a page does wrong behind their back is noted: errors in the console, violations of
 * the policy, answers of 500 and more, the shop's own files that are not there.
 */
export class Reader {
  readonly context: BrowserContext
  readonly page: Page
  readonly #shop: string
  readonly #wrong: string[] = []
  readonly #expected = new Set<number>()

  private constructor(context: BrowserContext, page: Page, shop: string) {
    this.context = context
    this.page = page
    this.#shop = shop
    context.on('page', (other) => this.#watch(other))
    this.#watch(page)
  }

  static async arrive(browser: Browser, shop: string, options: BrowserContextOptions = {}): Promise<Reader> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', ...options })
    context.setDefaultTimeout(20_000)
    return new Reader(context, await context.newPage(), shop)
  }

  /** Leaves, and fails the story when anything went wrong on the way. */
  async leave(): Promise<void> {
    await this.context.close()
    assert.deepEqual(this.#wrong, [])
  }

  #watch(page: Page): void {
    page.on('console', (said) => {
      // A form sent back with corrections is a page with status 422, which the console counts as a failure to load.
      if (said.type() === 'error' && !said.text().startsWith('Failed to load resource')) this.#wrong.push(`${page.url()}: ${said.text()}`)
    })
    page.on('pageerror', (error) => {
      // A page that is left while it comes in has no transition; the browser says so, and nobody misses it.
      if (!error.message.startsWith('Transition was ')) this.#wrong.push(`${page.url()}: ${error.message}`)
    })
    page.on('response', (answer) => {
      const file = answer.url().startsWith(this.#shop) && !answer.request().isNavigationRequest()
      if (answer.status() >= (file ? 400 : 500) && !this.#expected.has(answer.status())) this.#wrong.push(`${page.url()}: ${answer.status()} from ${answer.url()}`)
    })
  }

  /** A refusal that belongs to the story. */
  expects(status: number): void {
    this.#expected.add(status)
  }

  async go(path: string): Promise<void> {
    await this.page.goto(new URL(path, this.#shop).href)
  }

  /** Opens a book's page and puts the edition that is chosen there into the basket. */
  async putInBasket(handle: string): Promise<void> {
    await this.go(`/b/${handle}`)
    await this.page.getByRole('button', { name: /^Add to basket/ }).first().click()
    await this.page.getByText('It is in the basket.').waitFor()
  }

  async toCheckout(): Promise<void> {
    await this.page.getByRole('button', { name: 'Go to checkout' }).or(this.page.getByRole('link', { name: 'Go to checkout' })).click()
    await this.page.getByRole('heading', { level: 1, name: 'Checkout' }).waitFor()
  }

  async giveAddress(email = 'ada@reader.example'): Promise<void> {
    await this.page.getByLabel('Email, for the receipt').fill(email)
    await this.fillAddress()
    await this.page.getByRole('button', { name: 'On to delivery' }).click()
    await this.page.getByRole('heading', { name: 'How will you pay?' }).waitFor()
  }

  async fillAddress(): Promise<void> {
    await this.page.getByLabel('Name', { exact: true }).fill(address.name)
    await this.page.getByLabel('Address', { exact: true }).fill(address.line1)
    await this.page.getByLabel('Town').fill(address.city)
    await this.page.getByLabel('Postcode').fill(address.postalCode)
  }

  /** Opens an account and stands on its page. */
  async signUp(email: string): Promise<void> {
    await this.go('/sign-up')
    await this.page.getByLabel('Name').fill(address.name)
    await this.page.getByLabel('Email').fill(email)
    await this.givePassword()
    await this.page.getByRole('button', { name: 'Open an account' }).click()
    await this.page.getByRole('heading', { level: 1, name: address.name }).waitFor()
  }

  async signIn(email: string): Promise<void> {
    await this.go('/sign-in')
    await this.page.getByLabel('Email').fill(email)
    await this.givePassword()
    await this.page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  }

  givePassword(): Promise<void> {
    return this.page.getByLabel('Password', { exact: true }).fill(password)
  }

  async giveCard(number: string): Promise<void> {
    await typeCard(this.page.frameLocator('iframe[title^="Card number"]'), number)
  }

  pay(): Promise<void> {
    return this.payButton.click()
  }

  get payButton(): Locator {
    return this.page.getByRole('button', { name: /^Pay / })
  }

  /** The order whose page is open. */
  get orderId(): string {
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? assert.fail('no order is open')
  }

  /** The number of the order whose page follows by itself after paying. */
  async seesOrder(): Promise<string> {
    await this.page.waitForURL(/\/orders\/ord/)
    const said = await this.page.getByText(/^Order [A-Z0-9-]+, placed/).innerText()
    return /^Order ([A-Z0-9-]+),/.exec(said)?.[1] ?? assert.fail(said)
  }

  /** Opens the newest mail to somebody in the shop's outbox and gives its frame. */
  async openMail(to: string, subject: RegExp): Promise<FrameLocator> {
    const entry = this.page.getByRole('listitem').filter({ hasText: to }).filter({ hasText: subject }).getByRole('link')
    // A mail is written after the fact it tells of: the list is looked at until it is there.
    for (let looks = 0; looks < 50; looks++) {
      await this.go('/outbox')
      if (await entry.first().waitFor({ timeout: 400 }).then(() => true, () => false)) break
    }
    await entry.first().click()
    return this.page.frameLocator('iframe[title="The mail"]')
  }
}

/** Types a card where it is asked for: in the frame, or on the card network's own page. */
export async function typeCard(place: Page | FrameLocator, number: string): Promise<void> {
  await place.getByLabel('Card number').fill(number)
  await place.getByLabel('Expires, month and year').fill('12 / 40')
  await place.getByLabel('Security code').fill('123')
}
