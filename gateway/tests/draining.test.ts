import assert from 'node:assert/strict'
import { Agent, request } from 'node:http'
import { test } from 'node:test'
import { aCart, openDoor } from '../testing.ts'

test('when the door closes, what is being answered is answered, and its connection let go', async () => {
  const { promise: may, resolve: go } = Promise.withResolvers<void>()
  const { promise: asked, resolve: began } = Promise.withResolvers<void>()
  const { gateway, url } = await openDoor({ cart: { getCart: async () => { began(); await may; return aCart() } } })
  const agent = new Agent({ keepAlive: true })
  const answer = new Promise<number | undefined>((resolve, reject) => {
    request(`${url}/api/carts/crt_1`, { agent }, (heard) => { heard.resume().on('end', () => resolve(heard.statusCode)) }).on('error', reject).end()
  })
  await asked
  const closed = gateway.drain()
  go()
  assert.equal(await answer, 200)
  await closed
  await assert.rejects(fetch(`${url}/health/live`))
  agent.destroy()
})

test('when the door closes, event streams end as streams do, not as broken connections', async () => {
  const { gateway, ask } = await openDoor({ raw: { orders: (_, response) => { response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: {"status":"running"}\n\n'); return true } } })
  const stream = await ask('/api/checkouts/cko_1/events')
  const closed = gateway.drain()
  assert.equal(await stream.text(), 'data: {"status":"running"}\n\n')
  await closed
})
