import type { Level } from '@octavo/inventory/contract'
import type { KnownSeller } from '../cards/page.ts'
import type { Tree } from '../categories/tree.ts'
import { given } from '../import/given.ts'
import type { Format, ProductDraft } from '../draft.ts'
import type { Contributor, Goods, GoodsOffer, GoodsVariant } from '../products/goods.ts'
import type { Origin } from '../store/exported.ts'

type Variant = ProductDraft['variants'][number]
type Offer = Variant['offers'][number]

/** What goods name by ids. */
export interface Around {
  readonly tree: Tree
  readonly sellers: ReadonlyMap<string, KnownSeller>
  /** By contributor's id. */
  readonly sortNames: ReadonlyMap<string, string>
  /** By stock item's id. */
  readonly levels: ReadonlyMap<string, Level>
}

/** The draft that makes these goods: what `goodsOf` undoes. Stock is what can still be sold; what is kept for orders stays with them. */
export function draftFrom({ handle, kind, title, categoryIds, variants, details }: Goods, { key, work }: Origin, around: Around): ProductDraft {
  const { subtitle, language, originalLanguage, brand, firstPublishedYear, featuredRank, rating } = details
  return {
    key, handle, kind, title,
    ...(work && { work }),
    ...given('subtitle', subtitle),
    ...given('language', language),
    ...given('originalLanguage', originalLanguage),
    ...(details.descriptionHtml !== '' && { descriptionHtml: details.descriptionHtml }),
    contributors: contributorsOf(details.contributors, around),
    ...(details.series.length > 0 && { series: details.series.map(({ name, position }) => ({ name, ...given('position', position) })) }),
    subjects: details.subjects.map(({ scheme, code, label }) => ({ scheme: scheme as 'bisac', code, ...given('label', label) })),
    categories: categoryIds.flatMap((id) => around.tree.find(id)?.handle ?? []),
    ...given('brand', brand),
    attributes: details.attributes,
    media: details.media.map(({ kind: what, url, alt }) => ({ kind: what, url, ...given('alt', alt) })),
    ...(rating && { rating: { average: rating.average, count: rating.count, ...given('histogram', rating.histogram) } }),
    ...given('featuredRank', featuredRank),
    ...given('firstPublishedYear', firstPublishedYear),
    ...(details.withdrawn && { withdrawn: true }),
    variants: variants.map((variant) => variantFrom(variant, around)),
  }
}

const contributorsOf = (contributors: readonly Contributor[], { sortNames }: Around): ProductDraft['contributors'] =>
  contributors.map(({ id, name, role }, at) => ({ name, ...given('sortName', sortNames.get(id)), role: role as 'author', sequence: at + 1 }))

function variantFrom({ key, format, digital, taxClass, details, offers }: GoodsVariant, around: Around): Variant {
  const { contributors, identifiers, ...said } = details
  return {
    key, identifiers: [...identifiers], format: format as Format, ...said, digital,
    ...(contributors.length > 0 && { contributors: contributorsOf(contributors, around) }),
    taxClass: taxClass as Variant['taxClass'],
    offers: offers.map((offer) => offerFrom(offer, around)),
  }
}

function offerFrom({ key, sellerId, condition, conditionNote, prices, priceTerms, stockItemId, unitsPerSale }: GoodsOffer, { sellers, levels }: Around): Offer {
  const level = stockItemId === null ? undefined : levels.get(stockItemId)
  return {
    key, seller: sellers.get(sellerId)?.handle ?? sellerId, condition: condition as Offer['condition'],
    ...given('conditionNote', conditionNote),
    prices: Object.entries(prices).map(([currency, amountMinor]) => ({ amountMinor, currency })),
    ...(priceTerms && { priceTerms: Object.values(priceTerms).flat() }),
    ...(stockItemId !== null && {
      stock: {
        // An item that its own service has never heard of is sold out, and no reason to stop.
        sku: level?.sku ?? key,
        onHand: level?.available ?? 0,
        ...(unitsPerSale > 1 && { unitsPerSale }),
        ...(level && level.promiseLimit > level.promised && { promiseLimit: level.promiseLimit - level.promised }),
        ...given('availableOn', level?.availableOn ?? undefined),
      },
    }),
  }
}
