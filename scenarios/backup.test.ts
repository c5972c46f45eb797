import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Order } from '@octavo/orders/contract'
import { freePort } from '@octavo/database/free-port'
import { startShop, type Shop } from '@octavo/run'
import { offersInStock, Visitor, type Stage } from './visitor.ts'

describe('a copy of the home of a closed shop', () => {
  let folder: string
  let environment: Record<string, string>
  let stage: Stage
  let shop: Shop | undefined

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'octavo-backup-'))
    const port = await freePort(join(folder, 'port'))
    const operatorToken = randomBytes(24).toString('hex')
    environment = { OCTAVO_HOME: join(folder, 'home'), PORT: String(port), OCTAVO_OPERATOR_TOKEN: operatorToken, OCTAVO_RATE_LIMITS: 'off', OCTAVO_LOG_LEVEL: 'error' }
    shop = await startShop({ environment, pages: false })
    stage = { url: shop.url, operatorToken }
  })
  after(async () => {
    await shop?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  test('brings a lost shop back: the order is there for who placed it, its money can be taken, and the next purchase goes through', async () => {
    const visitor = new Visitor(stage)
    const [{ offerId } = assert.fail()] = await offersInStock(visitor, 1)
    const order = await visitor.buy({ offerId })
    const stock = await visitor.operator('GET', `/stock/${offerId}`)

    await shop?.stop()
    shop = undefined
    await cp(join(folder, 'home'), join(folder, 'backup'), { recursive: true, preserveTimestamps: true })
    await rm(join(folder, 'home'), { recursive: true })
    await cp(join(folder, 'backup'), join(folder, 'home'), { recursive: true, preserveTimestamps: true })
    shop = await startShop({ environment, pages: false })

    // The guest's cookie was signed by the shop's own secret, which came back too.
    assert.deepEqual(await visitor.want<Order>(200, 'GET', `/api/orders/${order.id}`), order)
    assert.deepEqual(await visitor.operator('GET', `/stock/${offerId}`), stock)
    const { items: [payment] } = await visitor.operator<{ items: { id: string }[] }>('GET', `/payments?orderId=${order.id}`)
    const captured = await visitor.operator<{ status: string }>('POST', `/payments/${payment?.id}/capture`, undefined, { 'idempotency-key': 'after-the-restore' })
    assert.equal(captured.status, 'captured')
    assert.notEqual((await visitor.buy({ offerId })).number, order.number)
  })
})
