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
  stop(): Promise<void>
}

interface Row { readonly id: string; readonly kind: MailKind; readonly recipient: string; readonly subject: string; readonly locale: string; readonly data: MailData[MailKind]; readonly attempts: number }
const pollMs = 5000
const mostAttempts = 10

/** Hands queued mails to the mail server, one after the other; what it does not take is tried again, later each time. */
export function openSender({ database, outbox, smtpUrl, from, shopName, shopUrl, clock, log }: { database: Database; outbox: Outbox; smtpUrl: string; from: string; shopName: string; shopUrl: () => string; clock: Clock; log: Log }): Sender {
  const transport = createTransport({ url: smtpUrl, pool: true, maxConnections: 2, connectionTimeout: 10_000, socketTimeout: 20_000 })
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let again = false
  let open = false

  const sendOne = (): Promise<boolean> => database.transaction(async (tx) => {
    const row = await tx.maybe<Row>(`select id, kind, recipient, subject, locale, data, attempts from message where status = 'queued' and next_attempt_at <= $1 order by next_attempt_at limit 1 for update skip locked`, [clock.now()])
    if (!row) return false
    try {
      const words = render(row.kind, { subject: row.subject, data: row.data as never, shopName, shopUrl: shopUrl(), locale: row.locale })
      // The id stays the same when a crash makes it go out twice, so that mail programs show it once.
      await transport.sendMail({ from, to: row.recipient, subject: row.subject, ...words, messageId: `<${row.id}@${new URL(shopUrl()).hostname}>` })
      await tx.run(`update message set status = 'sent', sent_at = $2, attempts = attempts + 1 where id = $1`, [row.id, clock.now()])
      await outbox.append(tx, messageSent, row.id, { messageId: row.id, kind: row.kind, to: row.recipient, at: clock.now().toISOString() })
    } catch (error) {
      const attempts = row.attempts + 1
      log.warn({ err: error, message: row.id, attempts }, 'a mail could not be handed over')
      await tx.run(`update message set attempts = $2, status = $3, next_attempt_at = $4, last_error = $5 where id = $1`, [row.id, attempts, attempts >= mostAttempts ? 'failed' : 'queued', new Date(clock.now().getTime() + Math.min(2000 * 2 ** attempts, 3_600_000)), (error as Error).message.slice(0, 1000)])
    }
    return true
  })

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
