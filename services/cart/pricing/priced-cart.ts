import type { SaleOffer } from '@octavo/catalog/contract'
import { equal, sum, times, zero, type Money } from '@octavo/money'
import type { Cart } from '../contract.ts'
import type { Basket, Line } from '../basket/basket.ts'

type CartLine = Cart['lines'][number]
type Change = Cart['changes'][number]

/** The cart as the shopper sees it: today's prices, and what differs from the prices last shown. */
export function pricedCart(basket: Basket, currency: string, offers: ReadonlyMap<string, SaleOffer>): Cart {
  const lines = basket.lines.map((line) => pricedLine(line, currency, offers.get(line.offerId)))
  return {
    id: basket.id,
    market: basket.market,
    currency,
    lines,
    subtotal: sum(lines.map((line) => line.lineTotal), currency),
    itemCount: lines.reduce((count, line) => count + line.quantity, 0),
    changes: basket.lines.flatMap((line) => change(line, offers.get(line.offerId)?.price ?? null)),
    checkoutId: basket.checkoutId,
    version: basket.version,
  }
}

/** The lines with the prices they are shown at now. */
export const asShown = (lines: readonly Line[], offers: ReadonlyMap<string, SaleOffer>): Line[] =>
  lines.map((line) => (line.checkoutId === undefined ? { ...line, shown: offers.get(line.offerId)?.price ?? null } : line))

/** A bound line's price is agreed on and does not change. */
function change(line: Line, now: Money | null): Change[] {
  if (line.checkoutId !== undefined) return []
  const told = { lineId: line.id, offerId: line.offerId, before: line.shown, after: now }
  if (line.shown === null) return now === null ? [] : [{ ...told, kind: 'available' }]
  if (now === null) return [{ ...told, kind: 'unavailable' }]
  return equal(now, line.shown) ? [] : [{ ...told, kind: 'price' }]
}

function pricedLine(line: Line, currency: string, offer: SaleOffer | undefined): CartLine {
  const unitPrice = offer?.price ?? null
  const own = { id: line.id, offerId: line.offerId, quantity: line.quantity, unitPrice, checkoutId: line.checkoutId ?? null }
  if (!offer) return { ...own, ...gone, lineTotal: zero(currency) }
  return {
    ...own,
    lineTotal: unitPrice ? times(unitPrice, line.quantity) : zero(currency),
    productId: offer.productId,
    variantId: offer.variantId,
    handle: offer.handle,
    title: offer.title,
    ...(offer.author === undefined ? {} : { author: offer.author }),
    format: offer.format,
    condition: offer.condition,
    seller: { id: offer.sellerId, name: offer.sellerName },
    availability: offer.availability,
    ...(offer.left === undefined ? {} : { left: offer.left }),
    digital: offer.digital,
    cover: offer.cover,
    media: offer.media,
  }
}

/** An offer that the catalogue does not know any more. */
const gone = {
  productId: '', variantId: '', handle: '', title: '', format: 'other', condition: 'new', seller: { id: '', name: '' },
  availability: 'out_of_stock', digital: false, cover: { format: 'other' }, media: [],
} satisfies Partial<CartLine>
