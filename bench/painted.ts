import { chromium } from 'playwright-core'
import { chromiumPath } from './config.ts'

export interface Painted {
  /** Until the largest thing stood on the page, from the click on. */
  readonly largestPaintMs: number
  /** How far what was painted moved, as browsers count it. */
  readonly layoutShift: number
}

/** A middling telephone on a slow mobile network, as Lighthouse plays it: 150 ms there and back, 1.6 Mbit/s, a processor a quarter as fast. */
const telephone = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true } as const
const network = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 } as const
const slowdown = 4

/** First visits to a page, each with an empty cache; the median by largest paint. */
export async function painted(url: string, visits: number): Promise<Painted> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
  try {
    const all: Painted[] = []
    for (let visit = 0; visit < visits; visit++) {
      const context = await browser.newContext(telephone)
      const page = await context.newPage()
      const devtools = await context.newCDPSession(page)
      await devtools.send('Network.enable')
      await devtools.send('Network.emulateNetworkConditions', network)
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
      await page.addInitScript(() => {
        const seen = { largestPaintMs: 0, layoutShift: 0 }
        Object.assign(window, { seen })
        new PerformanceObserver((list) => { for (const { startTime } of list.getEntries()) seen.largestPaintMs = startTime }).observe({ type: 'largest-contentful-paint', buffered: true })
        new PerformanceObserver((list) => { for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) seen.layoutShift += entry.value }).observe({ type: 'layout-shift', buffered: true })
      })
      await page.goto(url, { waitUntil: 'networkidle' })
      all.push(await page.evaluate(() => (window as unknown as { seen: Painted }).seen))
      await context.close()
    }
    return all.toSorted((a, b) => a.largestPaintMs - b.largestPaintMs)[Math.floor(all.length / 2)] as Painted
  } finally {
    await browser.close()
  }
}
