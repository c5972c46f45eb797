import type { Market } from '@octavo/market'
import type { Card } from '../contract.ts'
import type { Tree } from '../categories/tree.ts'
import type { Goods, GoodsOffer, GoodsVariant } from '../products/goods.ts'
import { canBeBought, isAwaited, rankOf, shownOf, type Shown, type Stock } from './availability.ts'
import { pageOfGoods } from './page.ts'
import { sortKeysOf, unpriced, type SortKeys } from './sort-keys.ts'

/** What is made of goods to be read quickly: stored, and made again when anything it shows changes. */
export interface Derived extends SortKeys {
  /** 0 is the list of everything. */
  readonly lists: readonly number[]
  readonly cards: readonly StoredCard[]
  readonly page: string
}

export interface StoredCard {
  readonly market: string
  /** What lists by price sort by. */
  readonly price: number
  readonly json: string
}

/** What the goods are seen in the light of. */
export interface World {
  readonly markets: readonly Market[]
  readonly tree: Tree
  readonly stock: ReadonlyMap<string, Stock>
  /** Sellers that may not sell. */
  readonly suspended: ReadonlySet<string>
  /** `YYYY-MM-DD` */
  readonly today: string
}

export interface SeenOffer extends GoodsOffer {
  readonly shown: Shown
}

export function derive(goods: Goods, world: World): Derived {
  const seen = goods.variants.map((variant) => ({ ...variant, offers: variant.offers.map((offer) => ({ ...offer, shown: seenAs(variant, offer, world) })) }))
  const publishedOn = goods.variants.map(({ details }) => details.publishedOn).filter((day) => day !== undefined).sort().at(-1)
  const offers = seen.flatMap((variant) => variant.offers).filter(({ sellerId }) => !world.suspended.has(sellerId))
  const base = cardBase(goods, publishedOn)
  const categoryLists = goods.categoryIds.flatMap((id) => world.tree.listsUpFrom(id))
  return {
    ...sortKeysOf(goods, publishedOn),
    lists: [...new Set([0, ...goods.nameLists, ...categoryLists])].sort((a, b) => a - b),
    cards: world.markets.map((market) => cardIn(market, base, offers)),
    page: JSON.stringify(pageOfGoods(goods, seen)),
  }
}

function seenAs({ digital, details }: GoodsVariant, { stockItemId, unitsPerSale }: GoodsOffer, { stock, today }: World): Shown {
  if (digital) return { availability: 'in_stock' }
  return shownOf(stockItemId === null ? undefined : stock.get(stockItemId), unitsPerSale, isAwaited(details.publishedOn, today))
}

type CardBase = Omit<Card, 'price' | 'priceVaries' | 'availability'>

function cardBase({ id, handle, kind, title, details, variants }: Goods, publishedOn: string | undefined): CardBase {
  const { subtitle, language, contributors, series, media, rating } = details
  const face = variants.find((variant) => variant.details.heightMm !== undefined) ?? variants[0]
  const subject = details.subjects.find(({ scheme }) => scheme !== 'keyword')?.code
  return {
    id, handle, kind, title,
    ...(subtitle !== undefined && { subtitle }),
    ...(language !== undefined && { language }),
    contributors,
    series: series.map(({ handle, name, position }) => ({ handle, name, ...(position !== undefined && { position }) })),
    formats: [...new Set(variants.map(({ format }) => format))],
    media,
    rating: rating && { average: rating.average, count: rating.count },
    ...(publishedOn !== undefined && { publishedOn }),
    cover: {
      format: face?.format ?? 'other',
      ...(face?.details.heightMm !== undefined && { heightMm: face.details.heightMm }),
      ...(face?.details.widthMm !== undefined && { widthMm: face.details.widthMm }),
      ...(subject !== undefined && { subject }),
    },
  }
}

function cardIn({ id: market, currency }: Market, base: CardBase, offers: readonly SeenOffer[]): StoredCard {
  const offered = offers.filter(({ prices }) => prices[currency] !== undefined)
  const buyable = offered.filter(({ shown }) => canBeBought(shown.availability))
  const amounts = (buyable.length ? buyable : offered).map(({ prices }) => prices[currency] as number)
  const lowest = amounts.length ? Math.min(...amounts) : undefined
  const best = offered.reduce<Shown>((a, { shown }) => (rankOf(shown.availability) < rankOf(a.availability) ? shown : a), { availability: 'out_of_stock' })
  const card: Card = {
    ...base,
    price: lowest === undefined ? null : { amountMinor: lowest, currency },
    priceVaries: amounts.some((amount) => amount !== lowest),
    availability: best.availability,
  }
  return { market, price: lowest ?? unpriced, json: JSON.stringify(card) }
}
