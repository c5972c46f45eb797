import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openChromium } from './chromium.ts'
import { openShop, type BrowserShop } from './open-shop.ts'
import { Reader } from './reader.ts'

interface Manifest { readonly start_url: string; readonly lang: string; readonly display: string; readonly icons: readonly { readonly src: string; readonly sizes: string; readonly purpose: string }[] }

describe('the installed shop', () => {
  let shop: BrowserShop
  let browser: Browser
  before(async () => {
    shop = await openShop()
    browser = await openChromium()
  })
  after(async () => {
    await browser?.close()
    await shop?.close()
  })

  /** The shop with its service worker at work. */
  const installed = async (path = '/') => {
    const reader = await Reader.arrive(browser, shop.url)
    await reader.go(path)
    await reader.page.evaluate(async () => { await navigator.serviceWorker.ready })
    return reader
  }

  test('is one that browsers offer to keep, with icons of the sizes they ask for', async () => {
    const reader = await installed('/?market=de')
    const address = await reader.page.locator('link[rel=manifest]').getAttribute('href')
    const answer = await fetch(new URL(address ?? '', shop.url))
    assert.equal(answer.headers.get('content-type'), 'application/manifest+json')
    const manifest = (await answer.json()) as Manifest
    assert.deepEqual([manifest.start_url, manifest.lang, manifest.display], ['/?market=de', 'de-DE', 'standalone'])
    for (const { src, sizes } of manifest.icons) assert.equal(await sizeOf(new URL(src, shop.url)), sizes, src)
    assert.ok(manifest.icons.some(({ purpose }) => purpose === 'maskable'))
    const devtools = await reader.context.newCDPSession(reader.page)
    const { errors } = await devtools.send('Page.getAppManifest')
    assert.deepEqual(errors, [])
    await reader.leave()
  })

  test('opens its offline page when nothing answers, in the language of the market, and the page asked for when the network is back', async () => {
    const reader = await installed()
    const { page, context } = reader
    await context.setOffline(true)
    await reader.go('/')
    await page.getByRole('heading', { level: 1, name: 'The line is dead.' }).waitFor()
    assert.match(await page.evaluate(() => getComputedStyle(document.querySelector('h1') as Element).fontFamily), /^"?Literata/, 'it has its style')
    await reader.go('/books?market=de')
    await page.getByRole('heading', { level: 1, name: 'Die Leitung ist tot.' }).waitFor()
    await context.setOffline(false)
    await page.getByRole('link', { name: 'Noch einmal versuchen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Alle Bücher' }).waitFor()
    await context.close()
  })

  test('keeps no page that was looked at, and nothing of anybody’s own', async () => {
    const reader = await installed()
    for (const path of ['/', '/cart', '/orders', '/sign-in', '/books']) await reader.go(path)
    const kept = await keptBy(reader.page)
    assert.ok(kept.length > 3)
    assert.deepEqual(kept.filter((path) => !/^\/(offline(\?market=\w+)?|_astro\/[\w.-]+\.(css|js|woff2)|logo\.svg)$/.test(path)), [])
    await reader.leave()
  })
})

/** Path and query of everything in the browser's caches. */
const keptBy = (page: Page): Promise<string[]> => page.evaluate(async () => {
  const found: string[] = []
  for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) found.push(url.slice(new URL(url).origin.length))
  return found
})

/** Of a PNG, as its head says. */
async function sizeOf(url: URL): Promise<string> {
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
  assert.equal(bytes.toString('latin1', 1, 4), 'PNG', url.pathname)
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`
}
