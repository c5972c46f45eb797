import { z } from 'zod'
import { declare } from '@octavo/failure'
import { pageInput, pageOf } from '@octavo/paging'
import { idempotent } from '@octavo/rpc'

export const messageSchema = z.object({
  id: z.string(), to: z.string(), subject: z.string(), kind: z.string(), status: z.enum(['queued', 'sent', 'kept', 'failed']), createdAt: z.string(), sentAt: z.string().nullable(),
}).meta({ id: 'Message' })

export const auditedMailsSchema = z.object({ orderId: z.string(), confirmed: z.int(), dispatched: z.int(), cancelled: z.int(), refunded: z.int() })
export type AuditedMails = z.infer<typeof auditedMailsSchema>

export const notificationsContract = {
  /** Mail that did not leave the shop because no SMTP server is configured, and what was sent; newest first. */
  listMessages: idempotent.input(z.object({ ...pageInput, to: z.string().optional() })).output(pageOf(messageSchema)).errors(declare('FORBIDDEN')),
  getMessage: idempotent.input(z.object({ messageId: z.string() })).output(messageSchema.extend({ html: z.string(), text: z.string() })).errors(declare('NOT_FOUND', 'FORBIDDEN')),
  /** How many mails of each kind each of these orders has, those without any left out. */
  audit: idempotent.input(z.object({ orderIds: z.array(z.string()).max(1000) })).output(z.array(auditedMailsSchema)).errors(declare('FORBIDDEN')),
  /** Sends a mail that another service has the words' data for, once a key: verification and password reset. No name is in it: anybody may have typed one. */
  send: idempotent
    .input(z.object({ key: z.string().max(300), kind: z.enum(['verify-email', 'reset-password']), to: z.email(), locale: z.string(), url: z.string() }))
    .output(z.object({ messageId: z.string() })).errors(declare('FORBIDDEN')),
}
