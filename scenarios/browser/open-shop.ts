import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@octavo/database/free-port'
import { startShop } from '@octavo/run'
import type { Stage } from '../visitor.ts'

/** A demo shop with its pages, in a folder and on a port of its own. */
export async function openShop(): Promise<Stage & { close(): Promise<void> }> {
  const home = await mkdtemp(join(tmpdir(), 'octavo-browser-'))
  const operatorToken = randomBytes(24).toString('hex')
  const port = await freePort(join(home, 'port'))
  const shop = await startShop({ environment: { OCTAVO_HOME: join(home, 'shop'), PORT: String(port), OCTAVO_OPERATOR_TOKEN: operatorToken, OCTAVO_RATE_LIMITS: 'off', OCTAVO_LOG_LEVEL: 'error' } })
  return {
    url: shop.url,
    operatorToken,
    async close() {
      await shop.stop()
      await rm(home, { recursive: true, force: true })
    },
  }
}
