import type { PageLocals } from '@octavo/gateway/pages'
import { field } from '../page/form.ts'
import { refusable } from '../page/refusal.ts'
import type { View } from '../page/view.ts'
import type { Remembered } from './remembered.ts'

/** Where a posted payment form leads: to the checkout it began, to the card network's own page for a card, or back with a reason. */
export async function pay({ clients, origin }: PageLocals, cartId: string, remembered: Remembered | undefined, form: FormData, { link, locale }: View): Promise<string> {
  if (!remembered) return link('/checkout')
  const chosen = field(form, 'card')
  const paymentMethod = chosen === 'new' || chosen === '' ? field(form, 'paymentMethod') : chosen
  const saveCard = field(form, 'saveCard') === 'yes'
  if (paymentMethod === '') {
    const { formUrl } = await clients.payments.cardEntry({})
    return formUrl === null ? link('/checkout', { said: 'CARD_MISSING' }) : cardPage(formUrl, `${origin}${link('/checkout', { keep: saveCard ? 'yes' : undefined })}`, locale)
  }
  const { done, refused, data } = { done: undefined, data: undefined, ...(await refusable(clients.orders.startCheckout({
    key: field(form, 'key'), cartId, email: remembered.email, shippingAddress: remembered.address, deliveryOption: field(form, 'deliveryOption'), paymentMethod, saveCard,
    expectedTotal: { amountMinor: Math.trunc(Number(field(form, 'totalMinor'))), currency: field(form, 'currency') },
  }))) }
  if (done) return link(`/checkout/${done.id}`)
  if (refused === 'CART_IN_CHECKOUT' && typeof data?.['checkoutId'] === 'string') return link(`/checkout/${data['checkoutId']}`)
  // Nothing was begun: what was typed for this card is not asked for again.
  if (refused === 'BUSY') return link('/checkout', { said: refused, keep: saveCard ? 'yes' : undefined, payment_method: chosen === 'new' || chosen === '' ? paymentMethod : undefined })
  // The page was used before, with another card: a fresh page has a fresh key.
  return link('/checkout', { said: refused === 'IDEMPOTENCY_KEY_REUSED' ? 'AGAIN' : refused })
}

/** The provider's own page for a card, which leads back with `payment_method` added to the address. */
export function cardPage(formUrl: string, back: string, locale: string): string {
  const url = new URL(formUrl)
  url.searchParams.set('return', back)
  url.searchParams.set('locale', locale)
  return url.href
}
