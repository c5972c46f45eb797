import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { eventually } from '../eventually.ts'
import { Visitor } from '../visitor.ts'
import { openChromium } from './chromium.ts'
import { openShop, type BrowserShop } from './open-shop.ts'
import { cards, Reader } from './reader.ts'

describe('searching in a browser', () => {
  let shop: BrowserShop
  let browser: Browser

  before(async () => {
    shop = await openShop()
    browser = await openChromium()
    const visitor = new Visitor(shop)
    await eventually(() => visitor.want<{ total: { value: number } }>(200, 'GET', '/api/search?q=moby'), ({ total }) => total.value > 0)
  })
  after(async () => {
    await browser?.close()
    await shop?.close()
  })

  const arrives = (options?: Parameters<typeof Reader.arrive>[2]) => Reader.arrive(browser, shop.url, options)

  test('somebody misspells an author, is corrected, narrows to a paperback and buys what was found', async () => {
    const reader = await arrives()
    const { page } = reader
    await reader.go('/')
    await page.getByRole('combobox', { name: 'Search the shop' }).fill('melvlle under £20')
    await page.keyboard.press('Enter')
    await page.getByText('Did you really mean').waitFor()
    await page.getByRole('link', { name: /^Remove Up to £20/ }).waitFor()
    await page.getByRole('form', { name: 'Narrow the shelf' }).getByLabel(/^Paperback/).check()
    await page.waitForURL(/format=paperback/)
    await page.getByRole('link', { name: 'Remove Paperback' }).waitFor()
    await page.getByRole('link', { name: /Moby-Dick/ }).first().click()
    await page.waitForURL(/\/b\/moby-dick\?variant=/)
    await page.getByRole('button', { name: /^Add to basket/ }).first().click()
    await reader.toCheckout()
    await reader.giveAddress()
    await reader.giveCard(cards.good)
    await reader.pay()
    assert.match(await reader.seesOrder(), /^[A-Z0-9]{4}-[A-Z0-9]{4}$/)
    await reader.leave()
  })

  test('suggestions come as one types, and the keyboard takes one', async () => {
    const reader = await arrives()
    const { page } = reader
    await reader.go('/')
    const box = page.getByRole('combobox', { name: 'Search the shop' })
    await box.pressSequentially('moby')
    await page.getByRole('option', { name: /Moby-Dick/ }).waitFor()
    assert.equal(await box.getAttribute('aria-expanded'), 'true')
    await page.keyboard.press('ArrowDown')
    const active = await box.getAttribute('aria-activedescendant')
    assert.equal(await page.locator(`#${active}`).getAttribute('aria-selected'), 'true')
    await page.keyboard.press('Escape')
    assert.equal(await box.getAttribute('aria-expanded'), 'false')
    await page.keyboard.press('ArrowDown')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/b\/moby-dick/)
    await reader.leave()
  })

  test('without scripts it is a form: words, a facet and a button', async () => {
    const reader = await arrives({ javaScriptEnabled: false })
    const { page } = reader
    await reader.go('/')
    await page.getByLabel('Search the shop').fill('austen')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('form', { name: 'Narrow the shelf' }).getByLabel(/^Hardback/).check()
    await page.getByRole('button', { name: 'Narrow', exact: true }).click()
    await page.waitForURL(/q=austen.*format=hardback/)
    await page.getByRole('link', { name: 'Remove Hardback' }).click()
    await page.waitForURL((url) => !url.search.includes('hardback'))
    await reader.leave()
  })

  test('what finds nothing says so, shows what others read, and keeps what was typed', async () => {
    const reader = await arrives({ viewport: { width: 390, height: 844 } })
    const { page } = reader
    await reader.go('/search?q=xyzzyq')
    await page.getByText('We have nothing for “xyzzyq”').waitFor()
    assert.equal(await page.getByRole('combobox', { name: 'Search the shop' }).inputValue(), 'xyzzyq')
    assert.ok(await page.locator('li.row').count() > 3)
    await reader.leave()
  })

  interface Logged { readonly query: { readonly user_query: string; readonly client_id?: string }; readonly events: readonly { readonly action_name: string; readonly event_attributes: { readonly position: { readonly ordinal: number } } }[] }
  /** What the shop has noted of a query. */
  async function logged(words: string): Promise<Logged | undefined> {
    const answer = await fetch(`${shop.url}/api/operator/search/log?limit=1000`, { headers: { authorization: `Bearer ${shop.operatorToken}` } })
    return ((await answer.json()) as { items: Logged[] }).items.find(({ query }) => query.user_query === words)
  }
  const userAgent = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'

  test('of somebody who agrees it is noted what they saw, opened, took and bought; taken back, it is gone', async () => {
    const reader = await arrives({ userAgent })
    const { page } = reader
    await reader.go('/search?q=sherlock')
    await page.getByRole('button', { name: 'You may' }).click()
    await page.waitForURL(/q=sherlock/)
    assert.equal(await page.getByRole('button', { name: 'You may' }).count(), 0)
    assert.deepEqual((await reader.context.cookies()).map(({ name, httpOnly }) => [name, httpOnly]), [['octavo_insight', true]])
    await reader.go('/search?q=the+adventures+of+sherlock')
    await page.getByRole('link', { name: /Sherlock/ }).first().click()
    await page.getByRole('button', { name: /^Add to basket/ }).first().click()
    await reader.toCheckout()
    await reader.giveAddress()
    await reader.giveCard(cards.good)
    await reader.pay()
    await reader.seesOrder()
    const actions = (found: Logged | undefined) => [...new Set(found?.events.map(({ action_name }) => action_name))].sort()
    const seen = await eventually(() => logged('the adventures of sherlock'), (found) => actions(found).includes('purchase'))
    assert.deepEqual(actions(seen), ['add_to_cart', 'click', 'impression', 'purchase'])
    assert.ok(seen?.events.every(({ event_attributes: { position } }) => position.ordinal >= 1))
    assert.match(seen?.query.client_id ?? '', /^cli_/)
    await reader.go('/privacy')
    await page.getByRole('button', { name: 'Take it back, and delete what was noted' }).click()
    await page.getByText('You have not said that we may, so we do not.').waitFor()
    const left = await logged('the adventures of sherlock')
    assert.deepEqual([left?.events, left?.query.client_id], [[], undefined])
    await reader.leave()
  })

  test('of somebody who does not, and of a browser that objects, nothing is noted but the words', async () => {
    const reader = await arrives({ userAgent })
    await reader.go('/search?q=moby+dick')
    await reader.page.getByRole('button', { name: 'Please do not' }).click()
    await reader.page.waitForURL(/q=moby/)
    assert.equal(await reader.page.getByRole('button', { name: 'You may' }).count(), 0)
    await reader.page.getByRole('link', { name: /Moby-Dick/ }).first().click()
    await reader.page.waitForURL(/\/b\//)
    const found = await eventually(() => logged('moby dick'), (one) => one !== undefined)
    assert.deepEqual([found?.query.client_id, found?.events], [undefined, []])
    await reader.leave()
    const objecting = await arrives({ userAgent, extraHTTPHeaders: { 'sec-gpc': '1' } })
    await objecting.go('/search?q=moby')
    assert.equal(await objecting.page.getByRole('button', { name: 'You may' }).count(), 0)
    await objecting.leave()
  })

  test('a section is narrowed as a search is, by keyboard; what is chosen can be put down, and no search engine lists it', async () => {
    const reader = await arrives()
    const { page } = reader
    await reader.go('/c/fiction')
    assert.equal(await page.locator('meta[name="robots"]').count(), 0)
    const narrow = page.getByRole('form', { name: 'Narrow the shelf' })
    const ebooks = narrow.getByLabel(/^E-book/)
    const told = Number((await narrow.locator('label').filter({ hasText: /^E-book/ }).locator('.n').textContent()) ?? '')
    await ebooks.focus()
    await page.keyboard.press('Space')
    await page.waitForURL(/\/c\/fiction\?.*format=ebook/)
    await page.getByText(`${told} found`).first().waitFor()
    assert.equal(await page.locator('meta[name="robots"]').getAttribute('content'), 'noindex')
    await page.getByRole('link', { name: 'title', exact: true }).click()
    await page.waitForURL(/format=ebook.*sort=title|sort=title.*format=ebook/)
    await page.getByRole('link', { name: /the following page/ }).click()
    await page.waitForURL(/cursor=/)
    await page.getByRole('link', { name: 'Remove E-book' }).click()
    await page.waitForURL((url) => url.pathname === '/c/fiction' && !url.search.includes('ebook'))
    await reader.go('/c/fiction?format=ebook&series=nothing-is-like-that')
    await page.getByText('one choice fewer').waitFor()
    await page.getByRole('link', { name: 'Remove Series: nothing-is-like-that' }).click()
    await page.getByRole('link', { name: 'Remove E-book' }).waitFor()
    await reader.leave()
    const plain = await arrives({ javaScriptEnabled: false })
    await plain.go('/c/fiction')
    await plain.page.getByRole('form', { name: 'Narrow the shelf' }).getByLabel(/^Hardback/).check()
    await plain.page.getByRole('form', { name: 'Narrow the shelf' }).getByRole('button', { name: 'Narrow' }).click()
    await plain.page.waitForURL(/\/c\/fiction\?format=hardback/)
    await plain.page.getByRole('link', { name: 'Remove Hardback' }).waitFor()
    await plain.leave()
  })

  test('every shelf is narrowed as a section is: all books, those of somebody, of a series, of a subject', async () => {
    const reader = await arrives()
    const { page } = reader
    const narrow = page.getByRole('form', { name: 'Narrow the shelf' })
    const product = async () => (await fetch(`${shop.url}/api/products/moby-dick`)).json() as Promise<{ subjects: { handle?: string }[] }>
    const subject = (await product()).subjects.find(({ handle }) => handle !== undefined)?.handle ?? ''
    for (const path of ['/books', '/contributors/charles-dickens', '/series/sherlock-holmes', `/subjects/${subject}`]) {
      await reader.go(path)
      const choice = narrow.locator('label').filter({ has: page.locator('input[name="format"]') }).first()
      const told = Number((await choice.locator('.n').textContent()) ?? '')
      await choice.locator('input').check()
      await page.waitForURL((url) => url.pathname === path && url.searchParams.has('format'))
      await page.getByText(new RegExp(`^${told === 1 ? 'One' : told} found$`)).first().waitFor()
      assert.equal(await page.locator('meta[name="robots"]').getAttribute('content'), 'noindex')
      assert.equal(await page.locator('.shelf li').count(), Math.min(told, 24), path)
      assert.equal(await narrow.getByRole('group', { name: path.startsWith('/contributors') ? 'By' : path.startsWith('/series') ? 'Series' : 'nothing', exact: true }).count(), 0, 'what the shelf itself is cannot be chosen')
    }
    await reader.leave()
  })

  test('on a telephone the facets are a sheet: choices are gathered, Escape puts it away, and the focus goes back', async () => {
    const reader = await arrives({ viewport: { width: 390, height: 844 } })
    const { page } = reader
    await reader.go('/search?q=the')
    const opener = page.locator('summary').filter({ hasText: 'Narrow the shelf' })
    const sheet = page.getByRole('dialog', { name: 'Narrow the shelf' })
    await opener.click()
    await sheet.waitFor()
    await sheet.getByLabel(/^Paperback/).check()
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'hidden' })
    assert.ok(await opener.evaluate((one) => one === document.activeElement))
    await opener.click()
    assert.equal(await sheet.getByLabel(/^Paperback/).isChecked(), false, 'what was not applied is not chosen')
    await sheet.getByLabel(/^Paperback/).check()
    await sheet.getByLabel(/^English/).check()
    // Nothing behind the sheet is reached by the keyboard.
    for (let pressed = 0; pressed < 40; pressed++) {
      await page.keyboard.press('Tab')
      assert.ok(await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null))
    }
    await sheet.getByRole('button', { name: 'Narrow', exact: true }).click()
    await page.waitForURL(/format=paperback.*language=en|language=en.*format=paperback/)
    await page.getByText('2 chosen').waitFor()
    await reader.leave()
  })

  test('the way back leads to the same place among the results, with what was chosen', async () => {
    for (const viewport of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) {
      const reader = await arrives({ viewport })
      const { page } = reader
      await reader.go('/search?q=the&format=paperback')
      const row = page.locator('li.row').nth(12)
      await row.scrollIntoViewIfNeeded()
      const [title, there] = [await row.locator('h3').textContent(), await page.evaluate(() => window.scrollY)]
      assert.ok(there > 500)
      await row.locator('h3 a').click()
      await page.waitForURL(/\/b\//)
      await page.goBack()
      await page.waitForURL(/\/search\?q=the&format=paperback/)
      await page.waitForFunction((wanted) => Math.abs(window.scrollY - wanted) < 4, there)
      assert.equal(await page.locator('li.row').nth(12).locator('h3').textContent(), title)
      await page.getByRole('link', { name: 'Remove Paperback' }).waitFor()
      await reader.leave()
    }
  })
})
