import type { Queryable } from '@octavo/database'
import { newId } from '@octavo/ids'
import { subjectOf, type MailData, type MailKind } from './mail.ts'

export interface Composed<Kind extends MailKind = MailKind> {
  /** The same again composes nothing. */
  readonly onceKey: string
  readonly kind: Kind
  readonly to: string
  readonly locale: string
  readonly data: MailData[Kind]
}

/** Puts mails into the outbox, each once; with no mail server they are kept there. */
export async function compose(on: Queryable, mails: readonly Composed[], { shopName, queue }: { shopName: string; queue: boolean }): Promise<void> {
  if (mails.length === 0) return
  await on.run(
    `insert into message (id, once_key, kind, recipient, subject, locale, data, status)
     select id, once_key, kind, recipient, subject, locale, data::jsonb, $8 from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[]) as m (id, once_key, kind, recipient, subject, locale, data)
     on conflict (once_key) do nothing`,
    [mails.map(() => newId('msg')), mails.map(({ onceKey }) => onceKey), mails.map(({ kind }) => kind), mails.map(({ to }) => to), mails.map(({ kind, data, locale }) => subjectOf(kind, data as never, { shopName, locale })), mails.map(({ locale }) => locale), mails.map(({ data }) => JSON.stringify(data)), queue ? 'queued' : 'kept'])
}
