import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server that does nothing but answer with the bytes it was given: what any answer costs at the least. */
process.once('message', ({ base64, contentType }: { base64: string; contentType: string }) => {
  const bytes = Buffer.from(base64, 'base64')
  const server = createServer((_, response) => { response.writeHead(200, { 'content-type': contentType, 'content-length': bytes.length }).end(bytes) })
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
})
process.once('disconnect', () => process.exit(0))
