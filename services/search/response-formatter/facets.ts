import type { Category } from '@octavo/catalog/contract'
import { exponent, format, money } from '@octavo/money'
import type { Facet, FacetCount, SearchAnswer } from '@octavo/search-index'
import type { ChosenFilters, FacetTold } from '../contract.ts'
import type { Grammar } from '../query-parser/grammar/grammar.ts'

/** As they are shown. */
const order = ['category', 'format', 'price', 'language', 'contributor', 'series', 'condition', 'availability', 'rating', 'decade', 'seller', 'brand'] as const
/** Lower ends of price bands in major units. */
const bandsMajor = [0, 5, 10, 20, 50]
const stars = [4, 3, 2]

export const priceBandsIn = (currency: string): number[] => bandsMajor.map((major) => major * 10 ** exponent(currency))

interface Telling {
  readonly chosen: ChosenFilters
  readonly labels: Grammar['labels']
  readonly locale: string
  readonly currency: string
  readonly categories: readonly Category[]
}

/** What can be narrowed by: facets of which every value is that of all are not told. */
export function tellFacets(found: Pick<SearchAnswer, 'facets' | 'priceBands' | 'ratings' | 'total'>, telling: Telling): FacetTold[] {
  const { chosen, labels, locale, currency, categories } = telling
  const languages = new Intl.DisplayNames(locale, { type: 'language' })
  const value = ({ value: one, label, count }: FacetCount, selected: readonly string[] | undefined) => ({ value: one, label, count, selected: selected?.includes(one) ?? false })
  const labelled: Partial<Record<Facet, (count: FacetCount) => string>> = {
    format: ({ value: one }) => labels.format[one] ?? one, condition: ({ value: one }) => labels.condition[one] ?? one, availability: ({ value: one }) => labels.availability[one] ?? one,
    language: ({ value: one }) => nameOf(languages, one), decade: ({ value: one }) => `${one}–${Number(one) + 9}`,
  }
  const told: FacetTold[] = order.map((name) => {
    switch (name) {
      case 'price': return { name, values: bands(found.priceBands, chosen, currency, locale) }
      case 'rating': return { name, values: stars.map((from) => ({ value: String(from), label: labels.rating(from), count: found.ratings[from - 1] ?? 0, selected: chosen.ratingFrom === from })).filter(({ count }) => count > 0) }
      case 'category': return { name, values: shelves(found.facets.category ?? [], chosen.category, categories) }
      default: return { name, values: (found.facets[name] ?? []).map((count) => ({ ...value(count, chosen[name]), label: labelled[name]?.(count) ?? count.label })) }
    }
  })
  const attributes = Map.groupBy(found.facets.attribute ?? [], ({ value: one }) => one.slice(0, one.indexOf(':')))
  for (const [attribute, counts] of attributes) told.push({ name: `attribute:${attribute}`, values: counts.map((count) => value(count, chosen.attribute)) })
  return told.filter(({ values }) => values.some(({ selected }) => selected) || values.some(({ count }) => count < found.total.value))
}

function bands(counts: readonly number[], { priceFrom = 0, priceTo }: ChosenFilters, currency: string, locale: string): FacetTold['values'] {
  const lows = priceBandsIn(currency)
  const priced = (amountMinor: number): string => format(money(amountMinor, currency), locale)
  return counts.map((count, at) => {
    const low = lows[at] as number
    const next = lows[at + 1]
    const top = next === undefined ? undefined : next - 1
    return { value: `${low}-${top ?? ''}`, label: top === undefined ? `${priced(low)} +` : `${priced(low)} – ${priced(top + 1)}`, count, selected: priceFrom === low && priceTo === top && (low > 0 || top !== undefined) }
  }).filter(({ count }) => count > 0)
}

/** The categories below the chosen one, or the roots; and the chosen one itself. */
function shelves(counts: readonly FacetCount[], chosen: readonly string[] | undefined, categories: readonly Category[]): FacetTold['values'] {
  const byHandle = new Map(categories.map((category) => [category.handle, category]))
  const at = chosen?.map((handle) => byHandle.get(handle)?.id).filter((id) => id !== undefined) ?? []
  return counts.flatMap(({ value, count }) => {
    const category = byHandle.get(value)
    if (!category) return []
    const selected = chosen?.includes(value) ?? false
    return selected || (at.length > 0 ? category.parentId !== null && at.includes(category.parentId) : category.parentId === null) ? [{ value, label: category.name, count, selected }] : []
  })
}

function nameOf(names: Intl.DisplayNames, code: string): string {
  try { return names.of(code) ?? code } catch { return code }
}
