import { createTransport } from 'nodemailer'
import type { Clock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import type { Outbox } from '@octavo/events'
import type { Log } from '@octavo/telemetry'
import { messageSent } from '../events.ts'
import type { MailData, MailKind } from './mail.ts'
import { render } from './render.ts'

export interface Sender {
  start(): void
  /** There is something to send. */
  wake(): void
  /** Done when every mail due at the call was tried. For tests. */
  round(): Promise<void>
  stop(): Promise<void>
}

interface Row { readonly id: string; readonly kind: MailKind; readonly recipient: string; readonly subject: string; readonly locale: string; readonly data: MailData[MailKind]; readonly attempts: number; readonly createdAt: Date }
const pollMs = 5000
/** How long a mail is one process's own: longer than the mail server may take. */
const claimMs = 2 * 60_000
const longestBackOffMs = 60 * 60_000
/** A mail that the server could not be reached for in this time is given up. */
const giveUpMs = 4 * 24 * 60 * 60_000

/**
 * Hands queued mails to the mail server, one after the other. While it is away or busy they are tried again, later each time; what it
 * refuses for good has failed. Any number of processes may run one.
 */
export function openSender({ database, outbox, smtpUrl, from, shopName, shopUrl, clock, log }: { database: Database; outbox: Outbox; smtpUrl: string; from: string; shopName: string; shopUrl: () => string; clock: Clock; log: Log }): Sender {
  const transport = createTransport({ url: smtpUrl, pool: true, maxConnections: 2, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 })
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let again = false
  let open = false

  /** No transaction waits for the mail server: a mail is claimed, sent, and then written down as sent. */
  const sendOne = async (): Promise<boolean> => {
    const now = clock.now()
    const row = await database.maybe<Row>(
      `update message set attempts = attempts + 1, next_attempt_at = $2
       where id = (select id from message where status = 'queued' and next_attempt_at <= $1 order by next_attempt_at limit 1 for update skip locked)
       returning id, kind, recipient, subject, locale, data, attempts, created_at as "createdAt"`, [now, new Date(now.getTime() + claimMs)])
    if (!row) return false
    try {
      const words = render(row.kind, { subject: row.subject, data: row.data, shopName, shopUrl: shopUrl(), locale: row.locale })
      // The id stays the same when a crash makes it go out twice, so that mail programs show it once.
      await transport.sendMail({ from, to: { name: '', address: row.recipient }, subject: row.subject, ...words, messageId: `<${row.id}@${new URL(shopUrl()).hostname}>` })
    } catch (error) {
      await putOff(row, error as Error & { responseCode?: number })
      return true
    }
    await database.transaction(async (tx) => {
      if (await tx.run(`update message set status = 'sent', sent_at = $2, last_error = null where id = $1 and status = 'queued'`, [row.id, clock.now()]) === 0) return
      await outbox.append(tx, messageSent, row.id, { messageId: row.id, kind: row.kind, to: row.recipient, at: clock.now().toISOString() })
    })
    return true
  }

  /** A reply of the server in the five hundreds is a no that stays a no. */
  async function putOff({ id, attempts, createdAt }: Row, error: Error & { responseCode?: number }): Promise<void> {
    const now = clock.now().getTime()
    const over = (error.responseCode ?? 0) >= 500 || now - createdAt.getTime() > giveUpMs
    log[over ? 'error' : 'warn']({ err: error, message: id, attempts }, over ? 'a mail was not taken and is given up' : 'a mail could not be handed over; it is tried again')
    await database.run(`update message set status = $2, next_attempt_at = $3, last_error = $4 where id = $1 and status = 'queued'`,
      [id, over ? 'failed' : 'queued', new Date(now + Math.min(2000 * 2 ** Math.min(attempts, 20), longestBackOffMs)), error.message.slice(0, 1000)])
  }

  const run = async (): Promise<void> => {
    try {
      do { again = false; while (open && (await sendOne())) { /* until none is due */ } } while (again && open)
    } catch (error) {
      log.warn({ err: error }, 'mails could not be read; trying again')
    } finally {
      running = undefined
      if (open) timer = setTimeout(() => { running = run() }, pollMs)
    }
  }
  const wake = (): void => {
    if (!open) return
    if (running) { again = true; return }
    clearTimeout(timer)
    running = run()
  }
  return {
    async round() {
      while (running) await running
      while (await sendOne()) { /* until none is due */ }
    },
    start() { open = true; wake() },
    wake,
    async stop() {
      open = false
      clearTimeout(timer)
      await running
      transport.close()
    },
  }
}
