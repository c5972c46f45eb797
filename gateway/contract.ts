import { oc } from '@orpc/contract'
import { z } from 'zod'
import { addressSchema } from '@octavo/address'
import { cartSchema, maxQuantity } from '@octavo/cart/contract'
import { cardSchema, categoryDraftSchema, categorySchema, importSchema, mediaSchema, productSchema, sortSchema, subjectSchema } from '@octavo/catalog/contract'
import { declare, type FailureCode } from '@octavo/failure'
import { levelSchema, movementSchema, reservationSchema } from '@octavo/inventory/contract'
import { marketSchema } from '@octavo/market'
import { moneySchema } from '@octavo/money'
import { messageSchema } from '@octavo/notifications/contract'
import { checkoutSchema, orderSchema, orderSummarySchema, quoteSchema, sagaDetailsSchema, sagaSchema } from '@octavo/orders/contract'
import { disputeSchema, invoiceSchema, invoiceTermsSchema, paymentSchema, savedCardSchema, shopperChargeSchema } from '@octavo/payments/contract'
import { pageOf } from '@octavo/paging'
import { failingQuerySchema, indexStateSchema, interactionSchema, judgmentSchema, loggedQuerySchema, mostQueryLetters, queryFiguresSchema, newRuleSchema, ruleSchema, searchAnswerSchema, searchSortSchema, suggestionSchema } from '@octavo/search/contract'
import { sellerSchema } from '@octavo/sellers/contract'
import { rateSchema, shipmentSchema } from '@octavo/shipping/contract'
import { accountSchema, savedAddressSchema } from '@octavo/users/contract'
import { parkedActSchema, parkedEventSchema } from '@octavo/events/operations'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** One public operation: its route, what it is for, and what it may refuse. */
const operation = (tag: string, method: Method, path: `/${string}`, summary: string, options: { description?: string; success?: number } = {}) =>
  oc.route({ tags: [tag], method, path, summary, ...(options.description && { description: options.description }), ...(options.success && { successStatus: options.success }) })

const refuses = <const Codes extends readonly FailureCode[]>(...codes: Codes) => declare('INVALID_INPUT', 'RATE_LIMITED', 'UNAVAILABLE', 'DEADLINE_EXCEEDED', 'INTERNAL', ...codes)
const page = {
  limit: z.coerce.number().int().min(1).max(100).default(24).describe('How many, at most 100.'),
  cursor: z.string().max(1000).optional().describe('`nextCursor` of the page before.'),
}
const market = z.string().max(20).optional().describe("A market's id; the shop's first when not given.")
const id = z.string().min(1).max(200)
const ownMarket = market.unwrap()
const nothing = z.object({})

const value = z.string().min(1).max(200)
/** One value, or several given one after another. */
const several = z.union([value, z.array(value).max(50)]).optional()
const wholeNumber = (min: number, max: number) => z.coerce.number().int().min(min).max(max).optional()
const flag = z.stringbool({ truthy: ['true', '1'], falsy: ['false', '0'] }).default(false)

const stockSchema = levelSchema.pick({ onHand: true, reserved: true, available: true }).extend({ offerId: z.string(), stockItemId: z.string() })

/** Something that must never be and is. `promise` is its number in docs/correctness.md, `ids` what it is about. */
export const breachSchema = z.object({ promise: z.int(), detail: z.string(), ids: z.array(z.string()) }).meta({ id: 'Breach' })
export type Breach = z.infer<typeof breachSchema>

/** The public API: what the gateway answers under `/api`. The typed client and the OpenAPI document are made from it. */
export const publicContract = {
  listMarkets: operation('Shop', 'GET', '/api/markets', 'The markets the shop sells in').input(nothing).output(z.object({ items: z.array(marketSchema) })).errors(refuses()),
  getSession: operation('Shop', 'GET', '/api/session', 'Who is asking, and how full the basket is').input(nothing)
    .output(z.object({ signedIn: z.boolean(), name: z.string().nullable(), roles: z.array(z.string()), cartId: z.string().nullable(), itemCount: z.int() })).errors(refuses()),

  listProducts: operation('Catalogue', 'GET', '/api/products', 'Products, as cards').input(z.object({
    market, ...page, sort: sortSchema.default('featured'),
    category: z.string().max(200).optional().describe("A category's handle or id; what is below it counts too."),
    contributor: z.string().max(200).optional(), series: z.string().max(200).optional(),
    subject: z.string().max(250).optional().describe("A subject's handle, such as `thema-fbc`"),
    identifier: z.string().max(200).optional().describe('`scheme:value`, such as `isbn13:9780140449136`'),
  })).output(pageOf(cardSchema)).errors(refuses('NOT_FOUND')),
  getProduct: operation('Catalogue', 'GET', '/api/products/{idOrHandle}', 'A product with its variants and offers').input(z.object({ idOrHandle: id, market })).output(productSchema).errors(refuses('NOT_FOUND')),
  listCategories: operation('Catalogue', 'GET', '/api/categories', 'The tree of categories, as a list with parents').input(z.object({ market })).output(z.object({ items: z.array(categorySchema) })).errors(refuses()),
  getCategory: operation('Catalogue', 'GET', '/api/categories/{idOrHandle}', 'A category, the way to it and what is below it').input(z.object({ idOrHandle: id, market }))
    .output(categorySchema.extend({ path: z.array(categorySchema), children: z.array(categorySchema) })).errors(refuses('NOT_FOUND')),
  getContributor: operation('Catalogue', 'GET', '/api/contributors/{idOrHandle}', 'An author, translator, narrator …; their products are a list of products').input(z.object({ idOrHandle: id })).output(z.object({ id: z.string(), handle: z.string(), name: z.string() })).errors(refuses('NOT_FOUND')),
  getSeries: operation('Catalogue', 'GET', '/api/series/{idOrHandle}', 'A series; its products are a list of products').input(z.object({ idOrHandle: id })).output(z.object({ id: z.string(), handle: z.string(), name: z.string() })).errors(refuses('NOT_FOUND')),
  getSubject: operation('Catalogue', 'GET', '/api/subjects/{handle}', 'A subject of BISAC or Thema; its products are a list of products').input(z.object({ handle: z.string().max(250) })).output(subjectSchema).errors(refuses('NOT_FOUND')),
  getSeller: operation('Catalogue', 'GET', '/api/sellers/{idOrHandle}', 'A seller').input(z.object({ idOrHandle: id })).output(sellerSchema).errors(refuses('NOT_FOUND')),
  listSellers: operation('Catalogue', 'GET', '/api/sellers', 'Who sells here').input(z.object(page)).output(pageOf(sellerSchema)).errors(refuses()),

  search: operation('Search', 'GET', '/api/search', 'Find products by words and facets', {
    description: 'Words are read: formats, prices, languages, years and orders in them are told as `readings`, each to be undone by its `id`. Several values of one facet are given one after another (`format=paperback&format=hardback`) and widen; facets narrow each other. One variant and one offer of it satisfies format, language, condition, seller, availability and price together; it is told as `matched`. What is found stays in its order for ten minutes, five hundred products deep.',
  }).input(z.object({
    market, ...page, q: z.string().max(mostQueryLetters).default('').describe('What a shopper typed. Quotation marks hold words together, a minus leaves out.'),
    format: several, language: several, condition: several, availability: several, contributor: several, series: several, brand: several, decade: several,
    category: several.describe("Handles; what is below them counts too."), subject: several.describe('Handles.'), seller: several.describe('Handles.'), attribute: several.describe('`colour:red`'),
    priceFrom: wholeNumber(0, 1_000_000_000).describe("Minor units of the market's currency, like `priceTo`."), priceTo: wholeNumber(0, 1_000_000_000),
    yearFrom: wholeNumber(-4000, 3000), yearTo: wholeNumber(-4000, 3000), ratingFrom: wholeNumber(1, 5),
    sort: searchSortSchema.optional().describe('`relevance` when words are asked for, else `featured`.'),
    undo: several.describe('Ids of `readings` that are to stay words.'),
    verbatim: flag.describe('Exactly these words: nothing is corrected.'), explain: flag.describe('For operators: what each feature gave to the place.'),
  })).output(searchAnswerSchema).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN')),
  suggest: operation('Search', 'GET', '/api/search/suggest', 'What begins as typed').input(z.object({ market, q: z.string().max(mostQueryLetters).default('').describe('As far as it is typed; nothing is suggested for nothing.'), limit: z.coerce.number().int().min(1).max(20).default(8) }))
    .output(z.object({ items: z.array(suggestionSchema) })).errors(refuses()),
  moreLikeThis: operation('Search', 'GET', '/api/search/similar/{productId}', 'What is about the same as a product', {
    description: 'Products that can be bought, the nearest first, by what their texts are about and not by their words alone. A shop of fewer than some hundred products tells none.',
  }).input(z.object({ productId: id, market, limit: z.coerce.number().int().min(1).max(24).default(8) })).output(z.object({ items: z.array(cardSchema) })).errors(refuses('NOT_FOUND')),

  noteSearchInteractions: operation('Search', 'POST', '/api/search/interactions', 'What was done with what a query showed', {
    description: 'For shops to learn from. Taken from browsers whose owner agreed on the page `/privacy`, which sets the cookie `octavo_insight`; of all others, of robots and of those who send `Sec-GPC: 1` nothing is kept, and `noted` is 0. What is told twice counts once.',
  }).input(z.object({ interactions: z.array(interactionSchema).min(1).max(50) })).output(z.object({ noted: z.int() })).errors(refuses()),

  createCart: operation('Basket', 'POST', '/api/carts', 'Begin a basket', { success: 201 }).input(z.object({ market })).output(cartSchema).errors(refuses('NOT_FOUND')),
  getCart: operation('Basket', 'GET', '/api/carts/{cartId}', 'A basket, priced now, with what changed since it was last looked at').input(z.object({ cartId: id })).output(cartSchema).errors(refuses('NOT_FOUND')),
  addLine: operation('Basket', 'POST', '/api/carts/{cartId}/lines', 'Put copies of an offer into the basket').input(z.object({ cartId: id, offerId: id, quantity: z.int().min(1).max(maxQuantity) }))
    .output(cartSchema).errors(refuses('NOT_FOUND', 'NOT_FOR_SALE', 'OUT_OF_STOCK', 'QUANTITY_LIMIT', 'SIGN_IN_REQUIRED', 'FORBIDDEN')),
  setLineQuantity: operation('Basket', 'PATCH', '/api/carts/{cartId}/lines/{lineId}', 'Change how many').input(z.object({ cartId: id, lineId: id, quantity: z.int().min(1).max(maxQuantity) }))
    .output(cartSchema).errors(refuses('NOT_FOUND', 'OUT_OF_STOCK', 'QUANTITY_LIMIT', 'CART_IN_CHECKOUT', 'FORBIDDEN')),
  removeLine: operation('Basket', 'DELETE', '/api/carts/{cartId}/lines/{lineId}', 'Take a line out').input(z.object({ cartId: id, lineId: id })).output(cartSchema).errors(refuses('NOT_FOUND', 'CART_IN_CHECKOUT', 'FORBIDDEN')),
  setCartMarket: operation('Basket', 'PUT', '/api/carts/{cartId}/market', 'Buy in another market; prices follow').input(z.object({ cartId: id, market: z.string().max(20) })).output(cartSchema).errors(refuses('NOT_FOUND', 'CART_IN_CHECKOUT', 'FORBIDDEN')),
  quote: operation('Basket', 'POST', '/api/carts/{cartId}/quote', 'What it costs, delivered there').input(z.object({ cartId: id, shippingAddress: addressSchema, deliveryOption: z.string().max(60).optional() }))
    .output(quoteSchema).errors(refuses('NOT_FOUND', 'CART_EMPTY', 'NO_DELIVERY', 'NO_SALES_RIGHT', 'FORBIDDEN')),

  startCheckout: operation('Checkout', 'POST', '/api/checkouts', 'Buy what is in the basket', { success: 202, description: 'Needs an `Idempotency-Key`. Answers at once; follow the checkout, or its events, to the end.' })
    .input(z.object({
      cartId: id, email: z.email().max(254), shippingAddress: addressSchema, deliveryOption: z.string().min(1).max(60),
      paymentMethod: z.string().min(1).max(200).describe("The provider's token, never a card number; `invoice` for customers who may pay so."), expectedTotal: moneySchema, saveCard: z.boolean().optional(),
    }))
    .output(checkoutSchema).errors(refuses('BUSY', 'IDEMPOTENCY_KEY_MISSING', 'IDEMPOTENCY_KEY_REUSED', 'IDEMPOTENCY_KEY_IN_USE', 'NOT_FOUND', 'CART_EMPTY', 'CART_IN_CHECKOUT', 'TOTAL_CHANGED', 'NO_DELIVERY', 'NO_SALES_RIGHT', 'NOT_FOR_SALE', 'OUT_OF_STOCK', 'FORBIDDEN')),
  getCheckout: operation('Checkout', 'GET', '/api/checkouts/{checkoutId}', 'Where a checkout stands').input(z.object({ checkoutId: id })).output(checkoutSchema).errors(refuses('NOT_FOUND')),
  getCardEntry: operation('Checkout', 'GET', '/api/payments/card-entry', "Where a card is entered: the provider's own frame or key").input(nothing)
    .output(z.object({ provider: z.string(), frameUrl: z.string().nullable(), formUrl: z.string().nullable(), publishableKey: z.string().nullable() })).errors(refuses()),

  listOrders: operation('Orders', 'GET', '/api/orders', 'Your orders, newest first').input(z.object(page)).output(pageOf(orderSummarySchema)).errors(refuses('SIGN_IN_REQUIRED')),
  getOrder: operation('Orders', 'GET', '/api/orders/{orderId}', 'An order').input(z.object({ orderId: id, key: z.string().max(200).optional().describe("The key of the link in the order's mail.") })).output(orderSchema).errors(refuses('NOT_FOUND')),
  claimOrder: operation('Orders', 'POST', '/api/orders/{orderId}/claim', "Make an order yours by its mail's link").input(z.object({ orderId: id, key: z.string().max(200) })).output(orderSchema).errors(refuses('NOT_FOUND', 'SIGN_IN_REQUIRED', 'FORBIDDEN')),
  payOrder: operation('Orders', 'POST', '/api/orders/{orderId}/pay', 'Pay for goods that have left and whose kept card refused', { description: 'Leads to the bank where it wants to know who is there: go to `url`. It leads back to the order.' }).input(z.object({ orderId: id, key: z.string().max(200).optional().describe("The key of the link in the order's mail.") })).output(shopperChargeSchema).errors(refuses('NOT_FOUND', 'CONFLICT', 'FORBIDDEN')),
  cancelOrder: operation('Orders', 'POST', '/api/orders/{orderId}/cancel', 'Cancel before anything is dispatched').input(z.object({ orderId: id, reason: z.string().max(500).optional() })).output(orderSchema).errors(refuses('NOT_FOUND', 'ORDER_DISPATCHED', 'FORBIDDEN')),

  getAccount: operation('Account', 'GET', '/api/account', 'Your account').input(nothing).output(accountSchema).errors(refuses('SIGN_IN_REQUIRED')),
  listSessions: operation('Account', 'GET', '/api/account/sessions', 'Where you are signed in').input(nothing)
    .output(z.object({ items: z.array(z.object({ id: z.string(), current: z.boolean(), userAgent: z.string().nullable(), ipAddress: z.string().nullable(), createdAt: z.string(), expiresAt: z.string() })) })).errors(refuses('SIGN_IN_REQUIRED')),
  revokeSession: operation('Account', 'DELETE', '/api/account/sessions/{sessionId}', 'Sign out elsewhere').input(z.object({ sessionId: id })).output(z.object({ revoked: z.boolean() })).errors(refuses('SIGN_IN_REQUIRED', 'NOT_FOUND', 'FORBIDDEN')),
  listAddresses: operation('Account', 'GET', '/api/account/addresses', 'Your addresses').input(nothing).output(z.object({ items: z.array(savedAddressSchema) })).errors(refuses('SIGN_IN_REQUIRED')),
  addAddress: operation('Account', 'POST', '/api/account/addresses', 'Keep an address', { success: 201 }).input(z.object({ address: addressSchema, isDefault: z.boolean().optional() })).output(savedAddressSchema).errors(refuses('SIGN_IN_REQUIRED', 'CONFLICT', 'FORBIDDEN')),
  updateAddress: operation('Account', 'PUT', '/api/account/addresses/{addressId}', 'Change an address').input(z.object({ addressId: id, address: addressSchema, isDefault: z.boolean().optional() })).output(savedAddressSchema).errors(refuses('SIGN_IN_REQUIRED', 'NOT_FOUND', 'FORBIDDEN')),
  removeAddress: operation('Account', 'DELETE', '/api/account/addresses/{addressId}', 'Forget an address').input(z.object({ addressId: id })).output(z.object({ removed: z.boolean() })).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN')),
  listSavedCards: operation('Account', 'GET', '/api/account/cards', 'Your cards, kept with the payment provider').input(nothing).output(z.object({ items: z.array(savedCardSchema) })).errors(refuses('SIGN_IN_REQUIRED')),
  getInvoiceTerms: operation('Account', 'GET', '/api/account/invoice-terms', 'Whether you may pay by invoice, and how much is left of your credit').input(nothing).output(z.object({ terms: invoiceTermsSchema.nullable() })).errors(refuses('SIGN_IN_REQUIRED')),
  removeSavedCard: operation('Account', 'DELETE', '/api/account/cards/{cardId}', 'Forget a card').input(z.object({ cardId: id })).output(z.object({ removed: z.boolean() })).errors(refuses('SIGN_IN_REQUIRED', 'NOT_FOUND', 'FORBIDDEN')),

  operatorGetStock: operation('Operator', 'GET', '/api/operator/stock/{offerId}', 'The stock behind an offer, over its locations').input(z.object({ offerId: id })).output(stockSchema).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND')),
  operatorAdjustStock: operation('Operator', 'POST', '/api/operator/stock/{offerId}', 'A movement at the default location').input(z.object({ offerId: id, change: z.int(), reason: z.string().min(1).max(200) })).output(stockSchema)
    .errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND', 'OUT_OF_STOCK')),
  operatorListMovements: operation('Operator', 'GET', '/api/operator/stock/{offerId}/movements', 'What moved the stock behind an offer, newest first').input(z.object({ offerId: id, ...page })).output(pageOf(movementSchema))
    .errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND')),
  operatorListOrders: operation('Operator', 'GET', '/api/operator/orders', 'Orders, newest first').input(z.object({ ...page, offerId: z.string().max(200).optional(), checkoutId: z.string().max(200).optional(), number: z.string().max(20).optional().describe('As it was read out.'), status: orderSchema.shape.status.optional() }))
    .output(pageOf(orderSummarySchema)).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN')),
  operatorGetOrder: operation('Operator', 'GET', '/api/operator/orders/{orderId}', 'Any order').input(z.object({ orderId: id })).output(orderSchema).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND')),
  operatorCancelOrder: operation('Operator', 'POST', '/api/operator/orders/{orderId}/cancel', 'Cancel an order before it is dispatched').input(z.object({ orderId: id, reason: z.string().max(500).optional() })).output(orderSchema).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND', 'ORDER_DISPATCHED')),
  operatorRefundOrder: operation('Operator', 'POST', '/api/operator/orders/{orderId}/refunds', 'Give back copies of an order, or take them off it', { description: 'Needs an `Idempotency-Key`. Copies of lines, and deliveries; what they are worth follows from what was paid for them, to the smallest unit. The refund is `wanted` in the answer and `given` once the provider did it; `restock` counts copies that had left in again then. Copies that have not left are `unsent`: they are not sent any more, free at once (for sale, unless `restock` is false: then they come off the shelf), and not charged where they have not been; a seller’s delivery goes with the last of their goods. All of an order is cancelled instead.' })
    .input(z.object({
      orderId: id, reason: z.string().max(200).optional(), deliveries: z.array(id).max(100).optional().describe('Sub-orders whose delivery is given back.'),
      lines: z.array(z.object({ lineId: id, quantity: z.int().min(1).max(1_000_000), restock: z.boolean().optional().describe('Whether the copies may be sold again; when nothing is said, those that never left.') })).max(500).optional(),
    })).output(orderSchema).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND', 'NOT_REFUNDABLE', 'IDEMPOTENCY_KEY_MISSING', 'IDEMPOTENCY_KEY_REUSED', 'IDEMPOTENCY_KEY_IN_USE')),
  operatorListPayments: operation('Operator', 'GET', '/api/operator/payments', 'Payments, newest first').input(z.object({ ...page, orderId: z.string().max(200).optional(), checkoutId: z.string().max(200).optional() })).output(pageOf(paymentSchema)).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN')),
  operatorGetPayment: operation('Operator', 'GET', '/api/operator/payments/{paymentId}', 'One of them').input(z.object({ paymentId: id })).output(paymentSchema).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND')),
  operatorCapturePayment: operation('Operator', 'POST', '/api/operator/payments/{paymentId}/capture', 'Take authorised money', { description: 'Needs an `Idempotency-Key`.' }).input(z.object({ paymentId: id, amount: moneySchema.optional() })).output(paymentSchema)
    .errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND', 'NOT_CAPTURABLE', 'IDEMPOTENCY_KEY_MISSING', 'IDEMPOTENCY_KEY_REUSED', 'IDEMPOTENCY_KEY_IN_USE')),
  operatorRefundPayment: operation('Operator', 'POST', '/api/operator/payments/{paymentId}/refunds', 'Give money back, whole or in part', { description: 'Needs an `Idempotency-Key`.' }).input(z.object({ paymentId: id, amount: moneySchema.optional(), reason: z.string().max(200).optional() })).output(paymentSchema)
    .errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND', 'NOT_REFUNDABLE', 'IDEMPOTENCY_KEY_MISSING', 'IDEMPOTENCY_KEY_REUSED', 'IDEMPOTENCY_KEY_IN_USE')),
  operatorListDisputes: operation('Operator', 'GET', '/api/operator/disputes', "Charges that their cards' holders dispute, newest first", { description: 'Evidence is handed in with the provider, before `evidenceDueAt`.' }).input(z.object({ ...page, open: z.enum(['true', 'false']).optional().describe('Only those that are not decided.'), paymentId: z.string().max(200).optional() })).output(pageOf(disputeSchema)).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN')),
  operatorGetInvoiceTerms: operation('Operator', 'GET', '/api/operator/accounts/{accountId}/invoice-terms', 'On what terms an account may pay by invoice').input(z.object({ accountId: id })).output(z.object({ terms: invoiceTermsSchema.nullable() })).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN')),
  operatorPutInvoiceTerms: operation('Operator', 'PUT', '/api/operator/accounts/{accountId}/invoice-terms', 'Open paying by invoice to an account, or close it').input(z.object({ accountId: id, allowed: z.boolean(), limit: moneySchema, days: z.int().min(1).max(365) })).output(z.object({ terms: invoiceTermsSchema.nullable() })).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN')),
  operatorListInvoices: operation('Operator', 'GET', '/api/operator/invoices', 'Invoices, newest first').input(z.object({ ...page, accountId: z.string().max(200).optional(), open: z.enum(['true', 'false']).optional().describe('Only those that something is owed on.') })).output(pageOf(invoiceSchema)).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN')),
  operatorRecordInvoicePayment: operation('Operator', 'POST', '/api/operator/invoices/{invoiceId}/payments', 'Note money that came in for an invoice', { description: 'Needs an `Idempotency-Key`, such as the line of the bank\'s statement.' }).input(z.object({ invoiceId: id, amount: moneySchema, receivedOn: z.iso.date() })).output(invoiceSchema)
    .errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND', 'IDEMPOTENCY_KEY_MISSING', 'IDEMPOTENCY_KEY_REUSED', 'IDEMPOTENCY_KEY_IN_USE')),
  operatorListReservations: operation('Operator', 'GET', '/api/operator/reservations', 'Reservations, newest first').input(z.object({ ...page, offerId: z.string().max(200).optional(), checkoutId: z.string().max(200).optional() })).output(pageOf(reservationSchema)).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND')),
  operatorListSagas: operation('Operator', 'GET', '/api/operator/sagas', 'Checkouts in the making, newest first').input(z.object({ ...page, status: sagaSchema.shape.status.optional(), search: z.string().trim().min(1).max(254).optional().describe("A checkout's or an order's id, an order's number, or the address that was given.") })).output(pageOf(sagaSchema)).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN')),
  operatorListShipments: operation('Operator', 'GET', '/api/operator/shipments', 'Parcels, newest first').input(z.object({ ...page, orderId: z.string().max(200).optional(), status: shipmentSchema.shape.status.optional() })).output(pageOf(shipmentSchema)).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN')),
  operatorGetShipment: operation('Operator', 'GET', '/api/operator/shipments/{shipmentId}', 'One of them').input(z.object({ shipmentId: id })).output(shipmentSchema).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND')),
  operatorSplitShipment: operation('Operator', 'POST', '/api/operator/shipments/{shipmentId}/split', 'Take lines out of a parcel that has not left, into one of their own', { success: 201, description: 'Answers with the new parcel. Lines stay whole, and one at least stays behind.' })
    .input(z.object({ shipmentId: id, lineIds: z.array(id).min(1).max(500) })).output(shipmentSchema).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT')),
  operatorBuyLabel: operation('Operator', 'POST', '/api/operator/shipments/{shipmentId}/label', "Buy a label of the shop's carrier", { description: 'The parcel leaves by itself when the carrier says that it has it. Asked again, it is the same label.' }).input(z.object({ shipmentId: id })).output(shipmentSchema)
    .errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND', 'ORDER_CANCELLED', 'CONFLICT')),
  operatorDispatch: operation('Operator', 'POST', '/api/operator/shipments/{shipmentId}/dispatch', 'A parcel leaves; the payment is captured').input(z.object({ shipmentId: id, carrier: z.string().max(60).optional(), trackingNumber: z.string().max(100).optional() })).output(shipmentSchema)
    .errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND', 'ORDER_CANCELLED', 'CONFLICT')),
  operatorDelivered: operation('Operator', 'POST', '/api/operator/shipments/{shipmentId}/delivered', 'A parcel has arrived').input(z.object({ shipmentId: id })).output(shipmentSchema).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT')),
  operatorGetSaga: operation('Operator', 'GET', '/api/operator/sagas/{checkoutId}', 'One of them, step by step, and what operators did to it').input(z.object({ checkoutId: id })).output(sagaDetailsSchema).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND')),
  operatorRetrySaga: operation('Operator', 'POST', '/api/operator/sagas/{checkoutId}/retry', 'Try it again now').input(z.object({ checkoutId: id, reason: z.string().min(1).max(500) })).output(sagaDetailsSchema).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT')),
  operatorEndSaga: operation('Operator', 'POST', '/api/operator/sagas/{checkoutId}/end', 'End one that is stuck', { description: 'What it could not undo is not tried any more: see to it first. Who ended it, why, and what was left stands in its acts.' }).input(z.object({ checkoutId: id, reason: z.string().min(1).max(500) })).output(sagaDetailsSchema)
    .errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT')),
  operatorListParkedEvents: operation('Operator', 'GET', '/api/operator/parked-events', 'Events that a service could not digest').input(z.object({ ...page, service: z.string().max(40).optional() })).output(pageOf(parkedEventSchema)).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN')),
  operatorGetParkedEvent: operation('Operator', 'GET', '/api/operator/parked-events/{service}/{eventId}', 'One of them, with its data and its error').input(z.object({ service: id, eventId: id, consumer: z.string().max(100).optional() })).output(parkedEventSchema).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND')),
  operatorReplayParkedEvent: operation('Operator', 'POST', '/api/operator/parked-events/{service}/{eventId}/replay', 'Try it again, and what waits behind it').input(z.object({ service: id, eventId: id, consumer: z.string().max(100).optional(), reason: z.string().max(500).optional() })).output(z.object({ replayed: z.boolean() })).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND')),
  operatorDropParkedEvent: operation('Operator', 'DELETE', '/api/operator/parked-events/{service}/{eventId}', 'Let it go').input(z.object({ service: id, eventId: id, consumer: z.string().max(100).optional(), reason: z.string().max(500).optional() })).output(z.object({ dropped: z.boolean() })).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND')),
  operatorListParkedActs: operation('Operator', 'GET', '/api/operator/parked-acts', 'What operators did to parked events, the newest of each service first').input(z.object({ ...page, service: z.string().max(40).optional() })).output(pageOf(parkedActSchema)).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN')),
  operatorAudit: operation('Operator', 'GET', '/api/operator/audit', 'Compare what the services and the payment provider say, page by page', {
    description: 'Changes nothing. Go on with `nextCursor` until it is null. What looks wrong is looked at again after two seconds; what is still so is a breach.',
  }).input(z.object({ cursor: page.cursor, since: z.iso.datetime().optional().describe('Checkouts begun since then, and all that are open; everything when not given. Stock is always looked at whole.') }))
    .output(z.object({ part: z.string(), examined: z.int(), breaches: z.array(breachSchema), withOperator: z.array(z.string()), nextCursor: z.string().nullable() })).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN')),
  operatorListMessages: operation('Operator', 'GET', '/api/operator/messages', 'Mails sent or kept, newest first').input(z.object({ ...page, to: z.string().max(254).optional() })).output(pageOf(messageSchema)).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN')),
  operatorGetMessage: operation('Operator', 'GET', '/api/operator/messages/{messageId}', 'A mail with its words').input(z.object({ messageId: id })).output(messageSchema.extend({ html: z.string(), text: z.string() })).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND')),
  operatorPutProducts: operation('Operator', 'POST', '/api/operator/products', 'Put whole products into the catalogue, up to a thousand').input(z.object({ source: z.string().min(1).max(100), drafts: z.array(z.unknown()).max(1000) }))
    .output(z.object({ outcomes: z.array(z.object({ key: z.string(), outcome: z.enum(['created', 'updated', 'unchanged', 'rejected']), productId: z.string().optional(), reason: z.string().optional() })) })).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN')),
  operatorListPictures: operation('Operator', 'GET', '/api/operator/products/{productId}/pictures', "A product's uploaded pictures, its cover first").input(z.object({ productId: id })).output(z.object({ items: z.array(mediaSchema) })).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND')),
  operatorArrangePictures: operation('Operator', 'PUT', '/api/operator/products/{productId}/pictures', 'Put them in order and say what they show', { description: 'Names each of them once; the first becomes the cover.' })
    .input(z.object({ productId: id, pictures: z.array(z.object({ id, alt: z.string().max(500) })).max(100) })).output(z.object({ items: z.array(mediaSchema) })).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT')),
  operatorRemovePicture: operation('Operator', 'DELETE', '/api/operator/products/{productId}/pictures/{pictureId}', 'Take a picture away').input(z.object({ productId: id, pictureId: id })).output(z.object({ removed: z.boolean() })).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND')),
  operatorSetPrice: operation('Operator', 'PUT', '/api/operator/offers/{offerId}/price', "Set an offer's price in one currency").input(z.object({ offerId: id, price: moneySchema })).output(z.object({ version: z.int() })).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND')),
  operatorPutSeller: operation('Operator', 'PUT', '/api/operator/sellers/{handle}', 'Make or change a seller').input(z.object({ handle: z.string().max(60), name: z.string().min(1).max(120), about: z.string().max(2000).optional(), standing: z.enum(['good', 'suspended']).optional() })).output(sellerSchema).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN')),
  operatorGetRates: operation('Operator', 'GET', '/api/operator/sellers/{sellerId}/rates', "A seller's delivery rates in a market", { description: "`own` is false when the seller has none and the shop's hold for it. The shop's own are those of the seller `*`." })
    .input(z.object({ sellerId: id, market: ownMarket })).output(z.object({ own: z.boolean(), rates: z.array(rateSchema) })).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN')),
  operatorPutRates: operation('Operator', 'PUT', '/api/operator/sellers/{sellerId}/rates', "Replace a seller's delivery rates in a market", { description: "Whole: a parcel that no rate fits is not sent. With no rates the shop's hold for the seller." })
    .input(z.object({ sellerId: id, market: ownMarket, rates: z.array(rateSchema).max(1000) })).output(z.object({ count: z.int() })).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN')),
  operatorPutMember: operation('Operator', 'PUT', '/api/operator/sellers/{sellerId}/members/{accountId}', 'Let an account sell for a seller').input(z.object({ sellerId: id, accountId: id, role: z.enum(['owner', 'staff']) })).output(z.object({ added: z.boolean() }))
    .errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND')),
  operatorListMemberships: operation('Operator', 'GET', '/api/operator/accounts/{accountId}/memberships', 'The sellers an account sells for').input(z.object({ accountId: id })).output(z.object({ items: z.array(z.object({ sellerId: z.string(), role: z.enum(['owner', 'staff']) })) }))
    .errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN')),
  operatorPutCategories: operation('Operator', 'PUT', '/api/operator/categories', 'Make or change categories', { description: 'Known by their handles; none goes away. Products of one that moved follow it.' }).input(z.object({ categories: z.array(categoryDraftSchema).max(1000) })).output(z.object({ count: z.int() })).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN')),
  operatorSetRoles: operation('Operator', 'PUT', '/api/operator/accounts/{accountId}/roles', 'What an account may do').input(z.object({ accountId: id, roles: z.array(z.enum(['shopper', 'seller', 'operator'])) })).output(accountSchema).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND')),
  operatorListAccounts: operation('Operator', 'GET', '/api/operator/accounts', 'Accounts, newest first').input(z.object({ ...page, email: z.string().max(254).optional() })).output(pageOf(accountSchema)).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN')),
  operatorListSearchRules: operation('Operator', 'GET', '/api/operator/search/rules', 'Synonyms, redirects, pins and boosts, newest first').input(nothing).output(z.object({ items: z.array(ruleSchema) })).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN')),
  operatorPutSearchRule: operation('Operator', 'POST', '/api/operator/search/rules', 'Make a rule, or change the one with its id', { description: 'Effective in every process within seconds; nothing is indexed anew.' }).input(z.object({ rule: newRuleSchema })).output(ruleSchema).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN')),
  operatorRemoveSearchRule: operation('Operator', 'DELETE', '/api/operator/search/rules/{ruleId}', 'Let a rule go').input(z.object({ ruleId: id })).output(z.object({ removed: z.boolean() })).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND')),
  operatorListFailingQueries: operation('Operator', 'GET', '/api/operator/search/failing-queries', 'What people asked for and did not find, the most frequent first').input(z.object({ days: z.coerce.number().int().min(1).max(90).default(30), limit: z.coerce.number().int().min(1).max(500).default(100) }))
    .output(z.object({ items: z.array(failingQuerySchema) })).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN')),
  operatorListQueries: operation('Operator', 'GET', '/api/operator/search/queries', 'What people ask, the most frequent first', {
    description: '`which` is `all`, `not-found` (nothing has all the words) or `not-clicked` (looked at, and nothing came of it). What came of a query is known of shoppers who agreed to be noted: `watched` counts their askings.',
  }).input(z.object({ days: z.coerce.number().int().min(1).max(730).default(30), which: z.enum(['all', 'not-found', 'not-clicked']).default('all'), limit: z.coerce.number().int().min(1).max(500).default(100) }))
    .output(z.object({ items: z.array(queryFiguresSchema) })).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN')),
  operatorGetSearchLog: operation('Operator', 'GET', '/api/operator/search/log', 'Queries and what was done with them, oldest first', { description: 'In the shape of User Behavior Insights 1.3.0: `query` is a line of `ubi_queries`, `events` are lines of `ubi_events`.' })
    .input(z.object({ days: z.coerce.number().int().min(1).max(730).default(30), limit: z.coerce.number().int().min(1).max(1000).default(200), cursor: page.cursor })).output(pageOf(loggedQuerySchema)).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN')),
  operatorGetJudgments: operation('Operator', 'GET', '/api/operator/search/judgments', 'How good products are for queries, as clicks imply', {
    description: 'By the position-based model: a click is a look and a liking, and how often each place is looked at (`positions`) is fitted with them, or measured where results were shuffled. `attractiveness` is the share of those who look that click.',
  }).input(z.object({ days: z.coerce.number().int().min(1).max(730).default(30), shoppers: z.coerce.number().int().min(1).max(1000).default(3).describe('Only queries that so many different shoppers asked.'), limit: z.coerce.number().int().min(1).max(100_000).default(10_000) }))
    .output(z.object({ model: z.string(), positions: z.array(z.object({ position: z.int(), examined: z.number(), measured: z.boolean() })), items: z.array(judgmentSchema) })).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN')),
  operatorGetSearchIndex: operation('Operator', 'GET', '/api/operator/search/index', 'Which indexes there are, and whether the live one has everything').input(nothing).output(indexStateSchema).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN')),
  operatorRebuildSearchIndex: operation('Operator', 'POST', '/api/operator/search/index/rebuild', 'Begin to make the index anew while the old one answers', { description: 'Answers at once. How far it is, the index itself tells (`pending` of what is `building`); asked again, it goes on where it was.' }).input(nothing)
    .output(z.object({ name: z.string(), products: z.int() })).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN')),
  operatorListImports: operation('Operator', 'GET', '/api/operator/imports', 'Catalogue imports, newest first').input(z.object(page)).output(pageOf(importSchema)).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN')),
  operatorResumeImport: operation('Operator', 'POST', '/api/operator/imports/{importId}/resume', 'Go on with an uploaded file that failed').input(z.object({ importId: id })).output(z.object({ resumed: z.literal(true) })).errors(refuses('SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT')),
}

export type PublicContract = typeof publicContract
