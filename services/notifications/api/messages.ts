import { requireOperator, requireService } from '@octavo/caller'
import { failure } from '@octavo/failure'
import { cutPage, readCursor, writeCursor } from '@octavo/paging'
import type { Handler } from '@octavo/rpc'
import type { notificationsContract } from '../contract.ts'
import { compose } from '../mail/compose.ts'
import type { MailData, MailKind } from '../mail/mail.ts'
import { render } from '../mail/render.ts'
import type { NotificationsDeps } from '../deps.ts'

type Contract = typeof notificationsContract
interface Row { readonly id: string; readonly kind: MailKind; readonly recipient: string; readonly subject: string; readonly status: 'queued' | 'sent' | 'kept' | 'failed'; readonly created_at: Date; readonly sent_at: Date | null }
const columns = 'id, kind, recipient, subject, status, created_at, sent_at'
const shown = (row: Row) => ({ id: row.id, to: row.recipient, subject: row.subject, kind: row.kind, status: row.status, createdAt: row.created_at.toISOString(), sentAt: row.sent_at?.toISOString() ?? null })

/** The cursor holds the time to the microsecond, as the database writes it: several mails are made in one millisecond. */
interface Listed extends Row { readonly madeAt: string }
const listed = `select ${columns}, created_at::text as "madeAt" from message`
const before = '(created_at, id) < ($1::timestamptz, $2)'
const newest = 'order by created_at desc, id desc limit $3'

export const listMessages = ({ database }: NotificationsDeps): Handler<Contract['listMessages']> => async ({ input, context }) => {
  requireOperator(context.caller)
  const [madeAt, id] = readCursor('messages', input.cursor, 2) ?? ['infinity', '']
  const rows = input.to === undefined
    ? await database.rows<Listed>(`${listed} where ${before} ${newest}`, [madeAt, id, input.limit + 1])
    : await database.rows<Listed>(`${listed} where lower(recipient) = lower($4) and ${before} ${newest}`, [madeAt, id, input.limit + 1, input.to])
  const page = cutPage(rows, input.limit, (last) => writeCursor('messages', [last.madeAt, last.id]))
  return { items: page.items.map(shown), nextCursor: page.nextCursor }
}

export const getMessage = ({ database, config, publicUrl }: NotificationsDeps): Handler<Contract['getMessage']> => async ({ input, context }) => {
  requireOperator(context.caller)
  const row = await database.maybe<Row & { data: MailData[MailKind]; locale: string }>(`select ${columns}, data, locale from message where id = $1`, [input.messageId])
  if (!row) throw failure('NOT_FOUND')
  return { ...shown(row), ...render(row.kind, { subject: row.subject, data: row.data, shopName: config.shopName, shopUrl: publicUrl(), locale: row.locale }) }
}

export const send = ({ database, config, sender }: NotificationsDeps): Handler<Contract['send']> => async ({ input, context }) => {
  requireService(context.caller)
  const { key, kind, to, locale, url } = input
  await compose(database, [{ onceKey: key, kind, to, locale, data: { url } }], { shopName: config.shopName, queue: config.smtpUrl !== undefined })
  sender?.wake()
  const { id } = await database.one<{ id: string }>('select id from message where once_key = $1', [key])
  return { messageId: id }
}
