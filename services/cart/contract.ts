import { z } from 'zod'
import { saleOfferSchema } from '@octavo/catalog/contract'
import { declare } from '@octavo/failure'
import { moneySchema } from '@octavo/money'
import { idempotent, procedure } from '@octavo/rpc'

/** As many of one offer as a basket holds. */
export const maxQuantity = 99
/** As many different offers as a basket holds. */
export const maxLines = 100

export const cartLineSchema = z.object({
  id: z.string(),
  offerId: z.string(),
  quantity: z.int(),
  /** As it is now; null when it cannot be bought in this market any more. */
  unitPrice: moneySchema.nullable(),
  lineTotal: moneySchema,
  productId: z.string(),
  variantId: z.string(),
  handle: z.string(),
  title: z.string(),
  author: z.string().optional(),
  format: z.string(),
  condition: z.string(),
  seller: z.object({ id: z.string(), name: z.string() }),
  availability: saleOfferSchema.shape.availability,
  left: z.int().optional(),
  digital: z.boolean(),
  cover: saleOfferSchema.shape.cover,
  media: saleOfferSchema.shape.media,
  /** The checkout it is bound to: neither changed nor frozen again until that ends. */
  checkoutId: z.string().nullable(),
})

export const cartSchema = z.object({
  id: z.string(),
  market: z.string(),
  currency: z.string(),
  lines: z.array(cartLineSchema),
  /** Over the lines that can be bought. */
  subtotal: moneySchema,
  itemCount: z.int(),
  /** What changed since the shopper last looked. */
  changes: z.array(z.object({ lineId: z.string(), offerId: z.string(), kind: z.enum(['price', 'unavailable', 'available']), before: moneySchema.nullable(), after: moneySchema.nullable() })),
  /** A checkout that runs on it. */
  checkoutId: z.string().nullable(),
  version: z.int(),
}).meta({ id: 'Cart' })
export type Cart = z.infer<typeof cartSchema>

/** A line as it was agreed on: nothing in it changes any more. */
export const frozenLineSchema = z.object({ lineId: z.string(), quantity: z.int(), unitPrice: moneySchema, offer: saleOfferSchema })
export type FrozenLine = z.infer<typeof frozenLineSchema>

const step = { cartId: z.string(), checkoutId: z.string(), attempt: z.int().min(1), fence: z.int().min(0) }
const cartId = z.string().max(100)
const lineErrors = declare('NOT_FOUND', 'NOT_FOR_SALE', 'OUT_OF_STOCK', 'QUANTITY_LIMIT', 'CART_IN_CHECKOUT', 'SIGN_IN_REQUIRED')

export const cartContract = {
  createCart: procedure.input(z.object({ market: z.string().optional() })).output(cartSchema).errors(declare('NOT_FOUND')),
  getCart: idempotent.input(z.object({ cartId })).output(cartSchema).errors(declare('NOT_FOUND')),
  /** The caller's latest cart, null when there is none. */
  currentCart: idempotent.input(z.object({})).output(cartSchema.nullable()),
  /** Adds to the line of that offer, or makes one. */
  addLine: procedure.input(z.object({ cartId, offerId: z.string().min(1).max(100), quantity: z.int().min(1).max(maxQuantity) })).output(cartSchema).errors(lineErrors),
  setQuantity: idempotent.input(z.object({ cartId, lineId: z.string().max(100), quantity: z.int().min(1).max(maxQuantity) })).output(cartSchema).errors(lineErrors),
  removeLine: idempotent.input(z.object({ cartId, lineId: z.string().max(100) })).output(cartSchema).errors(lineErrors),
  /** Another market re-prices it. */
  setMarket: idempotent.input(z.object({ cartId, market: z.string() })).output(cartSchema).errors(declare('NOT_FOUND', 'CART_IN_CHECKOUT')),
  /** The lines that can be bought, priced now: what a quote is made of. Checked to be the owner's. */
  priceLines: idempotent.input(z.object({ cartId, owner: z.string() })).output(z.object({ market: z.string(), version: z.int(), lines: z.array(frozenLineSchema) })).errors(declare('NOT_FOUND')),
  /**
   * Binds every line to the checkout and gives them as agreed. CART_IN_CHECKOUT names `checkoutId` when another one runs, or took
   * every line; CART_EMPTY when there is nothing to buy.
   */
  freeze: idempotent.input(z.object({ ...step, owner: z.string() })).output(z.object({ market: z.string(), lines: z.array(frozenLineSchema) }))
    .errors(declare('NOT_FOUND', 'CART_EMPTY', 'CART_IN_CHECKOUT', 'NOT_FOR_SALE', 'STALE_FENCE', 'UNDONE')),
  /** The undo of freeze. */
  unbind: idempotent.input(z.object(step)).output(z.object({ unbound: z.boolean() })).errors(declare('STALE_FENCE')),
  /** The order is placed: its lines leave the cart, later additions stay. */
  removeBound: idempotent.input(z.object(step)).output(z.object({ removed: z.int() })).errors(declare('STALE_FENCE')),
}
