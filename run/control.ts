import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { chmod, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Part } from '@octavo/service'

/** What the operator's command line needs to talk to a running shop. */
export interface RunningShop {
  readonly url: string
  readonly pid: number
  /** An operator's bearer token of this shop's own. */
  readonly token: string
}

/** A socket only this user can open; where there are no sockets in folders, a named pipe. Long paths do not fit into a socket's name. */
function socketOf(home: string): string {
  const hash = createHash('sha256').update(home).digest('hex').slice(0, 16)
  if (process.platform === 'win32') return `\\\\.\\pipe\\octavo-${hash}`
  return join(home, 'control.sock')
}

/** Answers on the home's socket who runs here and how to talk to it. */
export function controlSocket(home: string, shop: () => RunningShop): Part {
  const path = socketOf(home)
  const server = createServer((_, response) => { response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(shop())) })
  return {
    name: 'control socket',
    async start() {
      if (process.platform !== 'win32') await rm(path, { force: true })
      server.listen(path)
      await once(server, 'listening')
      if (process.platform !== 'win32') await chmod(path, 0o600)
    },
    ready: async () => true,
    drain: async () => {},
    async stop() {
      server.closeAllConnections()
      server.close()
      if (process.platform !== 'win32') await rm(path, { force: true })
    },
  }
}

/** The shop that runs in a home; undefined when none does. */
export function findShop(home: string): Promise<RunningShop | undefined> {
  return new Promise((resolve) => {
    const asked = request({ socketPath: socketOf(home), path: '/', timeout: 5000 }, (response) => {
      let text = ''
      response.on('data', (part: Buffer) => { text += part })
      // Also when the shop closes in the middle of it.
      response.on('error', () => {}).on('close', () => { try { resolve(JSON.parse(text) as RunningShop) } catch { resolve(undefined) } })
    })
    asked.on('error', () => resolve(undefined))
    asked.on('timeout', () => asked.destroy())
    asked.end()
  })
}
