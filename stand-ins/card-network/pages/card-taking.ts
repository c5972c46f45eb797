import { checkCard, readExpiry, type EntryProblem } from '../cards/card-entry.ts'
import { doWork, type Network } from '../network.ts'
import { keepCard, type PaymentMethod } from '../payments/payment-methods.ts'
import { text, type Form } from '../protocol/form.ts'

/** Makes a payment method of what was typed on one of the pages, or says what is wrong with it. */
export function takeCard(network: Network, form: Form): { paymentMethod: PaymentMethod } | { problem: EntryProblem } {
  const expiry = readExpiry(text(form, 'expiry') ?? '')
  const checked = checkCard({ number: text(form, 'number') ?? '', ...expiry, cvc: text(form, 'cvc') ?? '' }, network.nowMs())
  if ('problem' in checked) return checked
  return { paymentMethod: doWork(network, { requestId: null, idempotencyKey: null }, (work) => keepCard(work, checked.card, expiry).body) }
}
