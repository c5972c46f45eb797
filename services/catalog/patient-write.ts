import { once } from 'node:events'
import type { ServerResponse } from 'node:http'

/** Waits when the other side reads slowly, until it reads on or is gone: what waits to be sent never piles up. */
export async function patientWrite(response: ServerResponse, text: string): Promise<void> {
  if (response.write(text) || response.closed) return
  const over = new AbortController()
  await Promise.race([once(response, 'drain', over), once(response, 'close', over)])
  over.abort()
}
