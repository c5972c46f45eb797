import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, describe, test } from 'node:test'
import { testCarrier } from '@octavo/carrier/testing'
import type { Caller } from '@octavo/caller'
import { failure, isFailure } from '@octavo/failure'
import { openShop, order } from './shop.ts'

const webhookSecret = 'a secret of the tests'
const door = createServer()
door.listen(0, '127.0.0.1')
await once(door, 'listening')
after(() => { door.closeAllConnections(); door.close() })
const address = `http://127.0.0.1:${(door.address() as AddressInfo).port}`

const carrier = await testCarrier({ webhook: { url: `${address}/webhooks/carrier`, secret: webhookSecret } })
after(() => carrier.stop())
const left: string[] = []
let cancelled = false
const shop = await openShop({
  config: { carrier: { url: new URL(carrier.url), key: carrier.key, webhookSecret } },
  orders: { async markDispatched({ shipmentId }) { if (cancelled) throw failure('ORDER_CANCELLED'); left.push(shipmentId); return { dispatched: true } } },
})
const heard = new Set<() => void>()
door.on('request', (request, response) => {
  const caller: Caller = request.headers.authorization ? { kind: 'operator' } : { kind: 'anonymous' }
  void Promise.resolve(shop.service.raw(request, response, { caller, requestId: 'a test' })).then((found) => { if (!found) response.writeHead(404).end() }, (error: unknown) => {
    response.writeHead(isFailure(error) ? error.status : 500).end(String(error))
  }).finally(() => { for (const look of heard) look() })
})

const parcelOf = async (orderId: string) => (await shop.desk.listShipments({ orderId })).items[0] ?? assert.fail('it has a parcel')
/** The parcel, once what the carrier told has made it so. */
async function until(orderId: string, wanted: (parcel: Awaited<ReturnType<typeof parcelOf>>) => boolean) {
  for (;;) {
    const told = new Promise<void>((resolve) => { const look = () => { heard.delete(look); resolve() }; heard.add(look) })
    const parcel = await parcelOf(orderId)
    if (wanted(parcel)) return parcel
    await told
  }
}
const labelled = async (orderId: string) => {
  await shop.place(order(orderId, { sel_a: ['Emma'] }))
  return shop.desk.buyLabel({ shipmentId: (await parcelOf(orderId)).id })
}

describe('a label', () => {
  test('is bought once however often it is asked for, and can be printed by an operator', async () => {
    const parcel = await labelled('ord_1')
    assert.deepEqual([parcel.carrier, parcel.hasLabel, parcel.status], ['Parcel Post', true, 'pending'])
    assert.equal((await shop.desk.buyLabel({ shipmentId: parcel.id })).trackingNumber, parcel.trackingNumber)
    const label = await fetch(`${address}/shipments/${parcel.id}/label`, { headers: { authorization: 'yes' } })
    assert.equal(label.headers.get('content-type'), 'image/svg+xml')
    assert.match(label.headers.get('content-security-policy') ?? '', /default-src 'none'.*sandbox/)
    assert.match(await label.text(), new RegExp(parcel.trackingNumber ?? ''))
    assert.equal((await fetch(`${address}/shipments/${parcel.id}/label`)).status, 401)
    assert.equal((await fetch(`${address}/shipments/shp_none/label`, { headers: { authorization: 'yes' } })).status, 404)
  })

  test('that the carrier did not answer for is the same when it is asked for again', async () => {
    await shop.place(order('ord_2', { sel_a: ['Emma'] }))
    const { id: shipmentId } = await parcelOf('ord_2')
    await carrier.fault({ mode: 'do-then-drop' })
    await assert.rejects(shop.desk.buyLabel({ shipmentId }), (error) => isFailure(error, 'UNAVAILABLE'))
    await carrier.fault({ mode: 'fail' })
    await assert.rejects(shop.desk.buyLabel({ shipmentId }), (error) => isFailure(error, 'UNAVAILABLE'))
    assert.equal((await shop.desk.buyLabel({ shipmentId })).hasLabel, true)
    assert.equal((await shop.database.rows('select 1 from label where shipment_id = $1', [shipmentId])).length, 1)
  })

  test('is bought for nothing that left by another way or was cancelled, and by no shop without a carrier', async () => {
    await shop.place(order('ord_3', { sel_a: ['Emma'] }))
    const { id: shipmentId } = await parcelOf('ord_3')
    await shop.desk.dispatch({ shipmentId, carrier: 'By hand', trackingNumber: 'H1' })
    await assert.rejects(shop.desk.buyLabel({ shipmentId }), (error) => isFailure(error, 'CONFLICT'))
    await assert.rejects(shop.client({ kind: 'anonymous' }).buyLabel({ shipmentId }), (error) => isFailure(error, 'SIGN_IN_REQUIRED'))
    const cancelledOrder = order('ord_4', { sel_a: ['Emma'] })
    await shop.place(cancelledOrder)
    await shop.cancel(cancelledOrder)
    await assert.rejects(shop.desk.buyLabel({ shipmentId: (await parcelOf('ord_4')).id }), (error) => isFailure(error, 'ORDER_CANCELLED'))
    const other = await openShop()
    await other.place(order('ord_5', { sel_a: ['Emma'] }))
    const [parcel] = (await other.desk.listShipments({ orderId: 'ord_5' })).items
    await assert.rejects(other.desk.buyLabel({ shipmentId: parcel?.id ?? '' }), (error) => isFailure(error, 'CONFLICT'))
  })
})

describe('what a carrier tells of a parcel', () => {
  test('is kept in its order; what it has picked up has left, and what it delivered has arrived', async () => {
    const { trackingNumber } = await labelled('ord_6')
    await carrier.move(trackingNumber ?? '')
    const parcel = await until('ord_6', ({ status }) => status === 'dispatched')
    assert.deepEqual([parcel.carrier, parcel.trackingNumber, left.includes(parcel.id)], ['Parcel Post', trackingNumber, true])
    for (const _ of ['in_transit', 'out_for_delivery', 'delivered']) await carrier.move(trackingNumber ?? '')
    const arrived = await until('ord_6', ({ status, tracking }) => status === 'delivered' && tracking.length === 5)
    assert.deepEqual(arrived.tracking.map(({ state }) => state), ['label_created', 'picked_up', 'in_transit', 'out_for_delivery', 'delivered'])
    await shop.heard()
    assert.deepEqual(shop.told.filter(({ orderId }) => orderId === 'ord_6').map(({ name }) => name), ['shipment-dispatched', 'shipment-delivered'])
  })

  test('may come twice and in any order: each is told on once, and the end is the same', async () => {
    const { trackingNumber } = await labelled('ord_7')
    await until('ord_7', ({ tracking }) => tracking.length === 1)
    const { events } = await carrier.ask('GET', `/v1/parcels/${trackingNumber}`) as { events: { at: string; reference: string }[] }
    const told = (id: string, state: string, minutes: number) => ({ id, state, trackingNumber, reference: events[0]?.reference, at: new Date(Date.parse(events[0]?.at ?? '') + minutes * 60_000).toISOString() })
    const backwards = [told('e3', 'delivered', 3), told('e2', 'in_transit', 2), told('e3', 'delivered', 3), told('e1', 'picked_up', 1), told('e2', 'in_transit', 2)]
    for (const event of backwards) assert.equal((await send(event)).status, 200)
    const parcel = await parcelOf('ord_7')
    assert.deepEqual([parcel.status, parcel.tracking.map(({ state }) => state)], ['delivered', ['label_created', 'picked_up', 'in_transit', 'delivered']])
    await shop.heard()
    assert.deepEqual(shop.told.filter(({ orderId }) => orderId === 'ord_7').map(({ name }) => name), ['shipment-dispatched', 'shipment-delivered'])
  })

  test('of a cancelled order changes nothing but what is known of the parcel', async () => {
    const { trackingNumber } = await labelled('ord_8')
    cancelled = true
    await carrier.move(trackingNumber ?? '')
    const parcel = await until('ord_8', ({ tracking }) => tracking.length === 2)
    cancelled = false
    assert.equal(parcel.status, 'pending')
  })

  test('is believed only with the carrier’s signature of these minutes', async () => {
    const event = { id: 'e9', state: 'delivered', trackingNumber: 'PP1', reference: (await parcelOf('ord_1')).id, at: new Date().toISOString() }
    assert.equal((await send(event, { secret: 'another secret' })).status, 400)
    assert.equal((await send(event, { at: Math.floor(Date.now() / 1000) - 3600 })).status, 400)
    assert.equal((await fetch(`${address}/webhooks/carrier`, { method: 'POST', body: JSON.stringify(event) })).status, 400)
    assert.equal((await send({ hello: 'world' })).status, 200)
    assert.equal((await send({ ...event, reference: 'shp_none' })).status, 200)
    assert.equal((await parcelOf('ord_1')).status, 'pending')
  })
})

async function send(event: object, { secret = webhookSecret, at = Math.floor(Date.now() / 1000) } = {}): Promise<Response> {
  const body = JSON.stringify(event)
  return fetch(`${address}/webhooks/carrier`, { method: 'POST', body, headers: { 'carrier-signature': `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}` } })
}
