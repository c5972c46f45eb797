import { mkdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openChromium } from './browser/chromium.ts'
import { openShop } from './browser/open-shop.ts'
import { Reader } from './browser/reader.ts'
import { tour } from './browser/tour.ts'

/**
 * `npm run pictures`: opens a demo shop, walks past its pages and makes the pictures that the README shows. With `--all` every page,
 * whole, wide and narrow, in the light and in the dark; `--to FOLDER` puts them elsewhere.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const { values: { to = join(root, 'docs', 'pictures'), all } } = parseArgs({ options: { to: { type: 'string' }, all: { type: 'boolean', default: false } } })

const wide = { width: 1280, height: 900 }
const narrow = { width: 390, height: 844 }
const shown = [
  { ...wide, colorScheme: 'light', pages: ['home', 'book'] },
  { ...narrow, colorScheme: 'dark', pages: ['checkout-payment'] },
] as const
const every = [wide, narrow].flatMap((size) => (['light', 'dark'] as const).map((colorScheme) => ({ ...size, colorScheme, pages: undefined })))

await mkdir(to, { recursive: true })
const shop = await openShop()
const browser = await openChromium()
try {
  for (const { width, height, colorScheme, pages } of all ? every : shown) {
    const reader = await Reader.arrive(browser, shop.url, { viewport: { width, height }, colorScheme })
    await tour(shop, reader, async (name, page) => {
      if (pages && !(pages as readonly string[]).includes(name)) return
      await page.evaluate(() => document.fonts.ready)
      const path = join(to, `${name}${all ? `-${width}-${colorScheme}` : ''}.png`)
      await page.screenshot({ path, fullPage: all })
      console.log(relative(process.cwd(), path))
    })
    await reader.leave()
  }
} finally {
  await browser.close()
  await shop.close()
}
