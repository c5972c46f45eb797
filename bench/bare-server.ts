import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server that does nothing but answer with the bytes it was given: what any answer costs at the least. */
process.once('message', ({ body, contentType }: { body: string; contentType: string }) => {
  const bytes = Buffer.from(body)
  const server = createServer((_, response) => { response.writeHead(200, { 'content-type': contentType, 'content-length': bytes.length }).end(bytes) })
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
})
process.once('disconnect', () => process.exit(0))
