import { failure } from '@octavo/failure'
import type { Money } from '@octavo/money'
import { maxLines, maxQuantity } from '../contract.ts'

/** A line as it is kept: what is meant, and the price last shown of it. Everything else is the catalogue's. */
export interface Line {
  readonly id: string
  readonly offerId: string
  readonly quantity: number
  /** Null when it could not be bought when last looked at. */
  readonly shown: Money | null
  /** The checkout it is bound to. */
  readonly checkoutId?: string
}

/** A cart as it is kept. */
export interface Basket {
  readonly id: string
  readonly owner: string
  readonly market: string
  readonly version: number
  readonly lines: readonly Line[]
  /** The checkout that runs on it. */
  readonly checkoutId: string | null
  /** The placed checkout that took every line, until something is added again. */
  readonly placedCheckoutId: string | null
}

/** What a change may touch. */
export type Content = Pick<Basket, 'market' | 'lines' | 'placedCheckoutId'>

/** Adds to the free line of that offer, or makes one. A bound line is as good as gone. @throws QUANTITY_LIMIT */
export function withOffer(basket: Basket, added: { lineId: string; offerId: string; quantity: number; shown: Money | null }): Content {
  const there = basket.lines.find((line) => line.offerId === added.offerId && line.checkoutId === undefined)
  if (there) return withQuantity(basket, there.id, there.quantity + added.quantity)
  if (basket.lines.length >= maxLines) throw failure('QUANTITY_LIMIT', `A basket holds ${maxLines} different things. Buy these first, or take one out.`, { most: maxLines })
  within(added.quantity)
  const line: Line = { id: added.lineId, offerId: added.offerId, quantity: added.quantity, shown: added.shown }
  return { market: basket.market, lines: [...basket.lines, line], placedCheckoutId: null }
}

/** @throws NOT_FOUND, CART_IN_CHECKOUT, QUANTITY_LIMIT */
export function withQuantity(basket: Basket, lineId: string, quantity: number): Content {
  freeLine(basket, lineId)
  within(quantity)
  return { ...content(basket), lines: basket.lines.map((line) => (line.id === lineId ? { ...line, quantity } : line)) }
}

/** @throws NOT_FOUND, CART_IN_CHECKOUT */
export function withoutLine(basket: Basket, lineId: string): Content {
  freeLine(basket, lineId)
  return { ...content(basket), lines: basket.lines.filter((line) => line.id !== lineId) }
}

/** Another market's prices are new to the shopper, not changed. @throws CART_IN_CHECKOUT */
export function inMarket(basket: Basket, market: string, priceOf: (offerId: string) => Money | null): Content {
  if (basket.checkoutId !== null) throw inCheckout(basket.checkoutId)
  return { ...content(basket), market, lines: basket.lines.map((line) => ({ ...line, shown: priceOf(line.offerId) })) }
}

/** The lines of a checkout are free again; what was added of the same offer meanwhile joins them. */
export function unbound(lines: readonly Line[], checkoutId: string): Line[] {
  return joined([], lines.map((line) => (line.checkoutId === checkoutId ? freed(line) : line)))
}

/** Lines put to others: quantities of one offer are added up to the limit, and what finds no room is left out. */
export function joined(lines: readonly Line[], more: readonly Line[]): Line[] {
  const all = [...lines]
  for (const line of more) {
    const at = line.checkoutId === undefined ? all.findIndex((other) => other.offerId === line.offerId && other.checkoutId === undefined) : -1
    const there = all[at]
    if (there) all[at] = { ...there, quantity: Math.min(maxQuantity, there.quantity + line.quantity) }
    else if (all.length < maxLines) all.push(line)
  }
  return all
}

export const inCheckout = (checkoutId: string) =>
  failure('CART_IN_CHECKOUT', 'This is being bought right now. Wait for that checkout to end, or follow it.', { checkoutId })

function freeLine(basket: Basket, lineId: string): void {
  const line = basket.lines.find((candidate) => candidate.id === lineId)
  if (!line) throw failure('NOT_FOUND', 'This line is not in the basket any more.')
  if (line.checkoutId !== undefined) throw inCheckout(line.checkoutId)
}

function within(quantity: number): void {
  if (quantity > maxQuantity) throw failure('QUANTITY_LIMIT', `A basket holds at most ${maxQuantity} of one thing.`, { most: maxQuantity })
}

const content = ({ market, lines, placedCheckoutId }: Basket): Content => ({ market, lines, placedCheckoutId })

function freed({ checkoutId: _, ...line }: Line): Line {
  return line
}
