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
})
