import type { ProductDraft } from '../../draft.ts'
import type { ImportOptions } from '../wire.ts'
import { categoriesOf } from './categories.ts'
import type { Edition } from './edition.ts'
import { pricesOf } from './prices.ts'
import { given } from '../given.ts'

type Variant = ProductDraft['variants'][number]

/**
 * A product with one variant, of an edition. What it has in common with other editions of the same text is said by `joins`, and the
 * catalogue makes one product of them.
 */
export function draftOf(edition: Edition, options: ImportOptions, today: string): ProductDraft {
  const { reference, title, subtitle, language, originalLanguage, descriptionHtml, firstPublishedYear, form, attributes } = edition
  return {
    key: reference,
    joins: joinsOf(edition),
    ...(edition.notice === 'delete' && { withdrawn: true }),
    ...((edition.notice === 'update' || edition.notice === 'delete') && { amends: true, ...(edition.availability === 'gone' && { notOffered: true }) }),
    ...(edition.works[0] !== undefined && { work: { key: edition.works[0].slice(0, 200), title: title.slice(0, 1000) } }),
    kind: form.kind,
    title: title.slice(0, 1000),
    ...given('subtitle', subtitle?.slice(0, 1000)),
    ...given('language', language),
    ...given('originalLanguage', originalLanguage),
    ...given('descriptionHtml', descriptionHtml?.slice(0, 100_000)),
    contributors: edition.contributors.slice(0, 200).map((one, at) => ({ ...one, name: one.name.slice(0, 300), ...given('sortName', one.sortName?.slice(0, 300)), sequence: at + 1 })),
    ...(edition.series.length > 0 && { series: edition.series.slice(0, 20).map((one) => ({ ...one, name: one.name.slice(0, 300) })) }),
    subjects: [...edition.subjects],
    categories: categoriesOf(edition.subjects),
    attributes: { ...attributes },
    media: [],
    ...given('firstPublishedYear', firstPublishedYear),
    variants: [variantOf(edition, options, today)],
  }
}

/** One text in one language: a translation is another product. */
function joinsOf({ identifiers, alternatives, replaces, works, language }: Edition): string[] {
  const own = identifiers.find(({ scheme }) => scheme === 'isbn13')?.value
  return [...(own === undefined ? [] : [own]), ...alternatives, ...replaces, ...works].map((identity) => `${identity} ${language ?? ''}`.trim())
}

function variantOf(edition: Edition, options: ImportOptions, today: string): Variant {
  const { reference, form, identifiers } = edition
  return {
    key: reference,
    identifiers: [...identifiers],
    ...(edition.replaces.length > 0 && { replaces: [...edition.replaces] }),
    format: form.format,
    digital: form.digital,
    taxClass: form.taxClass,
    ...given('edition', edition.edition?.slice(0, 200)),
    ...given('imprint', edition.imprint?.slice(0, 300)),
    ...given('publisher', edition.publisher?.slice(0, 300)),
    ...given('language', edition.language),
    ...given('publishedOn', edition.publishedOn),
    ...given('pages', edition.pages),
    ...given('durationMinutes', edition.durationMinutes),
    ...given('heightMm', edition.heightMm),
    ...given('widthMm', edition.widthMm),
    ...given('thicknessMm', edition.thicknessMm),
    ...given('weightGrams', edition.weightGrams),
    ...given('salesRights', edition.rights && { included: [...edition.rights.included], excluded: [...edition.rights.excluded] }),
    offers: offersOf(edition, options, today),
  }
}

/** What is gone, or deleted, is not offered; what has no price is shown and not for sale. */
function offersOf(edition: Edition, options: ImportOptions, today: string): Variant['offers'] {
  if (edition.notice === 'delete' || edition.availability === 'gone') return []
  const own = pricesOf(edition.prices, today)
  const prices = [...own.prices, ...(options.prices ?? []).filter(({ currency }) => [...own.prices, ...own.priceTerms].every((price) => price.currency !== currency))]
  if (prices.length === 0 && own.priceTerms.length === 0) return []
  const key = `house:${edition.reference}:new`
  const awaited = edition.availability === 'not_yet' || (edition.publishedOn !== undefined && edition.publishedOn > today)
  return [{
    key, seller: 'house', condition: 'new', prices,
    ...(own.priceTerms.length > 0 && { priceTerms: own.priceTerms }),
    ...(!edition.form.digital && {
      stock: {
        sku: edition.identifiers[0]?.value ?? edition.reference,
        // Copies that the import gives are of what is out.
        onHand: edition.onHand ?? (awaited ? 0 : options.stock) ?? 0,
        // What publishers have or will have can be promised before it is here.
        promiseLimit: awaited || edition.availability === 'to_order' || edition.availability === 'available' ? promised : 0,
        ...(awaited && given('availableOn', edition.expectedOn ?? (edition.publishedOn?.length === 10 ? edition.publishedOn : undefined))),
      },
    }),
  }]
}

/** So many copies may be ordered from a supplier before the shop looks again. */
const promised = 50
