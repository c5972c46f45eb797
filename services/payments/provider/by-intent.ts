import { invoiceMethod } from '../contract.ts'
import { isOnAccount } from './invoice.ts'
import type { Provider } from './port.ts'

/** Several providers as one: what is new goes by how it is paid, all else by whose intent it is. Cards and webhooks are the card provider's. */
export function byIntent(cards: Provider, invoices: Provider): Provider {
  const of = (intentId: string): Provider => (isOnAccount(intentId) ? invoices : cards)
  const forMethod = (paymentMethod: string): Provider => (paymentMethod === invoiceMethod ? invoices : cards)
  return {
    ...cards,
    createIntent: (request, key) => forMethod(request.paymentMethod).createIntent(request, key),
    confirmIntent: (intentId, options, key) => of(intentId).confirmIntent(intentId, options, key),
    readIntent: (intentId) => of(intentId).readIntent(intentId),
    cancelIntent: (intentId, key) => of(intentId).cancelIntent(intentId, key),
    capture: (intentId, options, key) => of(intentId).capture(intentId, options, key),
    chargeKept: (intentId, options, key) => of(intentId).chargeKept(intentId, options, key),
    chargePresent: (intentId, options, key) => of(intentId).chargePresent(intentId, options, key),
    renew: (intentId, options, key) => of(intentId).renew(intentId, options, key),
    refund: (intentId, amount, key) => of(intentId).refund(intentId, amount, key),
    /** The cards' pages first, then the invoices': where one list ends the other begins. */
    async listIntents({ since, after }) {
      if (after !== null && (after === firstOnAccount || isOnAccount(after))) return invoices.listIntents({ since, after: after === firstOnAccount ? null : after })
      const page = await cards.listIntents({ since, after })
      return { intents: page.intents, next: page.next ?? firstOnAccount }
    },
  }
}

/** Stands for the place before the first page of invoices. */
const firstOnAccount = 'onacc'
