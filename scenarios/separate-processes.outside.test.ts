import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { freePort } from '@octavo/database/free-port'
import { startSeparateShop, type SeparateShop } from '@octavo/run/separate'
import { outsidePostgres, outsideRedis } from './config.ts'
import { eventually } from './eventually.ts'
import { auditAll } from './audit-all.ts'
import { stories } from './stories.ts'
import { offersInStock, Visitor, type Stage } from './visitor.ts'

describe('in separate processes, on outside PostgreSQL and Redis', () => {
  let home: string
  let shop: SeparateShop
  let stage: Stage

  before(async () => {
    home = await mkdtemp(join(tmpdir(), 'octavo-scenario-'))
    const operatorToken = randomBytes(24).toString('hex')
    const port = await freePort(join(home, 'port'))
    const environment = {
      PATH: process.execPath, OCTAVO_HOME: join(home, 'shop'), PORT: String(port), OCTAVO_OPERATOR_TOKEN: operatorToken, OCTAVO_RATE_LIMITS: 'off', OCTAVO_LOG_LEVEL: 'error',
      OCTAVO_DATABASE_URL: await outsidePostgres(), OCTAVO_REDIS_URL: outsideRedis(),
    }
    shop = await startSeparateShop({ environment })
    stage = { url: shop.url, operatorToken }
  })
  after(async () => {
    await shop?.stop()
    await rm(home, { recursive: true, force: true })
  })

  for (const [name, story] of Object.entries(stories)) test(name, () => story(stage))

  test('a service dies: the others answer, what needed it says so, and it goes on where it was when it is back', async () => {
    const visitor = new Visitor(stage)
    const [{ offerId, product } = assert.fail()] = await offersInStock(visitor, 1)
    const { quote } = await visitor.fillBasket({ offerId })
    await shop.kill('payments')
    // The checkout is taken, and waits for the service that is away.
    const accepted = await visitor.checkOut({ quote })
    assert.equal(accepted.status, 202)
    assert.equal((await visitor.call('GET', `/api/products/${product.handle}?again=1`)).status, 200)
    assert.equal((await visitor.call('GET', `/api/carts/${quote.cartId}`)).status, 200)
    assert.equal((await visitor.call('GET', '/api/operator/payments', undefined, { authorization: `Bearer ${stage.operatorToken}` })).status, 503)
    await shop.start('payments')
    const ended = await visitor.follow(accepted.body.id)
    assert.equal(ended.status, 'completed', JSON.stringify(ended))
    const { items } = await visitor.operator<{ items: { status: string }[] }>('GET', `/payments?checkoutId=${accepted.body.id}`)
    assert.deepEqual(items.map(({ status }) => status), ['authorised'])
  })

  test('a service cannot read what is another\'s', async () => {
    const { default: pg } = await import('pg')
    const url = shop.databaseUrls['cart'] ?? ''
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await assert.rejects(client.query('select * from orders.placed_order'), /permission denied/)
    await client.end()
  })

  test('a stock change is seen on the shop window through every cache', async () => {
    const visitor = new Visitor(stage)
    const [{ offerId, product } = assert.fail()] = await offersInStock(visitor, 1)
    const availability = async (): Promise<string | undefined> => {
      const { body } = await visitor.call<typeof product>('GET', `/api/products/${product.handle}`)
      return body.variants.flatMap(({ offers }) => offers).find(({ id }) => id === offerId)?.availability
    }
    assert.equal(await availability(), 'in_stock')
    const { available } = await visitor.operator<{ available: number }>('GET', `/stock/${offerId}`)
    await visitor.operator('POST', `/stock/${offerId}`, { change: -available, reason: 'all gone' })
    await eventually(availability, (now) => now === 'out_of_stock')
    await visitor.operator('POST', `/stock/${offerId}`, { change: available, reason: 'back again' })
    await eventually(availability, (now) => now === 'in_stock')
  })

  test('after all of it, orders, stock, money and mails agree', async () => assert.deepEqual(await auditAll(stage), []))
})
