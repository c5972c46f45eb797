import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Part } from '@octavo/service'
import type { Registry } from '@octavo/telemetry'

/** Prometheus metrics on a port of their own, loopback by default. */
export function metricsServer(registry: Registry, { host, port }: { host: string; port: number }): Part {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') { response.writeHead(404).end(); return }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      (error: Error) => response.writeHead(500).end(error.message),
    )
  })
  return {
    name: 'metrics',
    async start() {
      server.listen(port, host)
      await once(server, 'listening')
    },
    ready: async () => true,
    drain: async () => {},
    async stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}
