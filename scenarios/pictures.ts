import { mkdir, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { BrowserContextOptions, Page } from 'playwright-core'
import sharp from 'sharp'
import { openChromium } from './browser/chromium.ts'
import { desk, deskTour } from './browser/desk-tour.ts'
import { openShop } from './browser/open-shop.ts'
import { OperatorOf } from './browser/operator.ts'
import { Reader } from './browser/reader.ts'
import { tour } from './browser/tour.ts'

/**
 * `npm run pictures`: opens a demo shop, walks past its pages and makes every page's picture, wide and narrow, in the light and in the
 * dark, into `docs/pictures/pages`, and those that the README shows beside it. `--to FOLDER` puts them elsewhere.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const { values: { to = join(root, 'docs', 'pictures') } } = parseArgs({ options: { to: { type: 'string' } } })

const sizes = [{ width: 1280, height: 900 }, { width: 390, height: 844 }] as const
const schemes = ['light', 'dark'] as const
/** What the README shows, as it stands on a screen. */
const shown = ['home-1280-light', 'book-1280-light', 'search-1280-light']
/** A page longer than this shows nothing new. */
const longest = 3200

await rm(join(to, 'pages'), { recursive: true, force: true })
await mkdir(join(to, 'pages'), { recursive: true })
const shop = await openShop()
const browser = await openChromium()
try {
  await new OperatorOf(shop).openDesk(desk)
  for (const viewport of sizes) for (const colorScheme of schemes) {
    const reader = await arrive({ viewport, colorScheme, reducedMotion: 'reduce' })
    const keep = (name: string, page: Page) => picture(`${name}-${viewport.width}-${colorScheme}`, page)
    await tour(shop, reader, keep)
    await reader.leave()
    const operator = await arrive({ viewport, colorScheme, reducedMotion: 'reduce' })
    await deskTour(shop, operator, keep)
    await operator.leave()
  }
} finally {
  await browser.close()
  await shop.close()
}

/** With the faces there: one that comes late for a first page is for the next. */
async function arrive(options: BrowserContextOptions): Promise<Reader> {
  const reader = await Reader.arrive(browser, shop.url, options)
  await reader.go('/')
  await reader.page.evaluate(() => document.fonts.ready)
  return reader
}

async function picture(name: string, page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  if (shown.includes(name)) await page.screenshot({ path: join(to, `${name.replace(/-\d+-\w+$/, '')}.png`) })
  const path = join(to, 'pages', `${name}.webp`)
  await sharp(await wholePage(page)).webp({ quality: 40, effort: 4 }).toFile(path)
  console.log(relative(process.cwd(), path))
}

/** As far as is drawn at all: on a screen as tall as the page is once everything on it was laid out. */
async function wholePage(page: Page): Promise<Buffer> {
  const { width, height } = page.viewportSize() ?? sizes[0]
  for (let tall = height, before = 0; tall !== before;) {
    before = tall
    await page.setViewportSize({ width, height: tall })
    tall = Math.min(longest, await page.evaluate(() => new Promise<number>((laidOut) => { requestAnimationFrame(() => requestAnimationFrame(() => laidOut(document.documentElement.scrollHeight))) })))
  }
  const picture = await page.screenshot()
  await page.setViewportSize({ width, height })
  return picture
}
