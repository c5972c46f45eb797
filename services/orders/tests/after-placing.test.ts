import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { DataOf, EventType } from '@octavo/events'
import { newId } from '@octavo/ids'
import { emailVerified, guestAdopted } from '@octavo/users/events'
import type { Order } from '../contract.ts'
import { linkKey } from '../order/order-link.ts'
import { testOrdersConfig } from '../testing.ts'
import { openShop } from './shop.ts'
import { codeOf, type Shopper } from './shopper.ts'

const shop = await openShop()

/** What users tells, and what came of it. */
async function tell<Type extends EventType<string, never> | EventType>(type: Type, key: string, data: DataOf<Type>): Promise<void> {
  const relay = shop.events.relay('users', shop.databases.users)
  await shop.databases.users.transaction((tx) => shop.events.outbox('users', shop.databases.users).append(tx, type, key, data))
  await relay.start()
  await relay.flush()
  await relay.stop()
  await shop.settled()
}
async function bought(who: Shopper, goods: Parameters<Shopper['buy']>[0], over: Parameters<Shopper['buy']>[1] = {}): Promise<Order> {
  const end = await who.buy(goods, over)
  assert.equal(end.status, 'completed', JSON.stringify(end.failure))
  await shop.settled()
  return who.orders.getOrder({ orderId: end.orderId ?? '' })
}
const paymentOf = async ({ id }: Order) => {
  const [payment] = (await shop.others.payments.listPayments({ orderId: id })).items
  return [payment?.status, payment?.captured.amountMinor, payment?.refunded.amountMinor]
}
const shipmentsOf = async ({ id }: Order) => (await shop.shippingDesk.listShipments({ orderId: id })).items
const mine = async (who: Shopper) => (await who.orders.listMyOrders({})).items.map(({ id }) => id)

describe('an order that is called off', () => {
  it('before anything left frees its copies and lets go of its money, once', async () => {
    const [ada, book] = [shop.guest(), await shop.offer({ copies: 3 })]
    const order = await bought(ada, [[book, 2]])
    assert.deepEqual([(await shop.level(book))?.reserved, await paymentOf(order)], [2, ['authorised', 0, 0]])
    const [first, second] = await Promise.all([ada.orders.cancelOrder({ orderId: order.id }), ada.orders.cancelOrder({ orderId: order.id })])
    assert.deepEqual([first.status, second.status], ['cancelled', 'cancelled'])
    await shop.settled()
    assert.deepEqual([(await shop.level(book))?.reserved, await paymentOf(order)], [0, ['voided', 0, 0]])
    assert.deepEqual((await shipmentsOf(order)).map(({ status }) => status), ['cancelled'])
    const [shipment] = await shipmentsOf(order)
    assert.equal(await codeOf(shop.shippingDesk.dispatch({ shipmentId: shipment?.id ?? '' })), 'ORDER_CANCELLED')
  })

  it('after its money was taken by hand gives it back', async () => {
    const ada = shop.guest()
    const order = await bought(ada, [await shop.offer()])
    const [payment] = (await shop.others.payments.listPayments({ orderId: order.id })).items
    await shop.others.payments.capture({ paymentId: payment?.id ?? '', key: 'by hand' })
    await ada.orders.cancelOrder({ orderId: order.id })
    await shop.settled()
    assert.deepEqual(await paymentOf(order), ['refunded', order.total.amountMinor, order.total.amountMinor])
  })

  it('is not called off by somebody else, nor when a parcel has left', async () => {
    const ada = shop.guest()
    const order = await bought(ada, [await shop.offer()])
    assert.equal(await codeOf(shop.guest().orders.cancelOrder({ orderId: order.id })), 'NOT_FOUND')
    const [shipment] = await shipmentsOf(order)
    await shop.shippingDesk.dispatch({ shipmentId: shipment?.id ?? '' })
    assert.equal(await codeOf(ada.orders.cancelOrder({ orderId: order.id })), 'ORDER_DISPATCHED')
    await shop.settled()
    assert.deepEqual(await paymentOf(order), ['captured', order.total.amountMinor, 0])
  })

  it('or leaves, never both, when the two come at once', async () => {
    const ada = shop.guest()
    const order = await bought(ada, [await shop.offer()])
    const [shipment] = await shipmentsOf(order)
    // The order's row is held until both want it.
    const { orders } = shop.databases
    const both = await orders.transaction(async (tx) => {
      await tx.run('select from placed_order where id = $1 for update', [order.id])
      const asked = Promise.all([codeOf(ada.orders.cancelOrder({ orderId: order.id })), codeOf(shop.shippingDesk.dispatch({ shipmentId: shipment?.id ?? '' }))])
      while ((await orders.one<{ many: number }>('select count(*)::int as many from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0')).many < 2);
      return { asked }
    })
    const [off, left] = await both.asked
    assert.ok((off === 'ORDER_DISPATCHED') !== (left === 'ORDER_CANCELLED'), `${JSON.stringify(off)} ${JSON.stringify(left)}`)
  })
})

describe('parcels', () => {
  it('take the money as they leave, a seller’s part at a time where the card’s bank allows, and all of it with the last', async () => {
    const ada = shop.guest()
    const order = await bought(ada, [await shop.offer({ priceMinor: 1234 }), await shop.offer({ priceMinor: 567, sellerId: 'sel_other', sellerName: 'Other' })])
    const shipments = await shipmentsOf(order)
    assert.equal(shipments.length, 2)
    const taken: number[] = []
    for (const shipment of shipments) {
      await shop.shippingDesk.dispatch({ shipmentId: shipment.id, carrier: 'Post', trackingNumber: `T-${shipment.id}` })
      await shop.settled()
      taken.push(Number((await paymentOf(order))[1]))
      assert.deepEqual((await shop.others.payments.auditProvider({})).wrong, [], 'what is held for the other parcel is known')
    }
    const first = order.subOrders.find(({ id }) => id === shipments[0]?.subOrderId)
    assert.deepEqual(taken, [first?.total.amountMinor, order.total.amountMinor])
    const after = await ada.orders.getOrder({ orderId: order.id })
    assert.deepEqual([after.status, after.subOrders.map(({ shipments: [parcel] }) => parcel?.status)], ['dispatched', ['dispatched', 'dispatched']])
  })

  it('may be several of one seller’s part; their parts are the charge, and nothing leaves twice', async () => {
    const ada = shop.guest()
    const order = await bought(ada, [await shop.offer({ priceMinor: 333 }), await shop.offer({ priceMinor: 777 }), await shop.offer({ priceMinor: 111 })])
    const [part] = order.subOrders
    assert.ok(part)
    const [one, two, three] = part.lines.map(({ id }) => id)
    const parcel = (shipmentId: string, lineIds?: string[]) => shop.asShop.markDispatched({ orderId: order.id, subOrderId: part.id, shipmentId, carrier: 'Post', trackingNumber: shipmentId, ...(lineIds && { lineIds }) })
    await parcel('shp_first', [one ?? ''])
    await parcel('shp_first', [one ?? ''])
    assert.equal((await ada.orders.getOrder({ orderId: order.id })).status, 'partly_dispatched')
    assert.equal(await codeOf(parcel('shp_again', [one ?? '', two ?? ''])), 'CONFLICT')
    await parcel('shp_rest')
    assert.equal(await codeOf(parcel('shp_none')), 'CONFLICT')
    const after = await ada.orders.getOrder({ orderId: order.id })
    assert.deepEqual([after.status, after.subOrders[0]?.shipments.map(({ id }) => id)], ['dispatched', ['shp_first', 'shp_rest']])
    assert.equal(three !== undefined, true)
    await shop.settled()
    assert.deepEqual(await paymentOf(order), ['captured', order.total.amountMinor, 0])
  })

  it('of promised goods charge the card that was kept', async () => {
    const ada = shop.guest()
    const order = await bought(ada, [await shop.offer({ copies: 0, promiseLimit: 5, availability: 'preorder' })])
    assert.deepEqual([order.promised, await paymentOf(order)], [true, ['card_saved', 0, 0]])
    const [part] = order.subOrders
    await shop.asShop.markDispatched({ orderId: order.id, subOrderId: part?.id ?? '', shipmentId: newId('shp'), carrier: 'Post', trackingNumber: 'T-1' })
    await shop.settled()
    assert.deepEqual(await paymentOf(order), ['captured', order.total.amountMinor, 0])
  })

  it('and whose kept card refuses to pay says so until the money came', async () => {
    const ada = shop.guest()
    const order = await bought(ada, [await shop.offer({ copies: 0, promiseLimit: 5, availability: 'preorder' })])
    await shop.network.fault({ method: 'POST', path: '^/v1/payment_intents$', mode: 'decline', count: 1 })
    const [shipment] = await shipmentsOf(order)
    await shop.shippingDesk.dispatch({ shipmentId: shipment?.id ?? '' })
    await shop.settled()
    assert.deepEqual([(await ada.orders.getOrder({ orderId: order.id })).paymentRefused, await paymentOf(order)], [true, ['card_saved', 0, 0]])
    const [payment] = (await shop.others.payments.listPayments({ orderId: order.id })).items
    await shop.others.payments.capture({ paymentId: payment?.id ?? '', key: 'now it can' })
    await shop.settled()
    assert.deepEqual([(await ada.orders.getOrder({ orderId: order.id })).paymentRefused, await paymentOf(order)], [false, ['captured', order.total.amountMinor, 0]])
  })
})

describe('a kept card that refused', () => {
  it('is paid with after all by its holder, led to the bank and back by the order’s link; by nobody else', async () => {
    const ada = shop.guest()
    const started = await ada.orders.startCheckout(await ada.prepare(await ada.fill(await shop.offer({ copies: 0, promiseLimit: 5, availability: 'preorder' })), { paymentMethod: 'pm_card_authenticationRequired' }))
    const asked = await ada.follow(started, ['requires_action'])
    await fetch(asked.nextAction?.url ?? '', { method: 'POST', body: new URLSearchParams({ outcome: 'pass' }), redirect: 'manual' })
    const { orderId = '' } = await ada.follow(started)
    await shop.settled()
    assert.equal(await codeOf(ada.orders.payOrder({ orderId })), 'CONFLICT')
    const order = await ada.orders.getOrder({ orderId })
    const [shipment] = await shipmentsOf(order)
    await shop.shippingDesk.dispatch({ shipmentId: shipment?.id ?? '' })
    await shop.settled()
    assert.equal((await ada.orders.getOrder({ orderId })).paymentRefused, true)
    assert.equal(await codeOf(shop.guest().orders.payOrder({ orderId })), 'NOT_FOUND')
    const key = linkKey(orderId, testOrdersConfig.linkSecrets)
    const { status, url } = await shop.guest().orders.payOrder({ orderId, key })
    assert.equal(status, 'requires_action')
    const { headers } = await fetch(url ?? '', { method: 'POST', body: new URLSearchParams({ outcome: 'pass' }), redirect: 'manual' })
    assert.ok(headers.get('location')?.startsWith(`http://shop.example/orders/${orderId}?key=${encodeURIComponent(key)}`), headers.get('location') ?? 'nowhere')
    while ((await shop.network.state()).webhooksWaiting > 0) await new Promise((soon) => setTimeout(soon, 5))
    await shop.settled()
    assert.deepEqual([(await ada.orders.getOrder({ orderId })).paymentRefused, await paymentOf(order)], [false, ['captured', order.total.amountMinor, 0]])
  })
})

describe('whose an order is', () => {
  it('a guest’s, until the account that has proven the address asks, in whatever letters it is written', async () => {
    const order = await bought(shop.guest(), [await shop.offer()], { email: 'Grace@Reader.example' })
    const unproven = shop.account('grace@reader.example', false)
    const other = shop.account('somebody@reader.example')
    for (const who of [unproven, other]) assert.deepEqual([await codeOf(who.orders.getOrder({ orderId: order.id })), await mine(who)], ['NOT_FOUND', []])
    const grace = shop.account('grace@reader.example')
    assert.equal((await grace.orders.getOrder({ orderId: order.id })).id, order.id)
    assert.deepEqual(await mine(grace), [order.id])
    const second = shop.account('grace@reader.example')
    assert.deepEqual([await codeOf(second.orders.getOrder({ orderId: order.id })), await mine(second)], ['NOT_FOUND', []], 'an account’s order is not claimed from it')
  })

  it('the account’s from the moment its address is proven', async () => {
    const order = await bought(shop.guest(), [await shop.offer()], { email: 'hedy@reader.example' })
    const hedy = shop.account('hedy@reader.example', false)
    const accountId = hedy.caller.kind === 'account' ? hedy.caller.accountId : ''
    await tell(emailVerified, accountId, { accountId, email: 'hedy@reader.example', at: new Date().toISOString() })
    assert.deepEqual(await mine(hedy), [order.id])
  })

  it('not that of whoever signs in where a guest has bought, though a checkout under way goes along', async () => {
    const guestId = newId('gst')
    const guest = shop.guest(guestId)
    const placed = await bought(guest, [await shop.offer()], { email: 'guest@reader.example' })
    const running = await guest.follow(await guest.orders.startCheckout(await guest.prepare(await guest.fill(await shop.offer()), { paymentMethod: 'pm_card_authenticationRequired' })), ['requires_action'])
    const ivy = shop.account('ivy@reader.example')
    const accountId = ivy.caller.kind === 'account' ? ivy.caller.accountId : ''
    await tell(guestAdopted, guestId, { guestId, accountId, at: new Date().toISOString() })
    assert.equal(await codeOf(ivy.orders.getOrder({ orderId: placed.id })), 'NOT_FOUND')
    assert.equal((await guest.orders.getOrder({ orderId: placed.id })).id, placed.id)
    await fetch(running.nextAction?.url ?? '', { method: 'POST', body: new URLSearchParams({ outcome: 'pass' }), redirect: 'manual' })
    const { orderId } = await ivy.follow(running)
    assert.deepEqual(await mine(ivy), [orderId])
  })

  it('open to the link of its mail on another device, which an account may claim it by', async () => {
    const order = await bought(shop.guest(), [await shop.offer()])
    const key = linkKey(order.id, testOrdersConfig.linkSecrets)
    const elsewhere = shop.guest()
    assert.equal((await elsewhere.orders.getOrder({ orderId: order.id, key })).id, order.id)
    for (const wrong of [`${key}x`, linkKey(newId('ord'), testOrdersConfig.linkSecrets), linkKey(order.id, ['another secret of the tests, 32 letters'])]) assert.equal(await codeOf(elsewhere.orders.getOrder({ orderId: order.id, key: wrong })), 'NOT_FOUND')
    assert.equal(await codeOf(elsewhere.orders.claimOrder({ orderId: order.id, key })), 'SIGN_IN_REQUIRED')
    const [joan, kay] = [shop.account('joan@reader.example'), shop.account('kay@reader.example')]
    assert.equal(await codeOf(joan.orders.claimOrder({ orderId: order.id, key: 'made up' })), 'NOT_FOUND')
    await joan.orders.claimOrder({ orderId: order.id, key })
    assert.deepEqual(await mine(joan), [order.id])
    assert.equal(await codeOf(kay.orders.claimOrder({ orderId: order.id, key })), 'NOT_FOUND')
  })

  it('told by its number as somebody reads it out, to an operator', async () => {
    const order = await bought(shop.guest(), [await shop.offer()])
    const read = ` ${order.number.toLowerCase().replace('-', ' ')} `
    assert.deepEqual((await shop.operator.listOrders({ number: read })).items.map(({ id }) => id), [order.id])
    assert.equal(await codeOf(shop.guest().orders.listOrders({ number: order.number })), 'SIGN_IN_REQUIRED')
  })
})
