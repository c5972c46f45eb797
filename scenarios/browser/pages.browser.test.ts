import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { after, before, describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { Visitor, type Stage } from '../visitor.ts'
import { openChromium } from './chromium.ts'
import { openShop, type BrowserShop } from './open-shop.ts'
import { Reader } from './reader.ts'
import { tour } from './tour.ts'

const sizes = [{ name: 'wide, in the light', width: 1280, height: 900, colorScheme: 'light' }, { name: 'narrow, in the dark', width: 390, height: 844, colorScheme: 'dark' }] as const
/** Where no stand-in for a face is installed, its arrival moves a line by a pixel or two; a tenth is where people begin to mind. */
const mostMoved = 0.01
const mostScriptBytes = 30 * 1024
const mostPageBytes = 100 * 1024
const mostFontBytes = 160 * 1024

describe('every page', () => {
  let shop: BrowserShop
  let browser: Browser
  let axe: string

  before(async () => {
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    shop = await openShop()
    browser = await openChromium()
  })
  after(async () => {
    await browser?.close()
    await shop?.close()
  })

  for (const { name, width, height, colorScheme } of sizes) {
    test(`${name}: nothing for axe to find, nothing jumps while it loads, nothing sticks out at the side`, async () => {
      const reader = await Reader.arrive(browser, shop.url, { viewport: { width, height }, colorScheme })
      await reader.context.addInitScript(() => {
        const seen = { moved: 0 }
        Object.assign(window, { seen })
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) if (!entry.hadRecentInput) seen.moved += entry.value
        }).observe({ type: 'layout-shift', buffered: true })
      })
      const wrong: string[] = []
      await tour(shop, reader, async (where, page) => {
        for (const finding of await findings(page, axe)) wrong.push(`${where}: ${finding}`)
        const { moved, outside } = await page.evaluate(() => ({ moved: (window as unknown as { seen: { moved: number } }).seen.moved, outside: document.documentElement.scrollWidth - document.documentElement.clientWidth }))
        if (moved > mostMoved) wrong.push(`${where}: the layout moves by ${moved.toFixed(4)}`)
        if (outside > 0) wrong.push(`${where}: ${outside} pixels stick out`)
      })
      assert.deepEqual(wrong, [])
      await reader.leave()
    })
  }

  test('a book’s page brings little script', async () => {
    const reader = await Reader.arrive(browser, shop.url)
    const scripts: Promise<Buffer>[] = []
    reader.page.on('response', (answer) => { if (answer.request().resourceType() === 'script') scripts.push(answer.body()) })
    await reader.go('/')
    await reader.page.locator('.shelf h3 a').first().click()
    await reader.page.getByRole('button', { name: /^Add to basket/ }).first().waitFor()
    await reader.page.waitForLoadState('load')
    const bytes = (await Promise.all(scripts)).reduce((sum, body) => sum + gzipSync(body).length, 0)
    assert.ok(bytes > 0 && bytes <= mostScriptBytes, `${bytes} bytes of script`)
    await reader.leave()
  })

  test('a first visit is light, to the front table and to a book', async () => {
    for (const path of ['/', `/b/${await firstBook(shop)}`]) {
      const reader = await Reader.arrive(browser, shop.url)
      const loaded: Promise<{ kind: string; bytes: number }>[] = []
      reader.page.on('requestfinished', (request) => loaded.push(request.sizes().then(({ responseBodySize }) => ({ kind: request.resourceType(), bytes: responseBodySize }))))
      await reader.go(path)
      await reader.page.evaluate(() => document.fonts.ready)
      const sum = (of: (kind: string) => boolean) => Promise.all(loaded).then((all) => all.filter(({ kind }) => of(kind)).reduce((total, { bytes }) => total + bytes, 0))
      const [page, fonts] = [await sum((kind) => kind !== 'font' && kind !== 'image'), await sum((kind) => kind === 'font')]
      assert.ok(page > 0 && page <= mostPageBytes, `${path}: ${page} bytes without fonts and pictures`)
      assert.ok(fonts > 0 && fonts <= mostFontBytes, `${path}: ${fonts} bytes of fonts`)
      await reader.leave()
    }
  })

  test('search engines are told what a book’s page is, and where everything stands', async () => {
    const reader = await Reader.arrive(browser, shop.url)
    await reader.go('/')
    await reader.page.locator('.shelf h3 a').first().click()
    await reader.page.getByRole('button', { name: /^Add to basket/ }).first().waitFor()
    const { pathname } = new URL(reader.page.url())
    assert.equal(new URL((await reader.page.locator('link[rel=canonical]').getAttribute('href')) ?? '').pathname, pathname)
    const kinds = (await reader.page.locator('script[type="application/ld+json"]').allTextContents()).map((text) => JSON.parse(text) as { '@type': unknown; offers?: unknown[] })
    assert.deepEqual(kinds.map((each) => each['@type']), [['Book', 'Product'], 'BreadcrumbList'])
    assert.ok((kinds[0]?.offers?.length ?? 0) > 0)
    const picture = new URL((await reader.page.locator('meta[property="og:image"]').getAttribute('content')) ?? '')
    const drawn = await fetch(picture)
    const png = Buffer.from(await drawn.arrayBuffer())
    assert.deepEqual([drawn.status, drawn.headers.get('content-type'), png.readUInt32BE(16), png.readUInt32BE(20)], [200, 'image/png', 1200, 630])
    assert.match(drawn.headers.get('cache-control') ?? '', /immutable/)
    const older = await fetch(new URL(picture.pathname.replace(/\.\w{12}\.png$/, '.000000000000.png'), shop.url), { redirect: 'manual' })
    assert.deepEqual([older.status, new URL(older.headers.get('location') ?? '', shop.url).pathname], [302, picture.pathname])
    const index = await (await fetch(new URL('/sitemap.xml', shop.url))).text()
    const maps = await Promise.all([...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(async ([, url = '']) => (await fetch(url)).text()))
    assert.ok(maps.some((map) => map.includes(`${pathname}</loc>`)), 'the book is on a site map')
    assert.match(await (await fetch(new URL('/robots.txt', shop.url))).text(), /Disallow: \/checkout[\s\S]+Sitemap: http/)
    await reader.leave()
  })
})

async function firstBook(stage: Stage): Promise<string> {
  const { items: [first] } = await new Visitor(stage).want<{ items: { handle: string }[] }>(200, 'GET', '/api/products?limit=1')
  return first?.handle ?? assert.fail('the shop has goods')
}

/** What axe finds on a page, each with the element it finds it at. Frames are other companies' pages, or mails. */
async function findings(page: Page, axe: string): Promise<string[]> {
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() => (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({ iframes: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id} at ${html.slice(0, 160)}: ${(failureSummary ?? '').replaceAll(/\s+/g, ' ').slice(0, 200)}`))
}
