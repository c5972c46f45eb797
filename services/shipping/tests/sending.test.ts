import assert from 'node:assert/strict'
import { test } from 'node:test'
import { failure, isFailure } from '@octavo/failure'
import { openShop, order } from './shop.ts'

const asked: { orderId: string; shipmentId: string; trackingNumber: string; lineIds?: string[] | undefined }[] = []
let refuse: Error | undefined
const shop = await openShop({
  orders: {
    async markDispatched(parcel) {
      if (refuse) throw refuse
      asked.push(parcel)
      return { dispatched: true }
    },
  },
})
const { desk } = shop
const shipmentsOf = async (orderId: string) => (await desk.listShipments({ orderId })).items

test('a placed order has a parcel for each sub-order with something to send, and none for digital goods', async () => {
  await shop.place(order('ord_1', { sel_a: ['Emma', 'EBOOK'], sel_b: ['Persuasion'], sel_c: ['AUDIO'] }))
  const parcels = await shipmentsOf('ord_1')
  assert.deepEqual(new Set(parcels.map(({ sellerId, status, lines, promisedBy }) => `${sellerId} ${status} ${lines.map(({ title }) => title).join()} ${promisedBy}`)), new Set(['sel_a pending Emma 2026-03-05', 'sel_b pending Persuasion 2026-03-05']))
})

test('dispatching asks orders first, gives a tracking number, and tells of it once however often it is asked', async () => {
  await shop.place(order('ord_2', { sel_a: ['Emma'] }))
  const [parcel] = await shipmentsOf('ord_2')
  const left = await desk.dispatch({ shipmentId: parcel!.id })
  assert.equal(left.status, 'dispatched')
  assert.match(left.trackingNumber ?? '', /^OC\d{13}$/)
  assert.deepEqual(await desk.dispatch({ shipmentId: parcel!.id, trackingNumber: 'ANOTHER' }), left)
  await shop.heard()
  assert.deepEqual(asked.filter(({ orderId }) => orderId === 'ord_2').map(({ shipmentId, trackingNumber, lineIds }) => [shipmentId, trackingNumber, lineIds]), [[parcel!.id, left.trackingNumber, ['ord_2:sel_a:Emma']]])
  assert.deepEqual(shop.told.filter(({ orderId }) => orderId === 'ord_2').map(({ name, trackingNumber }) => [name, trackingNumber]), [['shipment-dispatched', left.trackingNumber]])
})

test('a parcel that orders could not be asked about stays, and leaves later under the same number', async () => {
  await shop.place(order('ord_3', { sel_a: ['Emma'] }))
  const [parcel] = await shipmentsOf('ord_3')
  refuse = failure('UNAVAILABLE')
  await assert.rejects(desk.dispatch({ shipmentId: parcel!.id, carrier: 'Post', trackingNumber: 'P1' }), (error) => isFailure(error, 'UNAVAILABLE'))
  refuse = undefined
  assert.equal((await desk.getShipment({ shipmentId: parcel!.id })).status, 'pending')
  const left = await desk.dispatch({ shipmentId: parcel!.id, carrier: 'Post', trackingNumber: 'P2' })
  assert.deepEqual([left.status, left.carrier, left.trackingNumber], ['dispatched', 'Post', 'P1'])
})

test('a parcel on its way to leaving keeps its lines', async () => {
  await shop.place(order('ord_3b', { sel_a: ['Emma', 'Persuasion'] }))
  const [parcel] = await shipmentsOf('ord_3b')
  refuse = failure('UNAVAILABLE')
  await assert.rejects(desk.dispatch({ shipmentId: parcel!.id }), (error) => isFailure(error, 'UNAVAILABLE'))
  refuse = undefined
  await assert.rejects(desk.splitShipment({ shipmentId: parcel!.id, lineIds: ['ord_3b:sel_a:Emma'] }), (error) => isFailure(error, 'CONFLICT'))
})

test('a cancelled order does not leave', async () => {
  const cancelled = order('ord_4', { sel_a: ['Emma'] })
  await shop.place(cancelled)
  const [parcel] = await shipmentsOf('ord_4')
  refuse = failure('ORDER_CANCELLED')
  await assert.rejects(desk.dispatch({ shipmentId: parcel!.id }), (error) => isFailure(error, 'ORDER_CANCELLED'))
  refuse = undefined
  await shop.cancel(cancelled)
  assert.equal((await desk.getShipment({ shipmentId: parcel!.id })).status, 'cancelled')
  await assert.rejects(desk.dispatch({ shipmentId: parcel!.id }), (error) => isFailure(error, 'ORDER_CANCELLED'))
})

test('a parcel can be divided: its sub-order then leaves in several shipments, each with its own number', async () => {
  await shop.place(order('ord_5', { sel_a: ['Emma', 'Persuasion', 'Sanditon'] }))
  const [whole] = await shipmentsOf('ord_5')
  const split = { shipmentId: whole!.id, lineIds: ['ord_5:sel_a:Persuasion'] }
  const rest = await desk.splitShipment(split)
  assert.deepEqual(rest.lines.map(({ title }) => title), ['Persuasion'])
  assert.deepEqual(await desk.splitShipment(split), rest)
  assert.deepEqual((await desk.getShipment({ shipmentId: whole!.id })).lines.map(({ title }) => title), ['Emma', 'Sanditon'])
  const numbers = [await desk.dispatch({ shipmentId: whole!.id }), await desk.dispatch({ shipmentId: rest.id })].map(({ trackingNumber }) => trackingNumber)
  assert.equal(new Set(numbers).size, 2)
  assert.deepEqual(asked.filter(({ orderId }) => orderId === 'ord_5').map(({ lineIds }) => lineIds), [['ord_5:sel_a:Emma', 'ord_5:sel_a:Sanditon'], ['ord_5:sel_a:Persuasion']])
})

test('a parcel keeps a line at least, and what has left is divided no more', async () => {
  await shop.place(order('ord_6', { sel_a: ['Emma', 'Persuasion'] }))
  const [whole] = await shipmentsOf('ord_6')
  await assert.rejects(desk.splitShipment({ shipmentId: whole!.id, lineIds: ['ord_6:sel_a:Emma', 'ord_6:sel_a:Persuasion'] }), (error) => isFailure(error, 'INVALID_INPUT'))
  await assert.rejects(desk.splitShipment({ shipmentId: whole!.id, lineIds: ['somebody else\'s'] }), (error) => isFailure(error, 'INVALID_INPUT'))
  await desk.dispatch({ shipmentId: whole!.id })
  await assert.rejects(desk.splitShipment({ shipmentId: whole!.id, lineIds: ['ord_6:sel_a:Emma'] }), (error) => isFailure(error, 'CONFLICT'))
})

test('a parcel arrives after it left, and that is told once', async () => {
  await shop.place(order('ord_7', { sel_a: ['Emma'] }))
  const [parcel] = await shipmentsOf('ord_7')
  await assert.rejects(desk.markDelivered({ shipmentId: parcel!.id }), (error) => isFailure(error, 'CONFLICT'))
  await desk.dispatch({ shipmentId: parcel!.id })
  await desk.markDelivered({ shipmentId: parcel!.id })
  assert.equal((await desk.markDelivered({ shipmentId: parcel!.id })).status, 'delivered')
  await shop.heard()
  assert.deepEqual(shop.told.filter(({ orderId }) => orderId === 'ord_7').map(({ name }) => name), ['shipment-dispatched', 'shipment-delivered'])
})

test('parcels are listed newest first, by order or by status, page by page; the snapshot has each once', async () => {
  const all: string[] = []
  for (let cursor: string | undefined; ;) {
    const { items, nextCursor } = await desk.listShipments({ limit: 3, ...(cursor !== undefined && { cursor }) })
    all.push(...items.map(({ id }) => id))
    if (nextCursor === null) break
    cursor = nextCursor
  }
  assert.deepEqual(all, all.toSorted((a, b) => (a < b ? 1 : -1)))
  assert.equal(new Set(all).size, all.length)
  const snapshot: string[] = []
  for (let cursor: string | undefined; ;) {
    const { items, nextCursor } = await desk.snapshot({ limit: 4, ...(cursor !== undefined && { cursor }) })
    snapshot.push(...items.map(({ id }) => id))
    if (nextCursor === null) break
    cursor = nextCursor
  }
  assert.deepEqual(snapshot, all.toReversed())
  assert.ok((await desk.listShipments({ status: 'delivered' })).items.every(({ status }) => status === 'delivered'))
})

test('parcels are the operator\'s business', async () => {
  const guest = shop.client({ kind: 'guest', guestId: 'gst_1' })
  await assert.rejects(guest.listShipments({}), (error) => isFailure(error, 'SIGN_IN_REQUIRED'))
  await assert.rejects(guest.dispatch({ shipmentId: 'shp_1' }), (error) => isFailure(error, 'SIGN_IN_REQUIRED'))
})
