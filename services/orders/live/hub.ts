import type { Database } from '@octavo/database'
import type { Log } from '@octavo/telemetry'
import type { Checkout } from '../contract.ts'

/** Tells the pages that watch a checkout what became of it, in whichever process it runs and in whichever they are. */
export interface Live {
  /** It is so, durably: `view` is what the shopper is told. */
  moved(view: Checkout): void
  /** Calls `look` whenever the checkout may have moved; gives the way to end it. */
  watch(checkoutId: string, look: (view: Checkout | undefined) => void): () => void
  start(): Promise<void>
  stop(): Promise<void>
}

const channel = 'octavo_checkouts'
/** One notification for many: NOTIFY is dear, and a page does not see ten milliseconds. */
const gatherMs = 10
/** NOTIFY carries 8,000 bytes. */
const mostIds = 200

export function createLive({ database, log }: { database: Database; log: Log }): Live {
  const watchers = new Map<string, Set<(view: Checkout | undefined) => void>>()
  let gathered = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let unlisten: (() => Promise<void>) | undefined

  function told(checkoutId: string, view: Checkout | undefined): void {
    for (const look of watchers.get(checkoutId) ?? []) look(view)
  }

  function heard(payload: string): void {
    // Empty: notifications were lost while the connection was.
    for (const id of payload === '' ? [...watchers.keys()] : payload.split(' ')) told(id, undefined)
  }

  async function flush(): Promise<void> {
    timer = undefined
    const ids = [...gathered]
    gathered = new Set()
    for (let at = 0; at < ids.length; at += mostIds) await database.notify(channel, ids.slice(at, at + mostIds).join(' '))
  }

  return {
    moved(view) {
      told(view.id, view)
      if (view.status === 'running') return
      gathered.add(view.id)
      timer ??= setTimeout(() => void flush().catch((error: unknown) => log.warn({ err: error }, 'other processes were not told of checkouts; their pages look by themselves')), gatherMs)
    },
    watch(checkoutId, look) {
      const its = watchers.get(checkoutId) ?? new Set()
      watchers.set(checkoutId, its.add(look))
      return () => {
        its.delete(look)
        if (its.size === 0) watchers.delete(checkoutId)
      }
    },
    async start() { unlisten = await database.listen(channel, heard) },
    async stop() {
      clearTimeout(timer)
      await unlisten?.()
    },
  }
}
