import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { freePort } from '@octavo/database/free-port'

/** Somebody else listens there. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken'
}

/** A port for something that was given none: free, and the same next time. */
export async function rememberedPort(home: string, name: string): Promise<number> {
  const folder = join(home, 'ports')
  await mkdir(folder, { recursive: true })
  return freePort(join(folder, name))
}

/**
 * Looks before anything is started.
 * @throws {PortTaken} naming the variable that chooses another
 */
export async function portIsFree(port: number, host: string, variable: string): Promise<void> {
  const server = createServer()
  try {
    server.listen(port, host)
    await once(server, 'listening')
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'EADDRINUSE') throw new PortTaken(`Port ${port} on ${host} is taken by another program. Choose another: ${variable}=${port + 1} npm start`)
    if (code === 'EACCES') throw new PortTaken(`This user may not open port ${port}. Choose one above 1023: ${variable}=3000 npm start`)
    if (code === 'EADDRNOTAVAIL') throw new PortTaken(`${host} is no address of this machine. Set OCTAVO_HOST to one that is.`)
    throw error
  } finally {
    server.close()
  }
}
