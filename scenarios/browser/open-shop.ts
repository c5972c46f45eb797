import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testCarrier, type TestCarrier } from '@octavo/carrier/testing'
import { freePort } from '@octavo/database/free-port'
import { startShop } from '@octavo/run'
import type { Stage } from '../visitor.ts'

/** A demo shop in front of which somebody sits, and a carrier whose parcels move when they are told to. */
export interface BrowserShop extends Stage {
  readonly carrier: Pick<TestCarrier, 'move'>
  close(): Promise<void>
}

/** A demo shop with its pages, in a folder and on a port of its own. */
export async function openShop(): Promise<BrowserShop> {
  const home = await mkdtemp(join(tmpdir(), 'octavo-browser-'))
  const operatorToken = randomBytes(24).toString('hex')
  const port = await freePort(join(home, 'port'))
  const webhook = { url: `http://127.0.0.1:${port}/api/webhooks/carrier`, secret: randomBytes(24).toString('hex') }
  const carrier = await testCarrier({ webhook })
  const shop = await startShop({ environment: {
    OCTAVO_HOME: join(home, 'shop'), PORT: String(port), OCTAVO_OPERATOR_TOKEN: operatorToken, OCTAVO_RATE_LIMITS: 'off', OCTAVO_LOG_LEVEL: 'error',
    OCTAVO_CARRIER_URL: carrier.url, OCTAVO_CARRIER_KEY: carrier.key, OCTAVO_CARRIER_WEBHOOK_SECRET: webhook.secret,
  } })
  return {
    url: shop.url, operatorToken, carrier,
    async close() {
      await shop.stop()
      await carrier.stop()
      await rm(home, { recursive: true, force: true })
    },
  }
}
