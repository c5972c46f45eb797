import { fold, stemmedText, wordsOf } from '../analysis/analysis.ts'
import type { FacetValue, IndexedProduct } from '../port.ts'

/** Between a value and its label. */
const divider = '\u001f'
export const tell = ({ value, label = value }: FacetValue): string => `${value}${divider}${label}`
export function told(text: string): { value: string; label: string } {
  const [value = '', label = value] = text.split(divider)
  return { value, label }
}

const nameOf = ({ value, label = value }: FacetValue): string => label
const spelt = (texts: readonly string[]): string => [...new Set(texts.flatMap(wordsOf))].join(' ')

/** A product as the engine has it. */
export function documentOf(product: IndexedProduct): Record<string, unknown> {
  const { title, subtitle = '', series, contributors, subjects, brand, description, language = 'en', year, rating } = product
  const stem = (text: string): string => stemmedText(text, language)
  const called = [title, ...series.map(nameOf), ...contributors.map(nameOf)]
  return {
    live: true, json: JSON.stringify(product),
    title: stem(title), subtitle: stem(subtitle), series: stem(series.map(nameOf).join(' ')), contributors: stem(contributors.map(nameOf).join(' ')), subjects: stem(subjects.join(' ')), brand: stem(brand ?? ''), description: stem(description),
    words: spelt([...called, subtitle, ...subjects, brand ?? '', description]), called: spelt(called),
    title_words: wordsOf(title).join(' '), contributor_words: contributors.map((one) => wordsOf(nameOf(one)).join(' ')), series_words: series.map((one) => wordsOf(nameOf(one)).join(' ')),
    identifiers: product.identifiers, title_key: fold(title),
    named: [...contributors.map((one) => `contributor ${fold(nameOf(one))}`), ...series.map((one) => `series ${fold(nameOf(one))}`), ...(brand === undefined ? [] : [`brand ${fold(brand)}`])],
    contributor: contributors.map(({ value }) => value), contributor_told: contributors.map(tell), series_value: series.map(({ value }) => value), series_told: series.map(tell),
    category: product.categories, subject_value: (product.listedSubjects ?? []).map(({ value }) => value), subject_told: (product.listedSubjects ?? []).map(tell), attribute: product.attributes.map(({ value }) => value), attribute_told: product.attributes.map(tell),
    ...(brand !== undefined && { brand_value: brand }), ...(year !== undefined && { year, decade: String(Math.floor(year / 10) * 10) }),
    published_on: product.publishedOn, rating: Math.round((rating?.average ?? 0) * 10) / 10, popularity: product.popularity,
    offers: product.variants.flatMap((variant) => (variant.offers.length > 0 ? variant.offers : [undefined]).map((offer) => ({
      format: variant.format, ...(variant.language !== undefined && { language: variant.language }),
      ...(offer && { condition: offer.condition, seller: offer.seller.value, seller_told: tell(offer.seller), availability: offer.availability, prices: offer.prices }),
      buyable: offer !== undefined && offer.availability !== 'out_of_stock',
    }))),
  }
}
