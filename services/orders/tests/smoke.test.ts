import { it } from 'node:test'
import assert from 'node:assert/strict'
import { newId } from '@octavo/ids'
import { testDatabases } from '@octavo/database/testing'
import { testEvents } from '@octavo/events/testing'
import { money } from '@octavo/money'
import { startTestInventory } from '@octavo/inventory/testing'
import { startTestOrders } from '../testing.ts'

const dbs = await testDatabases('orders', 'inventory', 'events')
const events = await testEvents(dbs.events)
let ordersClient: any
const inventory = await startTestInventory({ database: dbs.inventory, events, orders: { checkoutsAlive: (i: any) => ordersClient.checkoutsAlive(i) } as any })
const inv = inventory.client()
const item = newId('stk')
await inv.registerStockItems([{ id: item, sellerId: 'sel_house', sku: 'a', onHand: 100000 }])
const offer = { offerId: 'off_1', productId: 'prd_1', variantId: 'var_1', sellerId: 'sel_house', sellerHandle: 'house', sellerName: 'House', handle: 'a', title: 'A', format: 'paperback', condition: 'new', price: money(999, 'GBP'), availability: 'in_stock', stockItemId: item, unitsPerSale: 1, digital: false, weightGrams: 300, taxClass: 'book', identifiers: [], cover: { format: 'paperback' }, media: [] } as const
const cart: any = {
  priceLines: async () => ({ market: 'gb', version: 1, lines: [{ lineId: 'l1', quantity: 1, unitPrice: money(999, 'GBP'), offer }] }),
  freeze: async () => ({ market: 'gb', lines: [{ lineId: 'l1', quantity: 1, unitPrice: money(999, 'GBP'), offer }] }),
  unbind: async () => ({ unbound: true }), removeBound: async () => ({ removed: 1 }),
}
const shipping: any = { quote: async () => [{ id: 'standard', label: 'Standard', price: money(300, 'GBP'), earliest: '2026-01-01', latest: '2026-01-03', parts: [{ sellerId: 'sel_house', price: money(300, 'GBP') }] }] }
const payments: any = { authorise: async (i: any) => i.paymentMethod === 'bad' ? { status: 'failed', paymentId: 'p', code: 'CARD_DECLINED', detail: 'no' } : { status: 'authorised', paymentId: 'pay_1' }, void: async () => ({ voided: true }), resolve: async () => ({ status: 'authorised', paymentId: 'pay_1' }) }
const orders = await startTestOrders({ database: dbs.orders, events, cart, inventory: inv, payments, shipping })
ordersClient = orders.client()
const guest = orders.client({ kind: 'guest', guestId: 'gst_1' })
const address = { name: 'Ada', line1: '1', city: 'London', postalCode: 'N1', country: 'GB' }
const go = async (paymentMethod = 'good') => {
  const c = await guest.startCheckout({ key: newId('k'), cartId: newId('crt'), email: 'a@example.com', shippingAddress: address, deliveryOption: 'standard', paymentMethod, expectedTotal: money(1299, 'GBP') })
  for (;;) { const now = await guest.getCheckout({ checkoutId: c.id }); if (now.status !== 'running') return now; await new Promise((r) => setTimeout(r, 5)) }
}
it('smokes', async () => {
  console.log(await guest.quote({ cartId: 'c', shippingAddress: address }))
  const end = await go()
  console.log(end, JSON.stringify(await guest.getOrder({ orderId: end.orderId! }), null, 1))
  console.log(await go('bad'))
  console.log((await ordersClient.listSagas({})).items, (await ordersClient.listOrders({ offerId: 'off_1' })).items)
  console.log((await dbs.orders.rows('select name, key, data from outbox')))
  console.log(await inv.getLevels({ stockItemIds: [item] }))
  assert.ok(true)
})
it('loads', async () => {
  for (let w = 0; w < 2; w++) {
    const n = 600, t0 = performance.now(), c0 = process.cpuUsage()
    let left = n
    await Promise.all(Array.from({ length: 8 }, async () => { while (left-- > 0) {
      await new Promise<void>((done) => { void guest.startCheckout({ key: newId('k'), cartId: newId('crt'), email: 'a@example.com', shippingAddress: address, deliveryOption: 'standard', paymentMethod: 'x', expectedTotal: money(1299, 'GBP') }).then(async (c) => {
        await new Promise((r) => setTimeout(r, 4))
        for (;;) { const now = await guest.getCheckout({ checkoutId: c.id }); if (now.status !== 'running') return done(); await new Promise((r) => setTimeout(r, 5)) } }) })
    } }))
    const ms = performance.now() - t0, c = process.cpuUsage(c0)
    console.log(`${(n / ms * 1000).toFixed(0)}/s node ${((c.user + c.system) / 1000 / n).toFixed(2)} ms each`)
  }
})
