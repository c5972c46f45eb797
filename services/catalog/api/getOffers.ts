import type { Market } from '@octavo/market'
import { money } from '@octavo/money'
import type { Handler } from '@octavo/rpc'
import { isAwaited, shownDigital, shownOf } from '../cards/availability.ts'
import type { StoredCard } from '../cards/derive.ts'
import { priceIn } from '../cards/price-in.ts'
import type { catalogContract, SaleOffer } from '../contract.ts'
import type { CatalogParts } from '../deps.ts'
import { readOffers, type OfferRow } from '../store/offers.ts'
import { marketOf } from './market.ts'

export const getOffers = ({ database, markets, clock }: Pick<CatalogParts, 'database' | 'markets' | 'clock'>): Handler<typeof catalogContract.getOffers> =>
  async ({ input }) => {
    const market = marketOf(markets, input.market)
    if (input.offerIds.length === 0) return []
    const today = clock.now().toISOString().slice(0, 10)
    const byId = new Map((await readOffers(database, input.offerIds)).map((row) => [row.offerId, row]))
    return input.offerIds.flatMap((id) => {
      const row = byId.get(id)
      return row ? [saleOffer(row, market, today)] : []
    })
  }

function saleOffer(row: OfferRow, market: Market, today: string): SaleOffer {
  const { offerId, productId, variantId, sellerId, sellerHandle, sellerName, format, condition, stockItemId, unitsPerSale, digital, weightGrams, taxClass, details } = row
  const { card } = JSON.parse(row.card) as StoredCard
  const author = card.contributors.find(({ role }) => role === 'author') ?? card.contributors[0]
  const price = row.standing === 'good' ? priceIn(row, market, today) : undefined
  const stock = row.available === null ? undefined : { available: row.available, promisable: row.promisable ?? 0, version: 0 }
  return {
    offerId, productId, variantId, sellerId, sellerHandle, sellerName, format, condition, stockItemId, unitsPerSale, digital, weightGrams, taxClass,
    handle: card.handle,
    title: details.title ?? card.title,
    ...(author && { author: author.name }),
    price: price === undefined ? null : money(price, market.currency),
    ...(digital ? shownDigital(isAwaited(details.publishedOn, today)) : shownOf(stock, unitsPerSale, isAwaited(details.publishedOn, today))),
    ...(details.salesRights !== undefined && { salesRights: details.salesRights }),
    identifiers: details.identifiers,
    cover: {
      format,
      ...(details.heightMm !== undefined && { heightMm: details.heightMm }),
      ...(details.widthMm !== undefined && { widthMm: details.widthMm }),
      ...(card.cover.subject !== undefined && { subject: card.cover.subject }),
    },
    media: card.media,
  }
}
