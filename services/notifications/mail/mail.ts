import type { z } from 'zod'
import { money as makeMoney, format, type Money } from '@octavo/money'
import { wordsIn } from './words/words.ts'
import type { orderCancelled, orderPaymentRefused, orderPlaced, orderRefunded, subOrderDispatched } from '@octavo/orders/events'

type DataOf<Type extends { schema: z.ZodType }> = z.output<Type['schema']>

/** What each kind of mail is made of, as it is stored. */
export interface MailData {
  'order-confirmed': DataOf<typeof orderPlaced>
  'order-dispatched': DataOf<typeof subOrderDispatched>
  'order-cancelled': DataOf<typeof orderCancelled>
  'order-refunded': DataOf<typeof orderRefunded>
  'payment-refused': DataOf<typeof orderPaymentRefused>
  'verify-email': { url: string }
  'reset-password': { url: string }
}
export type MailKind = keyof MailData

/** The subject says what happened and, of an order, which. */
export function subjectOf<Kind extends MailKind>(kind: Kind, data: MailData[Kind], { shopName, locale }: { shopName: string; locale: string }): string {
  const words = wordsIn(locale)
  // Nothing of it was charged, so nothing comes back.
  if ('notCharged' in data && data.notCharged?.amountMinor === data.amount.amountMinor) return words.refunded.changed(data.number)
  return words.subject[kind]('number' in data ? data.number : shopName)
}

/** What templates may call. */
export interface MailTools {
  readonly shopName: string
  readonly shopUrl: string
  price(amount: Money): string
  total(unitPrice: Money, quantity: number): string
  date(day: string): string
  orderUrl(orderId: string, linkKey: string): string
}

export function mailTools({ shopName, shopUrl, locale }: { shopName: string; shopUrl: string; locale: string }): MailTools {
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' })
  return {
    shopName, shopUrl,
    price: (amount) => format(amount, locale),
    total: (unitPrice, quantity) => format(makeMoney(unitPrice.amountMinor * quantity, unitPrice.currency), locale),
    date: (day) => dates.format(new Date(day)),
    orderUrl: (orderId, linkKey) => `${shopUrl}/orders/${orderId}?key=${encodeURIComponent(linkKey)}`,
  }
}
