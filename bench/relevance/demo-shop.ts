import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@octavo/database/free-port'
import { startShop } from '@octavo/run'
import type { DemoShop } from './demo-searches.ts'

/** The demo in a folder and on a port of its own while the work lasts. */
export async function withDemo(settings: Readonly<Record<string, string>>, work: (shop: DemoShop) => Promise<void>): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'octavo-demo-searches-'))
  const operatorToken = randomBytes(24).toString('hex')
  const shop = await startShop({ environment: { OCTAVO_HOME: join(home, 'shop'), PORT: String(await freePort(join(home, 'port'))), OCTAVO_OPERATOR_TOKEN: operatorToken, OCTAVO_RATE_LIMITS: 'off', OCTAVO_SEARCH_BUDGET_MS: '20000', OCTAVO_LOG_LEVEL: 'error', ...settings } })
  try {
    await work({ url: shop.url, operatorToken })
  } finally {
    await shop.stop()
    await rm(home, { recursive: true, force: true })
  }
}
