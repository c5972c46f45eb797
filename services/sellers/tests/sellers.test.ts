import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Caller } from '@octavo/caller'
import { reaction } from '@octavo/events'
import { isFailure } from '@octavo/failure'
import { houseSellerId } from '../contract.ts'
import { sellerChanged } from '../events.ts'
import { startTestSellers } from '../testing.ts'

const account: Extract<Caller, { kind: 'account' }> = { kind: 'account', accountId: 'acc_1', email: 'a@b.example', emailVerified: true, name: 'A', roles: ['shopper'], sessionId: 'ses_1' }

test('the house sells from the first start on, and keeps the name it was given', async () => {
  const { client, service } = await startTestSellers()
  assert.equal((await client().getSeller({ idOrHandle: 'house' })).id, houseSellerId)
  await client().putSeller({ handle: 'house', name: 'The Corner Shop' })
  await service.start()
  const house = await client().getSeller({ idOrHandle: houseSellerId })
  assert.deepEqual([house.name, house.house], ['The Corner Shop', true])
})

test('a change tells one event with a higher version, the same again tells none', async () => {
  const { client, database, events, service } = await startTestSellers()
  const heard: string[] = []
  const consumer = events.consumer({ consumer: 'listener', database, from: 'beginning', reactions: [reaction(sellerChanged, async ({ data }) => { heard.push(`${data.handle} ${data.name} ${data.version}`) })] })
  await consumer.start()
  const first = await client().putSeller({ handle: 'harbour-books', name: 'Harbour Books' })
  assert.deepEqual(await client().putSeller({ handle: 'harbour-books', name: 'Harbour Books' }), first)
  assert.equal((await client().putSeller({ handle: 'harbour-books', name: 'Harbour Books, Whitby' })).id, first.id)
  await service.carried()
  await consumer.caughtUp()
  await consumer.stop()
  assert.deepEqual(heard, ['house Octavo 1', 'harbour-books Harbour Books 1', 'harbour-books Harbour Books, Whitby 2'])
})

test('only an operator makes sellers', async () => {
  const { client } = await startTestSellers()
  await assert.rejects(client(account).putSeller({ handle: 'mine', name: 'Mine' }), (error) => isFailure(error, 'FORBIDDEN'))
})

test('lists page newest first without a gap, and the snapshot by id with versions', async () => {
  const { client } = await startTestSellers()
  for (const nth of [1, 2, 3]) await client().putSeller({ handle: `shop-${nth}`, name: `Shop ${nth}` })
  const first = await client().listSellers({ limit: 2 })
  const second = await client().listSellers({ limit: 2, cursor: first.nextCursor ?? '' })
  assert.deepEqual([...first.items, ...second.items].map(({ handle }) => handle), ['shop-3', 'shop-2', 'shop-1', 'house'])
  assert.equal(second.nextCursor, null)
  assert.deepEqual((await client().snapshot({})).items.map(({ version }) => version), [1, 1, 1, 1])
  assert.deepEqual((await client().getSellers({ idsOrHandles: ['shop-1', houseSellerId, 'nobody'] })).map(({ handle }) => handle).sort(), ['house', 'shop-1'])
})

test('memberships are their account\'s own to see', async () => {
  const { client } = await startTestSellers()
  await client().addMember({ sellerId: houseSellerId, accountId: 'acc_1', role: 'owner' })
  await client().addMember({ sellerId: houseSellerId, accountId: 'acc_1', role: 'staff' })
  assert.deepEqual(await client(account).listMemberships({ accountId: 'acc_1' }), [{ sellerId: houseSellerId, role: 'staff' }])
  await assert.rejects(client({ ...account, accountId: 'acc_2' }).listMemberships({ accountId: 'acc_1' }), (error) => isFailure(error, 'FORBIDDEN'))
  await assert.rejects(client().addMember({ sellerId: 'sel_nobody', accountId: 'acc_1', role: 'staff' }), (error) => isFailure(error, 'NOT_FOUND'))
})
