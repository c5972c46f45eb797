import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { openChromium } from './browser/chromium.ts'
import { desk, deskTour } from './browser/desk-tour.ts'
import { openShop } from './browser/open-shop.ts'
import { OperatorOf } from './browser/operator.ts'
import { Reader } from './browser/reader.ts'
import { tour } from './browser/tour.ts'
import { Documents } from './page-tools/documents.ts'
import { lighthouse } from './page-tools/lighthouse.ts'
import { nuFindings } from './page-tools/nu.ts'

/**
 * `npm run check:pages`: the Nu HTML checker on every page a reader is led past, Lighthouse on those in `judged`. Both tools bring many
 * packages, so they are installed here and only when asked for. Needs Java. Performance depends on what else the machine does: its
 * figure is told and fails nothing. `--only nu` leaves Lighthouse out, `--short` asks it about one page of each kind alone.
 */
const tools = fileURLToPath(new URL('../checks/pages', import.meta.url))
const { values: { only, short = false } } = parseArgs({ options: { only: { type: 'string' }, short: { type: 'boolean' } } })
const listed = ['performance', 'accessibility', 'best-practices', 'seo']
/** Nobody's search engine is led here. */
const own = ['accessibility', 'best-practices']
const oneOfEach: Readonly<Record<string, readonly string[]>> = { 'home': listed, 'section': listed, 'book-german': listed, 'search': own, 'basket': own, 'checkout-payment': own, 'order-dispatched': own, 'account': own, 'desk-orders': own, 'desk-order': own }
/** All but those that answer a form or a wrong address: asked for again, they would be others. */
const all: Readonly<Record<string, readonly string[]>> = {
  ...oneOfEach,
  'home-german': listed, 'all-books': listed, 'book': listed, 'contributor': listed, 'series': listed, 'subject': listed, 'book-long': listed, 'goods-colours': listed,
  'search-corrected': own, 'search-nothing': own, 'basket-empty': own, 'checkout-address': own, 'invoice': own, 'orders': own, 'outbox': own, 'mail': own, 'account-new': own, 'security': own, 'checkout-customer': own, 'order-delivered': own, 'orders-several': own, 'sign-in': own, 'sign-in-code': own, 'sign-up': own, 'reset': own, 'offline': own,
}
const judged = short ? oneOfEach : all
/** The back office's pages are all its own, and one document, whose rest is made in the browser. */
const categoriesOf = (name: string): readonly string[] | undefined => judged[name] ?? (!short && name.startsWith('desk-') ? own : undefined)

let [passed, failed] = [0, 0]
const result = (good: boolean, words: string, more: readonly string[] = []): void => {
  console.log(`${good ? '✓' : '✗'} ${words}${more.map((line) => `\n    ${line}`).join('')}`)
  if (good) passed += 1
  else failed += 1
}

if (!existsSync(join(tools, 'node_modules'))) spawnSync('npm', ['ci', '--prefix', tools, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: 'inherit' })
const folder = await mkdtemp(join(tmpdir(), 'octavo-pages-'))
const shop = await openShop()
const browser = await openChromium()
try {
  const reader = await Reader.arrive(browser, shop.url)
  const documents = new Documents(reader.page, shop.url)
  const files: string[] = []
  const judge = async (name: string, page: Page): Promise<void> => {
    const categories = categoriesOf(name)
    if (!categories || only === 'nu') return
    const cookie = (await page.context().cookies(page.url())).map(({ name, value }) => `${name}=${value}`).join('; ')
    const { scores, missed } = await lighthouse(tools, page.url(), categories, cookie)
    result(missed.length === 0, `${name}: ${Object.entries(scores).map(([category, score]) => `${category} ${Math.round(score * 100)}`).join(', ')}`, missed)
  }
  await tour(shop, reader, async (name, page) => {
    if (page.url().startsWith(shop.url)) files.push(await documents.keep(folder, name))
    await judge(name, page)
  })
  await reader.leave()
  await new OperatorOf(shop).openDesk(desk)
  const operator = await Reader.arrive(browser, shop.url)
  const deskDocuments = new Documents(operator.page, shop.url)
  await deskTour(shop, operator, async (name, page) => {
    if (name === 'desk-sign-in') files.push(await deskDocuments.keep(folder, name))
    await judge(name, page)
  })
  await operator.leave()
  const findings = await nuFindings(tools, files)
  result(findings.length === 0, `${files.length} pages, ${findings.length} findings of the Nu HTML checker`, findings)
} finally {
  await browser.close()
  await shop.close()
  await rm(folder, { recursive: true, force: true })
}
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
