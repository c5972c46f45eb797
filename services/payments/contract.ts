import { z } from 'zod'
import { declare } from '@octavo/failure'
import { moneySchema } from '@octavo/money'
import { pageInput, pageOf } from '@octavo/paging'
import { idempotent } from '@octavo/rpc'

export const paymentStatusSchema = z.enum(['pending', 'requires_action', 'authorised', 'captured', 'voided', 'failed', 'refunded', 'card_saved'])

export const paymentSchema = z.object({
  id: z.string(),
  orderId: z.string(),
  checkoutId: z.string(),
  status: paymentStatusSchema,
  authorised: moneySchema,
  captured: moneySchema,
  refunded: moneySchema,
  /** What of it will not be taken: of goods that were taken off their order before they left. */
  notCharged: moneySchema,
  /** Taken back by disputes that were not won. */
  disputed: moneySchema,
  provider: z.string(),
  /** The provider's own id of the intent, once it has one. */
  providerReference: z.string().nullable(),
  card: z.object({ brand: z.string(), last4: z.string() }).nullable(),
  /** A kept card that refused to pay when the goods left, until the money came. `retryAt`: when it is asked again by itself, null when no more. */
  problem: z.object({ detail: z.string(), at: z.string(), retryAt: z.string().nullable() }).nullable(),
  createdAt: z.string(),
}).meta({ id: 'Payment' })
export type Payment = z.infer<typeof paymentSchema>

/** A charge that its card's holder disputes. `withdrawn` is taken back from the shop at this moment; `evidenceDueAt` is when evidence must be with the provider. */
export const disputeSchema = z.object({
  id: z.string(), paymentId: z.string().nullable(), orderId: z.string().nullable(), providerReference: z.string(), state: z.enum(['inquiry', 'open', 'under_review', 'won', 'lost', 'closed']), reason: z.string(),
  amount: moneySchema, withdrawn: moneySchema, feeMinor: z.int(), evidenceDueAt: z.string().nullable(), openedAt: z.string(),
}).meta({ id: 'Dispute' })
export type Dispute = z.infer<typeof disputeSchema>

export const savedCardSchema = z.object({ id: z.string(), brand: z.string(), last4: z.string(), expMonth: z.int(), expYear: z.int() }).meta({ id: 'SavedCard' })

/** The payment method of who pays by invoice. */
export const invoiceMethod = 'invoice'

/** On what terms an account may pay by invoice. `left` is the limit less all that was bought and neither credited nor paid. */
export const invoiceTermsSchema = z.object({ accountId: z.string(), allowed: z.boolean(), days: z.int(), limit: moneySchema, outstanding: moneySchema, left: moneySchema }).meta({ id: 'InvoiceTerms' })
export type InvoiceTerms = z.infer<typeof invoiceTermsSchema>

/** What is owed for goods that left. `open` is what of it is neither credited nor paid. */
export const invoiceSchema = z.object({
  id: z.string(), number: z.string(), accountId: z.string(), paymentId: z.string(), orderId: z.string(), amount: moneySchema, credited: moneySchema, paid: moneySchema, open: moneySchema, issuedAt: z.string(), dueOn: z.string(),
}).meta({ id: 'Invoice' })
export type Invoice = z.infer<typeof invoiceSchema>

/** A payment as the audit sees it. Amounts in minor units. */
export const auditedPaymentSchema = z.object({
  paymentId: z.string(), checkoutId: z.string(), orderId: z.string(), status: paymentStatusSchema, currency: z.string(),
  amountMinor: z.int(), authorisedMinor: z.int(), capturedMinor: z.int(), refundedMinor: z.int(), notChargedMinor: z.int(),
  /** Captures, refunds or releases that are still to be done, each tried again at its time. */
  wanted: z.int(),
  /** Other payments of the same order that hold money or a card. */
  rivals: z.array(z.string()),
})
export type AuditedPayment = z.infer<typeof auditedPaymentSchema>

/** How a charge stands for which the shopper is there. `unknown`: the provider has not told; look at the order in a moment. */
export const shopperChargeSchema = z.object({
  status: z.enum(['paid', 'requires_action', 'failed', 'unknown']), url: z.string().optional(), code: z.enum(['CARD_DECLINED', 'AUTHENTICATION_FAILED', 'PAYMENT_FAILED']).optional(), detail: z.string().optional(),
}).meta({ id: 'ShopperCharge' })
export type ShopperCharge = z.infer<typeof shopperChargeSchema>

const step = { checkoutId: z.string(), attempt: z.int().min(1), fence: z.int().min(0) }

/** What a bank says of a card beyond no, where it says so. */
export const declineReasons = ['insufficient_funds', 'expired_card', 'incorrect_cvc'] as const

/** Where an authorisation stands. `unknown` means: ask again, the provider has not told. */
export const authorisationSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('authorised'), paymentId: z.string() }),
  z.object({ status: z.literal('card_saved'), paymentId: z.string() }),
  z.object({ status: z.literal('requires_action'), paymentId: z.string(), url: z.string() }),
  z.object({ status: z.literal('failed'), paymentId: z.string(), code: z.enum(['CARD_DECLINED', 'AUTHENTICATION_FAILED', 'PAYMENT_FAILED']), detail: z.string(), reason: z.enum(declineReasons).optional() }),
  z.object({ status: z.literal('unknown'), paymentId: z.string() }),
])
export type Authorisation = z.infer<typeof authorisationSchema>

export const paymentsContract = {
  /**
   * Creates the intent unconfirmed, persists its id, confirms it; repeated, it goes on where it stood and never authorises twice. An
   * outcome that is not known is found by reading the intent. `save_card` keeps the card (setup intent) for what is promised, not there.
   */
  authorise: idempotent
    .input(z.object({
      ...step, orderId: z.string(), amount: moneySchema, mode: z.enum(['authorise', 'save_card']),
      /** The provider's token, never a card number; `invoice` for who may pay so. */
      paymentMethod: z.string().min(1).max(200), accountId: z.string().nullable(), email: z.string(), saveCard: z.boolean(),
      /** How many sub-orders will be dispatched: several ask for part-by-part captures. */
      subOrders: z.int().min(1), returnUrl: z.string(),
    }))
    .output(authorisationSchema).errors(declare('STALE_FENCE', 'UNDONE', 'CONFLICT')),
  /** Reads the provider's intent and says where it stands. */
  resolve: idempotent.input(z.object({ checkoutId: z.string() })).output(authorisationSchema).errors(declare('NOT_FOUND')),
  /** The undo of authorise: cancels the intent by id (or refunds what was captured); done when the provider says so. */
  void: idempotent.input(z.object({ ...step, reason: z.string() })).output(z.object({ voided: z.boolean() })).errors(declare('STALE_FENCE', 'UNAVAILABLE')),
  getPayment: idempotent.input(z.object({ paymentId: z.string() })).output(paymentSchema).errors(declare('NOT_FOUND', 'FORBIDDEN')),
  listPayments: idempotent.input(z.object({ ...pageInput, orderId: z.string().optional(), checkoutId: z.string().optional() })).output(pageOf(paymentSchema)).errors(declare('FORBIDDEN')),
  capture: idempotent.input(z.object({ paymentId: z.string(), amount: moneySchema.optional(), key: z.string().min(1).max(400) })).output(paymentSchema).errors(declare('NOT_FOUND', 'NOT_CAPTURABLE', 'IDEMPOTENCY_KEY_REUSED', 'FORBIDDEN', 'UNAVAILABLE', 'INVALID_INPUT')),
  refund: idempotent.input(z.object({ paymentId: z.string(), amount: moneySchema.optional(), reason: z.string().max(200).default('requested_by_customer'), key: z.string().min(1).max(400) })).output(paymentSchema).errors(declare('NOT_FOUND', 'NOT_REFUNDABLE', 'IDEMPOTENCY_KEY_REUSED', 'FORBIDDEN', 'UNAVAILABLE', 'INVALID_INPUT')),
  /** Asks a kept card that refused without its holder, with the holder there: where that stands, and the bank's page when it wants to know who is there. */
  askShopper: idempotent.input(z.object({ orderId: z.string(), returnUrl: z.url() })).output(shopperChargeSchema).errors(declare('NOT_FOUND', 'CONFLICT', 'UNAVAILABLE')),
  /** Newest first; `open` leaves out what is decided. */
  listDisputes: idempotent.input(z.object({ ...pageInput, open: z.boolean().default(false), paymentId: z.string().max(100).optional() })).output(pageOf(disputeSchema)).errors(declare('FORBIDDEN')),
  listSavedCards: idempotent.input(z.object({})).output(z.array(savedCardSchema)).errors(declare('SIGN_IN_REQUIRED', 'UNAVAILABLE')),
  removeSavedCard: idempotent.input(z.object({ cardId: z.string() })).output(z.object({ removed: z.boolean() })).errors(declare('SIGN_IN_REQUIRED', 'NOT_FOUND', 'UNAVAILABLE')),
  /** What a page needs to take a card: the provider's own frame, or its public key. */
  cardEntry: idempotent.input(z.object({})).output(z.object({ provider: z.string(), frameUrl: z.string().nullable(), formUrl: z.string().nullable(), publishableKey: z.string().nullable() })),
  /** Whether the account that asks may pay by invoice. */
  myInvoiceTerms: idempotent.input(z.object({})).output(z.object({ terms: invoiceTermsSchema.nullable() })).errors(declare('SIGN_IN_REQUIRED')),
  getInvoiceTerms: idempotent.input(z.object({ accountId: z.string().max(100) })).output(z.object({ terms: invoiceTermsSchema.nullable() })).errors(declare('FORBIDDEN')),
  /** Opens paying by invoice to an account, or closes it to what is bought from now on. */
  putInvoiceTerms: idempotent.input(z.object({ accountId: z.string().min(1).max(100), allowed: z.boolean(), limit: moneySchema, days: z.int().min(1).max(365) })).output(z.object({ terms: invoiceTermsSchema.nullable() })).errors(declare('FORBIDDEN', 'INVALID_INPUT')),
  /** Newest first. */
  listInvoices: idempotent.input(z.object({ ...pageInput, accountId: z.string().max(100).optional(), open: z.boolean().default(false) })).output(pageOf(invoiceSchema)).errors(declare('FORBIDDEN')),
  /** Once a key. */
  recordInvoicePayment: idempotent.input(z.object({ invoiceId: z.string().max(100), amount: moneySchema, receivedOn: z.iso.date(), key: z.string().min(1).max(400) })).output(invoiceSchema).errors(declare('NOT_FOUND', 'FORBIDDEN', 'INVALID_INPUT', 'IDEMPOTENCY_KEY_REUSED')),
  /** The payments of checkouts: of the named ones, or a page by checkout of those begun since then. */
  audit: idempotent
    .input(z.object({ checkoutIds: z.array(z.string()).max(1000).optional(), after: z.string().max(100).default(''), since: z.iso.datetime().nullable().default(null), limit: z.int().min(1).max(1000).default(1000) }))
    .output(z.object({ payments: z.array(auditedPaymentSchema), next: z.string().nullable() })).errors(declare('FORBIDDEN')),
  /** A page of the provider's own list of intents made since then, newest first, with those that hold or took money we do not know of. */
  auditProvider: idempotent
    .input(z.object({ after: z.string().max(200).nullable().default(null), since: z.iso.datetime().nullable().default(null) }))
    .output(z.object({ examined: z.int(), wrong: z.array(z.object({ intentId: z.string(), paymentId: z.string().nullable(), detail: z.string() })), next: z.string().nullable() })).errors(declare('FORBIDDEN', 'UNAVAILABLE')),
  snapshot: idempotent.input(z.object({ ...pageInput })).output(pageOf(paymentSchema.extend({ version: z.int() }))),
}
