import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { testCarrier } from '../testing.ts'
import { signatureOf } from '../webhooks.ts'

const secret = 'a secret of the tests'
const to = ['Ada Reader', '1 Library Lane', 'London N1 9GU']
interface Told { readonly id: string; readonly trackingNumber: string; readonly state: string }
interface Shown { readonly trackingNumber: string; readonly state: string; readonly events: readonly Told[] }

/** A shop's door that hears events and may refuse some. */
async function listener() {
  const heard: Told[] = []
  const waiting: (() => void)[] = []
  let refusals = 0
  const server = createServer((request, response) => {
    void (async () => {
      let body = ''
      for await (const part of request) body += String(part)
      const signature = String(request.headers['carrier-signature'])
      assert.equal(signature, signatureOf(body, secret, Number(/^t=(\d+)/.exec(signature)?.[1])))
      if (refusals > 0) { refusals -= 1; response.writeHead(503).end(); return }
      heard.push(JSON.parse(body) as Told)
      response.writeHead(200).end()
      for (const look of waiting.splice(0)) look()
    })()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  after(() => server.close())
  return {
    heard, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/carrier`,
    refuse: (count: number) => { refusals = count },
    async until(count: number) { while (heard.length < count) await new Promise<void>((resolve) => { waiting.push(resolve) }) },
  }
}

test('the same reference is one parcel with one label, and strangers get nothing', async () => {
  const carrier = await testCarrier()
  after(() => carrier.stop())
  const one = await carrier.ask('POST', '/v1/labels', { reference: 'shp_1', service: 'express', to }) as Shown
  assert.deepEqual(await carrier.ask('POST', '/v1/labels', { reference: 'shp_1', service: 'express', to }), one)
  assert.notEqual((await carrier.ask('POST', '/v1/labels', { reference: 'shp_2', service: 'standard', to: ['<b>& Co'] }) as Shown).trackingNumber, one.trackingNumber)
  const label = await carrier.ask('GET', `/v1/parcels/${one.trackingNumber}/label.svg`) as string
  assert.match(label, /^<svg [^]*Ada Reader[^]*EXPRESS|EXPRESS[^]*Ada Reader/)
  assert.equal((await fetch(`${carrier.url}/v1/parcels/${one.trackingNumber}`)).status, 401)
  await assert.rejects(carrier.ask('POST', '/v1/labels', { reference: '' }), /400/)
})

test('each move is told, again until it is accepted, twice or out of order when asked to', async () => {
  const shop = await listener()
  const carrier = await testCarrier({ webhook: { url: shop.url, secret } })
  after(() => carrier.stop())
  shop.refuse(2)
  await carrier.fault({ mode: 'duplicate' })
  const { trackingNumber } = await carrier.ask('POST', '/v1/labels', { reference: 'shp_1', service: 'standard', to }) as Shown
  await shop.until(1)
  await carrier.move(trackingNumber)
  await carrier.move(trackingNumber, 'delivered')
  await shop.until(3)
  assert.deepEqual(new Set(shop.heard.map(({ state }) => state)), new Set(['label_created', 'picked_up', 'delivered']))
  await assert.rejects(carrier.move(trackingNumber), /409/)
  assert.equal((await carrier.ask('GET', `/v1/parcels/${trackingNumber}`) as Shown).events.length, 3)
})

test('parcels move on by themselves at their pace', async () => {
  const shop = await listener()
  const carrier = await testCarrier({ webhook: { url: shop.url, secret }, paceMs: 1 })
  after(() => carrier.stop())
  await carrier.ask('POST', '/v1/labels', { reference: 'shp_1', service: 'standard', to })
  await shop.until(5)
  assert.deepEqual(shop.heard.map(({ state }) => state).sort(), ['delivered', 'in_transit', 'label_created', 'out_for_delivery', 'picked_up'])
})

test('what it knows, and what it has not told, outlives it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-carrier-'))
  after(() => rm(folder, { recursive: true, force: true }))
  const closed = await testCarrier({ folder, webhook: { url: 'http://127.0.0.1:1/', secret } })
  const { trackingNumber } = await closed.ask('POST', '/v1/labels', { reference: 'shp_1', service: 'standard', to }) as Shown
  await closed.stop()
  const shop = await listener()
  const again = await testCarrier({ folder, webhook: { url: shop.url, secret } })
  after(() => again.stop())
  await shop.until(1)
  assert.equal(shop.heard[0]?.trackingNumber, trackingNumber)
  assert.equal((await again.ask('POST', '/v1/labels', { reference: 'shp_1', service: 'standard', to }) as Shown).trackingNumber, trackingNumber)
})

test('it is slow, fails and breaks off as it is told, and a label asked for again is the same', async () => {
  const carrier = await testCarrier()
  after(() => carrier.stop())
  const ask = () => carrier.ask('POST', '/v1/labels', { reference: 'shp_1', service: 'standard', to }) as Promise<Shown>
  await carrier.fault({ mode: 'fail' })
  await assert.rejects(ask(), /500/)
  await carrier.fault({ mode: 'do-then-drop' })
  await assert.rejects(ask())
  await carrier.fault({ mode: 'slow', ms: 1 })
  assert.equal((await ask()).trackingNumber, 'PP0000000001')
})
