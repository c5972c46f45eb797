import { Agent, request as httpRequest } from 'node:http'
import { Agent as SecureAgent, request as httpsRequest } from 'node:https'
import type { Store } from '../store.ts'
import type { Delivery } from './events.ts'
import { signatureOf } from './signature.ts'

/** Where events are sent. */
export interface Webhook {
  url: string
  /** Signs the events: `whsec_…`. */
  secret: string
  /** The types that are sent; all when left out. */
  events?: readonly string[]
  /** The pause after the first failure, doubled each time up to ten minutes. */
  firstRetryMs?: number
}

export interface Logger {
  warn(details: object, message: string): void
}

export type WebhookSender = ReturnType<typeof webhookSender>

const atOnce = 8
const timeoutMs = 10_000
const longestPauseMs = 10 * 60_000
const keepTryingMs = 3 * 24 * 3_600_000
const noticePauseMs = 15
const batch = 200
const mostInMemory = 1000

/** Sends events at least once, a few at a time over kept-alive connections, in no promised order; what fails is tried again, also after a restart. */
export function webhookSender({ store, nowMs, logger }: { store: Store; nowMs: () => number; logger?: Logger | undefined }) {
  const due = store.db.prepare(`
    SELECT event, attempts, events.created, events.body FROM deliveries JOIN events ON events.seq = event WHERE due_ms <= ? ORDER BY due_ms, event LIMIT ?
  `)
  const nextDue = store.db.prepare('SELECT min(due_ms) AS at FROM deliveries WHERE due_ms > ?')
  const remove = store.db.prepare('DELETE FROM deliveries WHERE event = ?')
  const postpone = store.db.prepare('UPDATE deliveries SET attempts = ?, due_ms = ? WHERE event = ?')
  const waiting = store.db.prepare('SELECT count(*) AS n FROM deliveries')

  let webhook: Webhook | null = null
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let noticing: NodeJS.Timeout | undefined
  let backlog = false
  const fresh: Waiting[] = []
  const held = new Set<number>()
  const running = new Set<Promise<void>>()
  const delivered: number[] = []
  const agents = { 'http:': new Agent({ keepAlive: true, maxSockets: atOnce }), 'https:': new SecureAgent({ keepAlive: true, maxSockets: atOnce }) }

  return {
    set(next: Webhook | null): void {
      webhook = next
      takeDue()
    },

    delivers: (type: string): boolean => webhook !== null && (webhook.events?.includes(type) ?? true),

    announce(deliveries: Delivery[]): void {
      // More than memory should hold stays in the store and is read when there is room.
      if (fresh.length >= mostInMemory) backlog = true
      else for (const { event, body } of deliveries) enqueue({ event, body, attempts: 0, createdMs: nowMs() })
      pump()
    },

    /** How many events the shop has not accepted yet. */
    waiting(): number {
      notice()
      return Number(waiting.get()?.['n'])
    },

    /** Ends what is being sent; what was not accepted is sent after the next start. */
    async stop(): Promise<void> {
      stopped = true
      clearTimeout(timer)
      agents['http:'].destroy()
      agents['https:'].destroy()
      await Promise.allSettled(running)
      notice()
    },
  }

  function enqueue(item: Waiting): void {
    if (held.has(item.event)) return
    held.add(item.event)
    fresh.push(item)
  }

  function pump(): void {
    while (!stopped && webhook && running.size < atOnce) {
      const item = fresh.shift()
      if (!item) return backlog && running.size === 0 ? takeDue() : undefined
      const sending = attempt(item, webhook).finally(() => {
        running.delete(sending)
        held.delete(item.event)
        pump()
      })
      running.add(sending)
    }
  }

  async function attempt(item: Waiting, to: Webhook): Promise<void> {
    try {
      await send(item.body, to)
      delivered.push(item.event)
      noticing ??= setTimeout(notice, noticePauseMs)
    } catch (error) {
      if (stopped) return
      const attempts = item.attempts + 1
      const pauseMs = Math.min((to.firstRetryMs ?? 500) * 2 ** item.attempts, longestPauseMs) * (0.75 + Math.random() / 2)
      if (nowMs() - item.createdMs > keepTryingMs) remove.run(item.event)
      else postpone.run(attempts, Math.ceil(nowMs() + pauseMs), item.event)
      logger?.warn({ event: item.event, attempts, error: String(error) }, 'an event was not accepted')
      schedule()
    }
  }

  /** Forgets the accepted deliveries, many in one transaction: a kill before it means that they are sent twice. */
  function notice(): void {
    clearTimeout(noticing)
    noticing = undefined
    if (delivered.length === 0) return
    store.transaction(() => {
      for (const event of delivered.splice(0)) remove.run(event)
    })
  }

  function takeDue(): void {
    if (stopped || !webhook) return
    notice()
    const rows = due.all(nowMs(), batch)
    backlog = rows.length === batch
    for (const row of rows) {
      enqueue({ event: Number(row['event']), body: row['body'] as string, attempts: Number(row['attempts']), createdMs: Number(row['created']) * 1000 })
    }
    pump()
    schedule()
  }

  function schedule(): void {
    if (stopped) return
    clearTimeout(timer)
    const at = nextDue.get(nowMs())?.['at']
    // Even with nothing to come, a look now and then finds what was left over by a batch.
    timer = setTimeout(takeDue, at === null || at === undefined ? 5_000 : Math.min(Math.max(Number(at) - nowMs(), 1), 5_000))
    timer.unref()
  }

  function send(body: string, to: Webhook): Promise<void> {
    const url = new URL(to.url)
    const secure = url.protocol === 'https:'
    return new Promise((resolve, reject) => {
      const request = (secure ? httpsRequest : httpRequest)(url, {
        method: 'POST', agent: agents[secure ? 'https:' : 'http:'], timeout: timeoutMs,
        headers: {
          'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body), 'user-agent': 'Octavo card network',
          'stripe-signature': signatureOf(body, { secret: to.secret, at: Math.floor(nowMs() / 1000) }),
        },
      }, (response) => {
        response.resume()
        response.once('end', () => {
          const status = response.statusCode ?? 0
          if (status >= 200 && status < 300) resolve()
          else reject(new Error(`answered ${status}`))
        })
        response.once('error', reject)
      })
      request.once('timeout', () => request.destroy(new Error(`no answer in ${timeoutMs} ms`)))
      request.once('error', reject)
      request.end(body)
    })
  }
}

interface Waiting {
  event: number
  body: string
  attempts: number
  createdMs: number
}
