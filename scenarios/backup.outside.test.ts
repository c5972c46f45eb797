import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { promisify } from 'node:util'
import pg from 'pg'
import type { Order } from '@octavo/orders/contract'
import { freePort } from '@octavo/database/free-port'
import { startShop, type Shop } from '@octavo/run'
import { outsidePostgres } from './config.ts'
import { offersInStock, Visitor, type Stage } from './visitor.ts'

const run = promisify(execFile)

describe('a dump of an outside PostgreSQL', () => {
  let folder: string
  let databaseUrl: string
  let environment: Record<string, string>
  let stage: Stage
  let shop: Shop | undefined

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'octavo-dump-'))
    databaseUrl = await outsidePostgres()
    const port = await freePort(join(folder, 'port'))
    const operatorToken = randomBytes(24).toString('hex')
    environment = { OCTAVO_HOME: join(folder, 'home'), PORT: String(port), OCTAVO_OPERATOR_TOKEN: operatorToken, OCTAVO_RATE_LIMITS: 'off', OCTAVO_LOG_LEVEL: 'error', OCTAVO_DATABASE_URL: databaseUrl }
    shop = await startShop({ environment, pages: false })
    stage = { url: shop.url, operatorToken }
  })
  after(async () => {
    await shop?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  test('is taken while the shop is open, and brings back what had been sold by then', async () => {
    const visitor = new Visitor(stage)
    const [{ offerId } = assert.fail()] = await offersInStock(visitor, 1)
    const order = await visitor.buy({ offerId })
    const dump = join(folder, 'octavo.dump')
    await run('pg_dump', ['--format=custom', `--file=${dump}`, databaseUrl])
    const later = await visitor.buy({ offerId })

    await shop?.stop()
    shop = undefined
    await anew(databaseUrl)
    await run('pg_restore', ['--exit-on-error', `--dbname=${databaseUrl}`, dump])
    shop = await startShop({ environment, pages: false })

    assert.deepEqual(await visitor.want<Order>(200, 'GET', `/api/orders/${order.id}`), order)
    assert.equal((await visitor.call('GET', `/api/orders/${later.id}`)).status, 404, 'what came after the dump is lost')
    assert.notEqual((await visitor.buy({ offerId })).number, order.number)
  })
})

/** The database is lost, and an empty one of its name made. */
async function anew(url: string): Promise<void> {
  const server = new URL(url)
  const name = server.pathname.slice(1)
  server.pathname = '/postgres'
  const client = new pg.Client({ connectionString: server.href })
  await client.connect()
  await client.query(`drop database ${name} with (force)`)
  await client.query(`create database ${name}`)
  await client.end()
}
