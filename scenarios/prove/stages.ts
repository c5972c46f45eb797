import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@octavo/database/free-port'
import { startShop } from '@octavo/run'
import { startSeparateShop } from '@octavo/run/separate'
import type { Stage } from '../visitor.ts'

/** Runs a proof against a shop of its own, in one process or with every service in its own, on a PostgreSQL of its own. */
export async function onStage<T>(form: 'one process' | 'several processes', prove: (stage: Stage) => Promise<T>): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), 'octavo-proof-'))
  try {
    const operatorToken = randomBytes(24).toString('hex')
    const port = await freePort(join(home, 'port'))
    const environment = { PATH: process.execPath, OCTAVO_HOME: join(home, 'shop'), PORT: String(port), OCTAVO_OPERATOR_TOKEN: operatorToken, OCTAVO_RATE_LIMITS: 'off', OCTAVO_LOG_LEVEL: 'error' }
    const shop = form === 'one process' ? await startShop({ environment, pages: false }) : await startSeparateShop({ environment, pages: false })
    try {
      return await prove({ url: shop.url, operatorToken })
    } finally {
      await shop.stop()
    }
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}
