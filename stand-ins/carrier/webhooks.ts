import { createHmac } from 'node:crypto'
import type { Faults } from './faults.ts'
import type { Store, Waiting } from './store.ts'

export interface Webhook {
  readonly url: string
  readonly secret: string
}

const longestPauseMs = 60_000
const firstPauseMs = 200
const lookMs = 200
const timeoutMs = 5_000

/** `t=…,v1=…`, HMAC-SHA256 over `t.body`: who knows the secret has sent it, at that time. */
export const signatureOf = (body: string, secret: string, at: number): string => `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`

/** Sends events until they are accepted, at least once and in no promised order. */
export function webhookSender({ store, webhook, faults, nowMs }: { store: Store; webhook: Webhook | null; faults: Faults; nowMs: () => number }): { wake(): void; stop(): Promise<void> } {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let sending = Promise.resolve()

  async function round(to: Webhook): Promise<void> {
    const events = store.dueEvents(nowMs())
    if (events.length > 1 && faults.take('reorder')) events.reverse()
    for (const event of events) {
      if (stopped) return
      for (let copies = faults.take('duplicate') ? 2 : 1; copies > 0; copies--) await attempt(event, to)
    }
  }

  async function attempt(event: Waiting, to: Webhook): Promise<void> {
    try {
      const answer = await fetch(to.url, {
        method: 'POST', body: event.body, signal: AbortSignal.timeout(timeoutMs),
        headers: { 'content-type': 'application/json', 'carrier-signature': signatureOf(event.body, to.secret, Math.floor(nowMs() / 1000)) },
      })
      await answer.arrayBuffer()
      if (!answer.ok) throw new Error(`answered ${answer.status}`)
      store.accepted(event.id)
    } catch {
      if (!stopped) store.postpone(event.id, event.attempts + 1, nowMs() + Math.min(firstPauseMs * 2 ** event.attempts, longestPauseMs))
    }
  }

  function wake(): void {
    clearTimeout(timer)
    if (stopped || !webhook) return
    sending = sending.then(() => round(webhook)).catch(() => {}).finally(() => {
      clearTimeout(timer)
      if (!stopped) timer = setTimeout(wake, lookMs).unref()
    })
  }

  return {
    wake,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await sending
    },
  }
}
