import type { Filters, IndexedProduct, MatchedOffer } from '../port.ts'

/** The variant and offer of a product that satisfies the filters: what can be bought first, then the lowest price. */
export function matchedOffer({ variants }: IndexedProduct, { chosen, priceFrom, priceTo }: Filters, currency: string): MatchedOffer | null {
  const has = (values: readonly string[] | undefined, value: string | undefined): boolean => !values?.length || (value !== undefined && values.includes(value))
  const needsPrice = [chosen.condition, chosen.seller, chosen.availability].some((values) => values?.length) || priceFrom !== undefined || priceTo !== undefined
  const fitting = variants.flatMap((variant): (MatchedOffer & { readonly price: number; readonly buyable: boolean })[] => {
    if (!has(chosen.format, variant.format) || !has(chosen.language, variant.language)) return []
    const offers = variant.offers.filter(({ condition, seller, availability, prices }) => {
      const price = prices[currency]
      if (price === undefined) return !needsPrice
      return has(chosen.condition, condition) && has(chosen.seller, seller.value) && has(chosen.availability, availability) && price >= (priceFrom ?? 0) && price <= (priceTo ?? Infinity)
    }).map((offer) => ({ variantId: variant.id, offerId: offer.id, price: offer.prices[currency] ?? Infinity, buyable: offer.availability !== 'out_of_stock' && offer.prices[currency] !== undefined }))
    return offers.length > 0 || variant.offers.length > 0 || needsPrice ? offers : [{ variantId: variant.id, offerId: null, price: Infinity, buyable: false }]
  })
  const [best] = fitting.sort((a, b) => Number(b.buyable) - Number(a.buyable) || a.price - b.price)
  return best ? { variantId: best.variantId, offerId: best.offerId } : null
}
