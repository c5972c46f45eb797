import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'

/** The port remembered in a file while it is free, else a free one, which is then remembered. */
export async function freePort(file: string): Promise<number> {
  const remembered = Number(await readFile(file, 'utf8').catch(() => '0'))
  if (remembered > 0 && (await tryPort(remembered)) !== undefined) return remembered
  const port = await tryPort(0)
  if (port === undefined) throw new Error('no port is free on 127.0.0.1')
  await writeFile(file, String(port))
  return port
}

async function tryPort(port: number): Promise<number | undefined> {
  const server = createServer()
  try {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  } catch {
    return undefined
  } finally {
    server.close()
  }
}
