import type { Clock } from '@octavo/clock'
import type { Database, Transaction } from '@octavo/database'
import { never } from '@octavo/failure'
import { newId } from '@octavo/ids'
import {
  beginIntent, invoicedBy, isCredited, issueCreditNote, issueInvoice, listIntents, lockIntent, lockTerms, outstandingOf, readIntent, uncreditedOf, writeIntent, type AccountIntent, type Terms,
} from '../store/invoices.ts'
import { invoiceMethod } from '../contract.ts'
import { Refused, type IntentState, type Provider } from './port.ts'

const prefix = 'onacc'
export const isOnAccount = (intentId: string): boolean => intentId.startsWith(`${prefix}_`)

const dayMs = 86_400_000
const pageSize = 100
const closed = 'Paying by invoice is not open to you here. Choose a card; you have not been charged.'
const tooMuch = 'This order is more than is left of your credit. Pay open invoices first, or choose a card; you have not been charged.'

/**
 * Pay on invoice, by ourselves: an authorisation is taken up to a customer's credit limit, a capture is an invoice with the day it is due,
 * a refund is a credit note. Each call is one transaction and keeps its key, so that it has the effect of once. It is never unanswered.
 */
export function invoiceProvider({ database, clock }: { database: Database; clock: Clock }): Provider {
  const intentOf = async (read: Promise<AccountIntent | undefined>): Promise<AccountIntent> => {
    const found = await read
    if (!found) throw new Refused('there is no such purchase on account')
    return found
  }

  /** Why an account may not buy for so much more; undefined when it may. Its terms are held. */
  async function refusal(tx: Transaction, { accountId, currency }: AccountIntent, amountMinor: number): Promise<string | undefined> {
    const terms = accountId === null ? undefined : await lockTerms(tx, accountId)
    if (!terms?.allowed || terms.currency !== currency) return closed
    return await outstandingOf(tx, terms.accountId) + amountMinor > terms.limitMinor ? tooMuch : undefined
  }

  async function invoiced(tx: Transaction, intent: AccountIntent, amountMinor: number, key: string): Promise<void> {
    const terms = await lockTerms(tx, intent.accountId ?? '') as Terms
    const now = clock.now()
    await issueInvoice(tx, { id: newId('inv'), key, intent, amountMinor, dueOn: new Date(now.getTime() + terms.days * dayMs).toISOString().slice(0, 10), now })
  }

  return {
    name: invoiceMethod,

    createIntent: ({ mode, amount, accountId, paymentId }, key) =>
      beginIntent(database, key, { id: newId(prefix), accountId, paymentId, currency: amount.currency, amountMinor: amount.amountMinor, mode }, clock.now()),

    confirmIntent: (intentId) => database.transaction(async (tx) => {
      const intent = await intentOf(lockIntent(tx, intentId))
      if (intent.state !== 'unconfirmed') return stateOf(intent)
      const detail = await refusal(tx, intent, intent.amountMinor)
      const next: AccountIntent = detail !== undefined ? { ...intent, state: 'failed', detail } : intent.mode === 'save_card' ? { ...intent, state: 'promised' } : { ...intent, state: 'authorised', heldMinor: intent.amountMinor }
      await writeIntent(tx, next)
      return stateOf(next)
    }),

    readIntent: async (intentId) => stateOf(await intentOf(readIntent(database, intentId))),

    async listIntents({ since, after }) {
      const rows = await listIntents(database, since, after, pageSize)
      return { intents: rows.map(({ id, paymentId, heldMinor, capturedMinor, refundedMinor }) => ({ id, paymentId, heldMinor, capturedMinor, refundedMinor })), next: rows.length === pageSize ? rows.at(-1)?.id ?? null : null }
    },

    cancelIntent: (intentId) => database.transaction(async (tx) => {
      const intent = await intentOf(lockIntent(tx, intentId))
      if (intent.state === 'captured') return stateOf(intent)
      await writeIntent(tx, { ...intent, state: 'canceled', heldMinor: 0 })
      return { kind: 'canceled' }
    }),

    capture: (intentId, { amount: { amountMinor }, final }, key) => database.transaction(async (tx) => {
      const intent = await intentOf(lockIntent(tx, intentId))
      const before = await invoicedBy(tx, key)
      if (before !== undefined) return before
      if (amountMinor > intent.heldMinor) throw new Refused(`only ${intent.heldMinor} is left to invoice`)
      // Nothing more to invoice only ends what is held.
      if (amountMinor > 0) await invoiced(tx, intent, amountMinor, key)
      await writeIntent(tx, { ...intent, state: 'captured', capturedMinor: intent.capturedMinor + amountMinor, heldMinor: final ? 0 : intent.heldMinor - amountMinor })
      return amountMinor
    }),

    async chargeKept(promisedId, { amount, paymentId }, key) {
      const { accountId } = await intentOf(readIntent(database, promisedId))
      const intentId = await beginIntent(database, key, { id: newId(prefix), accountId, paymentId, currency: amount.currency, amountMinor: amount.amountMinor, mode: 'authorise' }, clock.now())
      return database.transaction(async (tx) => {
        const intent = await intentOf(lockIntent(tx, intentId))
        if (intent.state !== 'unconfirmed') return { intentId, state: stateOf(intent) }
        const detail = await refusal(tx, intent, amount.amountMinor)
        const next: AccountIntent = detail === undefined ? { ...intent, state: 'captured', capturedMinor: amount.amountMinor } : { ...intent, state: 'failed', detail }
        if (detail === undefined) await invoiced(tx, intent, amount.amountMinor, key)
        await writeIntent(tx, next)
        return { intentId, state: stateOf(next) }
      })
    },

    refund: (intentId, { amountMinor }, key) => database.transaction(async (tx) => {
      const intent = await intentOf(lockIntent(tx, intentId))
      if (await isCredited(tx, key)) return
      if (amountMinor > intent.capturedMinor - intent.refundedMinor) throw new Refused('that is more than was invoiced')
      let left = amountMinor
      for (const { id: invoiceId, leftMinor } of await uncreditedOf(tx, intentId)) {
        const part = Math.min(left, leftMinor)
        if (part > 0) await issueCreditNote(tx, { id: newId('crn'), key, invoiceId, amountMinor: part, now: clock.now() })
        left -= part
      }
      await writeIntent(tx, { ...intent, refundedMinor: intent.refundedMinor + amountMinor })
    }),

    chargePresent: async () => { throw new Refused('an invoice is paid by its account') },
    renew: async () => { throw new Refused('what is held on account does not end') },

    // Nothing is kept of customers but their terms, and nobody calls us.
    createCustomer: async () => { throw new Refused('an account that buys by invoice needs no customer') },
    listCards: async () => [],
    removeCard: async () => false,
    readDispute: async () => { throw new Refused('invoices are disputed with people') },
    listDisputes: async () => ({ disputes: [], next: null }),
    webhookSubject: () => { throw new Refused('invoices have no webhooks') },
  }
}

function stateOf({ state, detail, amountMinor, capturedMinor }: AccountIntent): IntentState {
  switch (state) {
    case 'unconfirmed': return { kind: 'unconfirmed' }
    case 'authorised': return { kind: 'authorised', amountMinor, multicapture: true, card: null, captureBefore: null }
    case 'promised': return { kind: 'card_saved', card: null }
    case 'captured': return { kind: 'captured', amountMinor: capturedMinor, card: null }
    case 'failed': return { kind: 'failed', code: 'PAYMENT_FAILED', detail: detail ?? closed }
    case 'canceled': return { kind: 'canceled' }
    default: return never(state)
  }
}
