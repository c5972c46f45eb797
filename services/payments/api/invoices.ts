import { requireAccount, requireOperator } from '@octavo/caller'
import { failure } from '@octavo/failure'
import { newId } from '@octavo/ids'
import { money } from '@octavo/money'
import { cutPage, readCursor, writeCursor } from '@octavo/paging'
import type { Handler } from '@octavo/rpc'
import type { Invoice, InvoiceTerms, paymentsContract } from '../contract.ts'
import type { PaymentsParts } from '../deps.ts'
import { listInvoiceRows, lockInvoice, notePayment, outstandingOf, putTerms, readInvoice, readTerms, type InvoiceRow } from '../store/invoices.ts'

type Parts = Pick<PaymentsParts, 'database' | 'clock'>

/** Whether whoever asks may pay by invoice, and how much is left of the credit; nothing for whom it is not open. */
export const myInvoiceTerms = ({ database }: Parts): Handler<typeof paymentsContract.myInvoiceTerms> =>
  async ({ context }) => {
    const terms = await termsOf(database, requireAccount(context.caller).accountId)
    return { terms: terms?.allowed ? terms : null }
  }

export const getInvoiceTerms = ({ database }: Parts): Handler<typeof paymentsContract.getInvoiceTerms> =>
  async ({ input, context }) => {
    requireOperator(context.caller)
    return { terms: await termsOf(database, input.accountId) }
  }

export const putInvoiceTerms = ({ database, clock }: Parts): Handler<typeof paymentsContract.putInvoiceTerms> =>
  async ({ input: { accountId, allowed, limit, days }, context }) => {
    requireOperator(context.caller)
    if (limit.amountMinor < 0) throw failure('INVALID_INPUT', 'A limit is not below nothing.')
    await putTerms(database, { accountId, allowed, currency: limit.currency, limitMinor: limit.amountMinor, days }, clock.now())
    return { terms: await termsOf(database, accountId) }
  }

export const listInvoices = ({ database }: Parts): Handler<typeof paymentsContract.listInvoices> =>
  async ({ input, context }) => {
    requireOperator(context.caller)
    const [before] = readCursor('invoices', input.cursor, 1) ?? []
    const rows = await listInvoiceRows(database, { accountId: input.accountId ?? null, open: input.open }, String(before ?? 'zzz'), input.limit + 1)
    const { items, nextCursor } = cutPage(rows, input.limit, (last) => writeCursor('invoices', [last.id]))
    return { items: items.map(invoiceView), nextCursor }
  }

/** Money that came in for an invoice, as it was read off the bank's statement. More than is open is taken too: it is the customer's then. */
export const recordInvoicePayment = ({ database, clock }: Parts): Handler<typeof paymentsContract.recordInvoicePayment> =>
  async ({ input: { invoiceId, amount, receivedOn, key }, context }) => {
    requireOperator(context.caller)
    await database.transaction(async (tx) => {
      if (!(await lockInvoice(tx, invoiceId))) throw failure('NOT_FOUND', 'There is no such invoice.')
      const invoice = await readInvoice(tx, invoiceId)
      if (invoice?.currency !== amount.currency) throw failure('INVALID_INPUT', `This invoice is in ${invoice?.currency}.`)
      if (amount.amountMinor <= 0) throw failure('INVALID_INPUT', 'An amount is more than nothing.')
      const before = await notePayment(tx, { id: newId('ivp'), key, invoiceId, amountMinor: amount.amountMinor, receivedOn, now: clock.now() })
      if (before && (before.invoiceId !== invoiceId || before.amountMinor !== amount.amountMinor)) throw failure('IDEMPOTENCY_KEY_REUSED')
    })
    return invoiceView(await readInvoice(database, invoiceId) as InvoiceRow)
  }

async function termsOf(database: Parts['database'], accountId: string): Promise<InvoiceTerms | null> {
  const terms = await readTerms(database, accountId)
  if (!terms) return null
  const { allowed, currency, limitMinor, days } = terms
  const outstandingMinor = await outstandingOf(database, accountId)
  return { accountId, allowed, days, limit: money(limitMinor, currency), outstanding: money(outstandingMinor, currency), left: money(Math.max(0, limitMinor - outstandingMinor), currency) }
}

function invoiceView({ id, number, accountId, paymentId, orderId, currency, amountMinor, creditedMinor, paidMinor, issuedAt, dueOn }: InvoiceRow): Invoice {
  return {
    id, number, accountId, paymentId, orderId, amount: money(amountMinor, currency), credited: money(creditedMinor, currency), paid: money(paidMinor, currency),
    open: money(Math.max(0, amountMinor - creditedMinor - paidMinor), currency), issuedAt: issuedAt.toISOString(), dueOn,
  }
}
