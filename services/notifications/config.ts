import { z } from 'zod'
import { readConfig, type Environment } from '@octavo/config'

export interface NotificationsConfig {
  /** Where mail is handed over; without it mails stay in the shop's own outbox. */
  readonly smtpUrl: string | undefined
  readonly from: string
  readonly shopName: string
}

/** What stands in a mail's head. */
const oneLine = /^[^\r\n]*$/

export function readNotificationsConfig(environment: Environment): NotificationsConfig {
  const read = readConfig({
    OCTAVO_SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'an address such as smtp://user:password@mail.example:587' }).optional(),
    OCTAVO_MAIL_FROM: z.string().regex(oneLine, 'one line').default('Octavo <shop@octavo.example>'),
    OCTAVO_SHOP_NAME: z.string().min(1).max(120).regex(oneLine, 'one line').default('Octavo'),
  }, environment)
  return { smtpUrl: read.OCTAVO_SMTP_URL, from: read.OCTAVO_MAIL_FROM, shopName: read.OCTAVO_SHOP_NAME }
}
