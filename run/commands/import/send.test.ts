import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { Trouble } from '../command.ts'
import { sendPart } from './send.ts'

const standing = { position: 10, read: 1, created: 1, updated: 0, unchanged: 0, rejected: 0 }
const line = (type: string): string => `${JSON.stringify({ type, ...standing })}\n`

test('a stopped import waits for nothing that the shop has not read yet', async () => {
  const shop = await shopThat((_, response) => { response.writeHead(200).write(line('progress')) })
  const stop = new AbortController()
  const ended = await sendPart(shop, endless(stop.signal), async () => stop.abort())
  assert.equal(ended, undefined)
})

test('an answer that ends without saying how far the shop came is told as trouble', async () => {
  const shop = await shopThat((request, response) => {
    request.resume()
    response.writeHead(200).end(line('progress'))
  })
  await assert.rejects(sendPart(shop, endless(new AbortController().signal), async () => {}), (error) => error instanceof Trouble && /broke off.*goes on where it stopped/.test(error.message))
})

test('a connection that breaks is told as trouble, before the answer and in it', async () => {
  for (const said of [undefined, line('progress')]) {
    const shop = await shopThat((request, response) => {
      if (said === undefined) request.socket.destroy()
      else response.writeHead(200).write(said, () => request.socket.destroy())
    })
    await assert.rejects(sendPart(shop, endless(new AbortController().signal), async () => {}), Trouble)
  }
})

async function shopThat(answers: RequestListener) {
  const server = createServer(answers).listen(0, '127.0.0.1')
  await once(server, 'listening')
  after(() => { server.closeAllConnections(); server.close() })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, pid: 0, token: 'a token' }
}

/** A file that does not end. */
function endless(stop: AbortSignal) {
  async function* bytes(): AsyncGenerator<Buffer> { for (;;) yield Buffer.alloc(256 * 1024) }
  return { id: 'imp_1', position: 0, end: false, bytes: bytes(), sendMs: 3_600_000, stop }
}
