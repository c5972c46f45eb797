import { newId } from '@octavo/ids'
import type { KnownSeller } from '../cards/page.ts'
import type { Tree } from '../categories/tree.ts'
import type { ProductDraft } from '../draft.ts'
import type { Picture } from '../pictures/picture.ts'
import { nameKey, type Named } from '../store/names.ts'
import type { Work } from '../store/works.ts'
import type { Contributor, Goods, GoodsOffer, GoodsVariant, PriceTerms, ProductDetails, VariantDetails } from './goods.ts'
import { listedSubjects } from './listed-subjects.ts'
import { stockItemId } from './stock-item-id.ts'

/** What drafts name, found or made. */
export interface Found {
  readonly tree: Tree
  /** By handle. */
  readonly sellers: ReadonlyMap<string, KnownSeller>
  readonly contributors: ReadonlyMap<string, Named>
  readonly series: ReadonlyMap<string, Named>
  /** List numbers by handle. */
  readonly subjects: ReadonlyMap<string, number>
  readonly works: ReadonlyMap<string, Work>
  /** Of products that are there already, by their numbers. */
  readonly pictures: ReadonlyMap<number, readonly Picture[]>
  /** Ids by `product number, key`. */
  readonly keys: { readonly variants: ReadonlyMap<string, string>; readonly offers: ReadonlyMap<string, string> }
}

type DraftVariant = ProductDraft['variants'][number]
type DraftOffer = DraftVariant['offers'][number]

/** The goods a draft describes. Ids that variants and offers had by their keys stay theirs. */
export function goodsOf(draft: ProductDraft, { no, id, handle }: Pick<Goods, 'no' | 'id' | 'handle'>, found: Found): Goods {
  const byVariant = draft.variants.flatMap(({ contributors }) => contributors ?? [])
  const lists = [
    ...[...draft.contributors, ...byVariant].map(({ name }) => found.contributors.get(nameKey(name))?.listNo),
    ...(draft.series ?? []).map(({ name }) => found.series.get(nameKey(name))?.listNo),
    ...listedSubjects(draft.subjects).map(({ handle }) => found.subjects.get(handle)),
  ]
  return {
    no, id, handle,
    kind: draft.kind,
    title: draft.title,
    details: detailsOf(draft, found),
    pictures: found.pictures.get(no) ?? [],
    categoryIds: [...new Set(draft.categories.flatMap((category) => found.tree.find(category)?.id ?? []))],
    nameLists: [...new Set(lists.filter((list) => list !== undefined))],
    variants: draft.variants.map((variant) => variantOf(variant, no, found)),
  }
}

function detailsOf(draft: ProductDraft, found: Found): ProductDetails {
  const { subtitle, language, originalLanguage, brand, firstPublishedYear, featuredRank, rating } = draft
  return {
    descriptionHtml: draft.descriptionHtml ?? '',
    work: (draft.work && found.works.get(draft.work.key)) ?? null,
    contributors: contributorsIn(draft.contributors, found),
    series: (draft.series ?? []).flatMap(({ name, position }) => {
      const series = found.series.get(nameKey(name))
      return series ? [{ id: series.id, handle: series.handle, name: series.name, ...(position !== undefined && { position }) }] : []
    }),
    subjects: draft.subjects.map(({ scheme, code, label }) => ({ scheme, code, ...(label !== undefined && { label }) })),
    attributes: draft.attributes ?? {},
    media: draft.media.map(({ kind, url, alt }) => ({ kind, url, ...(alt !== undefined && { alt }) })),
    rating: rating ?? null,
    ...(subtitle !== undefined && { subtitle }),
    ...(language !== undefined && { language }),
    ...(originalLanguage !== undefined && { originalLanguage }),
    ...(brand !== undefined && { brand }),
    ...(firstPublishedYear !== undefined && { firstPublishedYear }),
    ...(featuredRank !== undefined && { featuredRank }),
    ...(draft.withdrawn && { withdrawn: true }),
  }
}

const contributorsIn = (drafts: ProductDraft['contributors'], { contributors }: Found): Contributor[] =>
  drafts.toSorted((a, b) => a.sequence - b.sequence).flatMap(({ name, role }) => {
    const known = contributors.get(nameKey(name))
    return known ? [{ id: known.id, handle: known.handle, name: known.name, role }] : []
  })

function variantOf({ key, format, digital, taxClass, offers, contributors, ...rest }: DraftVariant, no: number, found: Found): GoodsVariant {
  const details: VariantDetails = { ...rest, contributors: contributorsIn(contributors ?? [], found) }
  return {
    id: found.keys.variants.get(`${no} ${key}`) ?? newId('var'),
    key, format, digital, taxClass, details,
    weightGrams: digital ? 0 : details.weightGrams ?? weightByPages(details.pages),
    offers: offers.map((offer) => offerOf(offer, digital, no, found)),
  }
}

/** A parcel must weigh something: a paperback's cover, and 1.4 g a leaf. */
const weightByPages = (pages = 320): number => 60 + Math.round(pages * 0.7)

function offerOf({ key, seller, condition, conditionNote, prices, priceTerms = [], stock }: DraftOffer, digital: boolean, no: number, found: Found): GoodsOffer {
  const sellerId = (found.sellers.get(seller) as KnownSeller).id
  return {
    id: found.keys.offers.get(`${no} ${key}`) ?? newId('off'),
    key, sellerId, condition,
    ...(conditionNote !== undefined && { conditionNote }),
    prices: Object.fromEntries(prices.map(({ currency, amountMinor }) => [currency, amountMinor])),
    ...(priceTerms.length > 0 && { priceTerms: Object.groupBy(priceTerms, ({ currency }) => currency) as PriceTerms }),
    stockItemId: digital || !stock ? null : stockItemId(sellerId, stock.sku),
    unitsPerSale: digital ? 1 : stock?.unitsPerSale ?? 1,
  }
}
