import type { Availability, Product } from '@octavo/catalog/contract'

export type Variant = Product['variants'][number]
export type Offer = Variant['offers'][number]

/** An edition with the offer that its line in the list of formats stands for. */
export interface Edition {
  readonly variant: Variant
  /** Undefined when nobody offers it in this market. */
  readonly offer: Offer | undefined
}

export const buyable = (availability: Availability): boolean => availability !== 'out_of_stock'

/** Each variant with its best new copy, else its best copy: what can be bought first, in the catalogue's order among those. */
export function editionsOf({ variants }: Pick<Product, 'variants'>): Edition[] {
  const editions = variants.map((variant) => ({ variant, offer: bestOf(variant.offers.filter(isNew)) ?? bestOf(variant.offers) }))
  return editions.sort((a, b) => rank(a) - rank(b))
}

const isNew = ({ condition }: Offer): boolean => condition === 'new'
const bestOf = (offers: readonly Offer[]): Offer | undefined => offers.find(({ availability }) => buyable(availability)) ?? offers[0]
const rank = ({ offer }: Edition): number => (!offer ? 2 : buyable(offer.availability) ? 0 : 1)

/** The edition a page opens on: the one asked for, else the first that can be bought. */
export const chosenEdition = (editions: readonly Edition[], variantId: string | null): Edition | undefined =>
  editions.find(({ variant }) => variant.id === variantId) ?? editions[0]

export const canBuy = ({ offer }: Edition): boolean => offer !== undefined && buyable(offer.availability)

/** The edition that the button buys before anything is chosen. */
export const firstBuyable = (editions: readonly Edition[], chosen: Edition | undefined): Edition | undefined => (chosen && canBuy(chosen) ? chosen : editions.find(canBuy))

/** Copies beside those that the list of formats has, cheapest first. */
export function otherCopies(editions: readonly Edition[]): { variant: Variant; offer: Offer }[] {
  return editions
    .flatMap(({ variant, offer: shown }) => variant.offers.filter((offer) => offer.id !== shown?.id && buyable(offer.availability)).map((offer) => ({ variant, offer })))
    .sort((a, b) => a.offer.price.amountMinor - b.offer.price.amountMinor)
}

/** How many of four leaves of the grade's mark are filled. */
export const gradeLeaves: Readonly<Record<string, number>> = { new: 4, used_like_new: 4, used_very_good: 3, used_good: 2, used_acceptable: 1 }
