import type { Product } from '@octavo/catalog/contract'
import type { View } from '../page/view.ts'
import type { Variant } from './editions.ts'

export interface Told { readonly value: string; readonly href?: string | undefined }
export interface Fact { readonly name: string; readonly values: readonly Told[] }

/** The particulars of one edition; what is not known is left out. */
export function factsOf(product: Product, variant: Variant | undefined, { t, link, published, language }: View): Fact[] {
  const { fact } = t.book
  const facts: Fact[] = []
  const tell = (name: string, value: string | undefined | false, href?: string): void => { if (value) facts.push({ name, values: [{ value, href }] }) }
  const { firstPublishedYear: year } = product
  const isBook = product.kind === 'book'
  tell(fact.firstPublished, year !== undefined && (year > 0 ? String(year) : t.book.bce(year)))
  for (const { handle, name, position } of product.series) tell(fact.series, position ? t.book.volume(name, position) : name, link(`/series/${handle}`))
  if (variant) {
    tell(fact.published, variant.publishedOn && published(variant.publishedOn))
    tell(isBook ? fact.publisher : fact.maker, [variant.imprint, variant.publisher].filter((name, at, all) => name && all.indexOf(name) === at).join(', '))
    tell(fact.extent, variant.pages !== undefined && t.book.pages(variant.pages))
    tell(fact.length, variant.durationMinutes !== undefined && t.book.minutes(variant.durationMinutes))
    tell(isBook ? fact.trim : fact.size, variant.widthMm !== undefined && variant.heightMm !== undefined && t.book.trim(variant.widthMm, variant.heightMm))
    tell(fact.weight, variant.weightGrams !== undefined && t.book.grams(variant.weightGrams))
  }
  const written = product.originalLanguage
  tell(fact.language, product.language && language(product.language))
  tell(fact.written, written && written !== product.language && language(written))
  tell(fact.isbn, variant?.identifiers.find(({ scheme }) => scheme === 'isbn13')?.value)
  const subjects = product.subjects.flatMap(({ handle, label, code }) => (handle === undefined ? [] : [{ value: label ?? code, href: link(`/subjects/${handle}`) }]))
  if (subjects.length > 0) facts.push({ name: fact.subjects, values: subjects })
  const { accessibility, ...attributes } = product.attributes
  // As the trade's list 196 has it, one feature after the other.
  if (accessibility) facts.push({ name: fact.accessibility, values: accessibility.split('; ').map((feature) => ({ value: t.book.accessible[feature] ?? feature })) })
  for (const [name, value] of Object.entries(attributes)) tell(t.book.attribute[name] ?? name, value)
  return facts
}
