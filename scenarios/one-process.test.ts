import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { freePort } from '@octavo/database/free-port'
import { startShop, type Shop } from '@octavo/run'
import { auditAll } from './audit-all.ts'
import { stories } from './stories.ts'
import type { Stage } from './visitor.ts'

describe('in one process', () => {
  let home: string
  let shop: Shop
  let stage: Stage

  before(async () => {
    home = await mkdtemp(join(tmpdir(), 'octavo-scenario-'))
    const operatorToken = randomBytes(24).toString('hex')
    const port = await freePort(join(home, 'port'))
    shop = await startShop({ environment: { OCTAVO_HOME: join(home, 'shop'), PORT: String(port), OCTAVO_OPERATOR_TOKEN: operatorToken, OCTAVO_RATE_LIMITS: 'off', OCTAVO_LOG_LEVEL: 'error' }, pages: false })
    stage = { url: shop.url, operatorToken }
  })
  after(async () => {
    await shop?.stop()
    await rm(home, { recursive: true, force: true })
  })

  for (const [name, story] of Object.entries(stories)) test(name, () => story(stage))

  test('after all of it, orders, stock, money and mails agree', async () => assert.deepEqual(await auditAll(stage), []))
})
