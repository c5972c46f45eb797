import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'

/** Below the ports that systems give to outgoing connections: one of those could be taken between being found free and being used. */
const range = [20_000, 32_768] as const
const mostTries = 100

/** The port remembered in a file while it is free, else a free one, which is then remembered. */
export async function freePort(file: string): Promise<number> {
  const remembered = Number(await readFile(file, 'utf8').catch(() => '0'))
  if (remembered > 0 && await portIsFree(remembered)) return remembered
  for (let tries = 0; tries < mostTries; tries++) {
    const port = randomInt(...range)
    if (!(await portIsFree(port))) continue
    await writeFile(file, String(port))
    return port
  }
  throw new Error(`no port from ${range[0]} to ${range[1] - 1} is free on 127.0.0.1`)
}

async function portIsFree(port: number): Promise<boolean> {
  const server = createServer()
  try {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return true
  } catch {
    return false
  } finally {
    server.close()
  }
}
