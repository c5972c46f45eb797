import type { Goods } from '@octavo/catalog/contract'
import { fold, wordsOf } from '@octavo/search-index/analysis'
import type { FacetValue, IndexedProduct } from '@octavo/search-index'

/** What an index knows of goods; nothing of what is withdrawn. */
export function indexedProduct(goods: Goods): IndexedProduct | null {
  if (goods.withdrawn) return null
  const { productId: id, handle, title, subtitle, brand, description, language, firstPublishedYear, rating, variants } = goods
  const days = variants.map(({ publishedOn }) => dayNumber(publishedOn)).filter((day) => day !== 0)
  const year = firstPublishedYear ?? (days.length ? Math.floor(Math.min(...days) / 10_000) : undefined)
  return {
    id, handle, title, description,
    ...(subtitle !== undefined && { subtitle }), ...(brand !== undefined && { brand }), ...(language !== undefined && { language }), ...(year !== undefined && { year }), ...(rating && { rating }),
    series: goods.series.map(named), contributors: once([...goods.contributors, ...variants.flatMap(({ contributors }) => contributors)].map(named)),
    subjects: [...new Set([...goods.subjects, ...goods.categories.flatMap(({ names }) => Object.values(names))])],
    identifiers: identifiersOf(goods),
    categories: goods.categories.map((category) => category.handle),
    listedSubjects: goods.listedSubjects.map(({ handle: value, label }) => ({ value, label })),
    attributes: Object.entries(goods.attributes).map(([name, value]) => ({ value: `${name}:${value}`, label: value })),
    publishedOn: Math.max(0, ...days), popularity: popularityOf(goods),
    variants: variants.map(({ id: variantId, format, language: spoken = language, offers }) => ({
      id: variantId, format, ...(spoken !== undefined && { language: spoken.slice(0, 2).toLowerCase() }),
      offers: offers.map(({ id: offerId, seller, condition, availability, prices }) => ({ id: offerId, seller: { value: seller.handle, label: seller.name }, condition, availability, prices })),
    })),
  }
}

/** What a product is found by exactly: its identifiers as they are typed without marks, and its whole title. */
export function identifiersOf({ title, variants }: Pick<Goods, 'title' | 'variants'>): string[] {
  const typed = variants.flatMap(({ identifiers }) => identifiers.map(({ value }) => fold(value).replaceAll(/[\s-]/g, '')))
  return [...new Set([...typed, titleIdentifier(title), ...mainTitle(title)])]
}

export const titleIdentifier = (title: string): string => `title:${wordsOf(title).join(' ')}`

/** The title in front of its other one: `Moby-Dick` of `Moby-Dick; or, The Whale`. */
function mainTitle(title: string): string[] {
  const [main = ''] = title.split(/[;:(]| – | — /)
  return main.trim() !== '' && main.length < title.length ? [titleIdentifier(main)] : []
}

const named = ({ handle, name }: { handle: string; name: string }): FacetValue => ({ value: handle, label: name })
const once = (values: readonly FacetValue[]): FacetValue[] => [...new Map(values.map((one) => [one.value, one])).values()]

/** `2024-03-07` is 20240307, and what is before our era or not known is 0. */
function dayNumber(on: string | undefined): number {
  const [, year, month = '0', day = '0'] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(on ?? '') ?? []
  return year === undefined ? 0 : Number(year) * 10_000 + Number(month) * 100 + Number(day)
}

/** From 0 to 1: how many people rated it, on a scale of tens, and whether the shop puts it in front. */
function popularityOf({ rating, featuredRank }: Goods): number {
  const rated = Math.min(1, Math.log10(1 + (rating?.count ?? 0)) / 7)
  const shown = featuredRank === undefined ? 0 : 1 / (1 + Math.log10(1 + featuredRank))
  return Math.max(rated, shown * 0.6 + rated * 0.4)
}
