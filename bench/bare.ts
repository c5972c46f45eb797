import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { load, type Figures } from './load.ts'
import type { Shopper } from './shopper.ts'

/** The bytes may be packed: nobody reads them. */
const wholeAnswer = async (shopper: Shopper): Promise<void> => {
  const { status } = await shopper.call('GET', '/')
  if (status !== 200) throw new Error(`the bare server answered ${status}`)
}

/** What a server burns that does nothing but send these bytes, under the same load. */
export async function loadBare({ scenario, body, contentType, connections, seconds }: { scenario: string; body: Buffer; contentType: string; connections: number; seconds: number }): Promise<Figures> {
  const child = fork(fileURLToPath(new URL('bare-server.ts', import.meta.url)))
  child.send({ base64: body.toString('base64'), contentType })
  const [port] = (await once(child, 'message')) as [number]
  try {
    return await load({ scenario, step: wholeAnswer, url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, connections, seconds })
  } finally {
    child.disconnect()
    await once(child, 'exit')
  }
}
