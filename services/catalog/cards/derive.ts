import type { Market } from '@octavo/market'
import type { Card } from '../contract.ts'
import type { Tree } from '../categories/tree.ts'
import type { Goods, GoodsOffer, GoodsVariant } from '../products/goods.ts'
import { listedSubjects } from '../products/listed-subjects.ts'
import { canBeBought, isAwaited, rankOf, shownDigital, shownOf, type Shown, type Stock } from './availability.ts'
import { mediaOf } from './media.ts'
import { nextChangeOf } from './next-change.ts'
import { priceIn } from './price-in.ts'
import { sortKeysOf, unpriced, type SortKeys } from './sort-keys.ts'

/** What is made of goods to be read quickly: stored, and made again when anything it shows changes. */
export interface Derived extends SortKeys {
  /** 0 is the list of everything. */
  readonly lists: readonly number[]
  /** A stored card, as JSON. */
  readonly card: string
  /** What lists by price sort by, by market. */
  readonly prices: Readonly<Record<string, number>>
  /** The next day on which some of it changes by itself: a book is published, a price begins or ends. */
  readonly changesOn: string | null
}

/** What a market tells of a card differently from the others. */
export type CardInMarket = Pick<Card, 'price' | 'priceVaries' | 'availability'>

export interface StoredCard {
  readonly card: Omit<Card, keyof CardInMarket>
  readonly markets: Readonly<Record<string, CardInMarket>>
}

/** What goods are seen in the light of. */
export interface World {
  readonly stock: ReadonlyMap<string, Stock>
  /** Sellers that may not sell. */
  readonly suspended: ReadonlySet<string>
  /** `YYYY-MM-DD` */
  readonly today: string
}

export interface SeenOffer extends GoodsOffer {
  readonly shown: Shown
}
export type SeenVariant = Omit<GoodsVariant, 'offers'> & { readonly offers: readonly SeenOffer[] }

/** Each offer of those who may sell, with what a shopper is told of its stock. */
export function seen({ variants }: Goods, { stock, suspended, today }: World): SeenVariant[] {
  return variants.map((variant) => {
    const awaited = isAwaited(variant.details.publishedOn, today)
    const shown = ({ stockItemId, unitsPerSale }: GoodsOffer): Shown =>
      variant.digital ? shownDigital(awaited) : shownOf(stockItemId === null ? undefined : stock.get(stockItemId), unitsPerSale, awaited)
    return { ...variant, offers: variant.offers.filter(({ sellerId }) => !suspended.has(sellerId)).map((offer) => ({ ...offer, shown: shown(offer) })) }
  })
}

export function derive(goods: Goods, world: World, tree: Tree, markets: readonly Market[]): Derived {
  const publishedOn = goods.variants.map(({ details }) => details.publishedOn).filter((day) => day !== undefined).sort().at(-1)
  const offers = seen(goods, world).flatMap((variant) => variant.offers)
  const stored: StoredCard = { card: cardOf(goods, publishedOn), markets: Object.fromEntries(markets.map((market) => [market.id, cardIn(market, world.today, offers)])) }
  return {
    ...sortKeysOf(goods, publishedOn),
    lists: goods.details.withdrawn ? [] : [...new Set([0, ...goods.nameLists, ...goods.categoryIds.flatMap((id) => tree.listsUpFrom(id))])].sort((a, b) => a - b),
    card: JSON.stringify(stored),
    prices: pricesOf(stored),
    changesOn: nextChangeOf(goods, world.today),
  }
}

export const pricesOf = ({ markets }: StoredCard): Record<string, number> =>
  Object.fromEntries(Object.entries(markets).map(([market, { price }]) => [market, price?.amountMinor ?? unpriced]))

function cardOf({ id, handle, kind, title, details, pictures, variants }: Goods, publishedOn: string | undefined): StoredCard['card'] {
  const { subtitle, language, contributors, series, rating } = details
  const face = variants.find((variant) => variant.details.heightMm !== undefined) ?? variants[0]
  const subject = listedSubjects(details.subjects).map(({ code }) => code).join(' ')
  return {
    id, handle, kind, title,
    ...(subtitle !== undefined && { subtitle }),
    ...(language !== undefined && { language }),
    contributors,
    series: series.map(({ handle, name, position }) => ({ handle, name, ...(position !== undefined && { position }) })),
    formats: [...new Set(variants.map(({ format }) => format))],
    media: mediaOf({ pictures, details }),
    rating: rating && { average: rating.average, count: rating.count },
    ...(publishedOn !== undefined && { publishedOn }),
    cover: {
      format: face?.format ?? 'other',
      ...(face?.details.heightMm !== undefined && { heightMm: face.details.heightMm }),
      ...(face?.details.widthMm !== undefined && { widthMm: face.details.widthMm }),
      ...(subject !== '' && { subject }),
    },
  }
}

function cardIn(market: Market, today: string, offers: readonly SeenOffer[]): CardInMarket {
  const offered = offers.flatMap((offer) => { const price = priceIn(offer, market, today); return price === undefined ? [] : [{ price, shown: offer.shown }] })
  const buyable = offered.filter(({ shown }) => canBeBought(shown.availability))
  const amounts = (buyable.length ? buyable : offered).map(({ price }) => price)
  const lowest = amounts.length ? Math.min(...amounts) : undefined
  const best = offered.reduce<Shown>((a, { shown }) => (rankOf(shown.availability) < rankOf(a.availability) ? shown : a), { availability: 'out_of_stock' })
  return {
    price: lowest === undefined ? null : { amountMinor: lowest, currency: market.currency },
    priceVaries: amounts.some((amount) => amount !== lowest),
    availability: best.availability,
  }
}
