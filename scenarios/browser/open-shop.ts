import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testCarrier, type TestCarrier } from '@octavo/carrier/testing'
import { freePort } from '@octavo/database/free-port'
import { startShop } from '@octavo/run'
import type { Stage } from '../visitor.ts'

/** A demo shop in front of which somebody sits, and a carrier whose parcels move when they are told to. */
export interface BrowserShop extends Stage {
  readonly carrier: Pick<TestCarrier, 'move'>
  /** Lets the stand-in card network go wrong, as `faults.ts` there takes it. */
  fault(rule: { readonly method?: string; readonly path: string; readonly mode: string; readonly ms?: number; readonly count?: number }): Promise<void>
  /** Stops it and starts it again, where it was and on what it left behind. */
  restart(): Promise<void>
  close(): Promise<void>
}

/** A demo shop with its pages, in a folder and on a port of its own. */
export async function openShop(settings: Readonly<Record<string, string>> = {}): Promise<BrowserShop> {
  const home = await mkdtemp(join(tmpdir(), 'octavo-browser-'))
  const operatorToken = randomBytes(24).toString('hex')
  const port = await freePort(join(home, 'port'))
  const webhook = { url: `http://127.0.0.1:${port}/api/webhooks/carrier`, secret: randomBytes(24).toString('hex') }
  const carrier = await testCarrier({ webhook })
  const start = () => startShop({ environment: {
    OCTAVO_HOME: join(home, 'shop'), PORT: String(port), OCTAVO_OPERATOR_TOKEN: operatorToken, OCTAVO_RATE_LIMITS: 'off', OCTAVO_SEARCH_BUDGET_MS: '20000', OCTAVO_LOG_LEVEL: 'error',
    OCTAVO_CARRIER_URL: carrier.url, OCTAVO_CARRIER_KEY: carrier.key, OCTAVO_CARRIER_WEBHOOK_SECRET: webhook.secret, ...settings,
  } })
  let shop = await start()
  return {
    url: shop.url, operatorToken, carrier,
    async fault(rule) {
      const [{ cardKey }, cards] = [JSON.parse(await readFile(join(home, 'shop/secrets.json'), 'utf8')) as { cardKey: string }, Number(await readFile(join(home, 'shop/ports/card-network'), 'utf8'))]
      const answer = await fetch(`http://127.0.0.1:${cards}/_control/faults`, { method: 'POST', headers: { authorization: `Bearer sk_test_${cardKey.replaceAll(/\W/g, '')}` }, body: JSON.stringify(rule) })
      if (!answer.ok) throw new Error(`the card network answered ${answer.status}: ${await answer.text()}`)
    },
    async restart() {
      await shop.stop()
      shop = await start()
    },
    async close() {
      await shop.stop()
      await carrier.stop()
      await rm(home, { recursive: true, force: true })
    },
  }
}
