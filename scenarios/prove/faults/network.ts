import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/**
 * `slow`: every byte comes 200 ms late. `cut`: connections are reset, new ones too. `black hole`: nothing passes, and what was sent comes
 * when the weather clears, as after a network was parted. `half open`: requests arrive and answers do not; when it clears, connections
 * over which an answer was lost are reset.
 */
export type Weather = 'clear' | 'slow' | 'cut' | 'black hole' | 'half open'

/** A stretch of network in front of one address. */
export interface Stretch {
  /** Where callers connect instead. */
  readonly port: number
  turn(weather: Weather): void
  close(): void
}

const slowMs = 200

export async function openStretch(host: string, port: number): Promise<Stretch> {
  let weather: Weather = 'clear'
  const open = new Set<Socket>()
  /** What a black hole swallowed, in its order. */
  const swallowed: (() => void)[] = []
  const deafened = new Set<Socket>()

  const server = createServer((near) => {
    if (weather === 'cut') { near.resetAndDestroy(); return }
    const far = connect(port, host)
    carry(near, far)
    carry(far, near, () => deafened.add(near))
  })

  /** One direction of a connection; `lost` is told of bytes that do not come. */
  function carry(from: Socket, to: Socket, lost?: () => void): void {
    let late = 0
    const pass = (deliver: () => void): void => {
      if (weather === 'black hole') { swallowed.push(deliver); return }
      // What comes after something slow comes after it, whatever the weather is then.
      if (weather !== 'slow' && late === 0) { deliver(); return }
      late += 1
      setTimeout(() => { late -= 1; deliver() }, slowMs)
    }
    open.add(from)
    from.setNoDelay(true)
    from.on('data', (bytes: Buffer) => { if (weather === 'half open' && lost) lost(); else pass(() => to.write(bytes)) })
    from.on('error', () => {})
    from.on('close', () => { open.delete(from); deafened.delete(from); pass(() => to.destroySoon()) })
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    turn(next) {
      weather = next
      if (next === 'cut') for (const socket of open) socket.resetAndDestroy()
      if (next !== 'clear') return
      for (const deliver of swallowed.splice(0)) deliver()
      for (const socket of deafened) socket.resetAndDestroy()
    },
    close() {
      for (const socket of open) socket.destroy()
      server.close()
    },
  }
}
