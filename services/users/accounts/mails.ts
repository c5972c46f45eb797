import { createHash } from 'node:crypto'
import type { notificationsContract } from '@octavo/notifications/contract'
import type { Client } from '@octavo/rpc'
import type { Log } from '@octavo/telemetry'
import { defaultLocale, type MailWords } from '../auth/auth.ts'

export interface Mails {
  /** Nobody waits for it: how long it takes, or that it fails, would tell a stranger who has an account. A lost one is asked for again. */
  send(words: MailWords): void
  /** When all that were asked for are handed over. */
  idle(): Promise<void>
}

/** Asks notifications for mails, one a token. */
export function openMails({ notifications, log }: { notifications: Client<typeof notificationsContract>; log: Log }): Mails {
  const open = new Set<Promise<void>>()
  return {
    send({ kind, to, locale, url, token }) {
      const key = `${kind} ${createHash('sha256').update(token).digest('base64url')}`
      const sent: Promise<void> = notifications.send({ key, kind, to, locale: spoken(locale), url })
        .then(() => {}, (error: unknown) => log.warn({ err: error, kind }, 'a mail could not be asked for'))
        .finally(() => open.delete(sent))
      open.add(sent)
    },
    async idle() { await Promise.all(open) },
  }
}

/** What somebody gave as a locale may be none. */
function spoken(locale: string | null | undefined): string {
  try { return Intl.getCanonicalLocales((locale ?? defaultLocale).slice(0, 35))[0] ?? defaultLocale } catch { return defaultLocale }
}
