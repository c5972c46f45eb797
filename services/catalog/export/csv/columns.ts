import type { ProductDraft } from '../../draft.ts'
import { writeParts } from '../../import/csv/parts.ts'
import { writeAmount } from '../../import/price.ts'

type Variant = ProductDraft['variants'][number]
type Offer = Variant['offers'][number]
type Columns<Said> = Readonly<Record<string, (said: Said) => string | number | undefined>>

/** As `import/csv/draft.ts` reads them. Numbers of books stand behind their scheme, so that no spreadsheet rounds them. */
export const productColumns: Columns<ProductDraft> = {
  kind: ({ kind }) => kind,
  handle: ({ handle }) => handle,
  title: ({ title }) => title,
  subtitle: ({ subtitle }) => subtitle,
  names: () => undefined, // of sections
  language: ({ language }) => language,
  original_language: ({ originalLanguage }) => originalLanguage,
  description_html: ({ descriptionHtml }) => descriptionHtml,
  contributors: ({ contributors }) => writePeople(contributors),
  series_list: ({ series = [] }) => writeParts(series.map(({ name, position }) => [name, position])),
  work: ({ work }) => work?.key,
  work_title: ({ work }) => work?.title,
  subjects: ({ subjects }) => writeParts(subjects.map(({ scheme, code, label }) => [scheme, code, label])),
  categories: ({ categories }) => categories.join(';'),
  brand: ({ brand }) => brand,
  attributes: ({ attributes = {} }) => writeParts(Object.entries(attributes)),
  media: ({ media }) => writeParts(media.map(({ kind, url, alt }) => [kind, url, alt])),
  rating_average: ({ rating }) => rating?.average,
  rating_count: ({ rating }) => rating?.count,
  rating_histogram: ({ rating }) => rating?.histogram?.join(';'),
  featured_rank: ({ featuredRank }) => featuredRank,
  first_published_year: ({ firstPublishedYear }) => firstPublishedYear,
  withdrawn: ({ withdrawn }) => (withdrawn ? 'yes' : undefined),
}

export const variantColumns: Columns<Variant> = {
  key: ({ key }) => key,
  identifiers: ({ identifiers }) => writeParts(identifiers.map(({ scheme, value }) => [scheme, value])),
  replaces: ({ replaces = [] }) => replaces.join(';'),
  format: ({ format }) => format,
  digital: ({ digital }) => (digital ? 'yes' : 'no'),
  tax_class: ({ taxClass }) => taxClass,
  variant_title: ({ title }) => title,
  edition: ({ edition }) => edition,
  imprint: ({ imprint }) => imprint,
  publisher: ({ publisher }) => publisher,
  variant_language: ({ language }) => language,
  published_on: ({ publishedOn }) => publishedOn,
  pages: ({ pages }) => pages,
  duration_minutes: ({ durationMinutes }) => durationMinutes,
  height_mm: ({ heightMm }) => heightMm,
  width_mm: ({ widthMm }) => widthMm,
  thickness_mm: ({ thicknessMm }) => thicknessMm,
  weight_grams: ({ weightGrams }) => weightGrams,
  variant_contributors: ({ contributors = [] }) => writePeople(contributors),
  rights_included: ({ salesRights }) => salesRights && (salesRights.included.join(' ') || 'NOWHERE'),
  rights_excluded: ({ salesRights }) => salesRights?.excluded.join(' '),
}

export const offerColumns: Columns<Offer> = {
  offer: ({ key }) => key,
  seller: ({ seller }) => seller,
  condition: ({ condition }) => condition,
  condition_note: ({ conditionNote }) => conditionNote,
  price: ({ prices }) => prices.map(writePrice).join('; '),
  terms: ({ priceTerms = [] }) => writeParts(priceTerms.map(({ from, until, countries, ...price }) => [writePrice(price), from, until, countries?.included.join(' '), countries?.excluded.join(' ') || undefined])),
  stock_sku: ({ stock }) => stock?.sku,
  stock: ({ stock }) => stock?.onHand,
  units_per_sale: ({ stock }) => stock?.unitsPerSale,
  promise_limit: ({ stock }) => stock?.promiseLimit,
  available_on: ({ stock }) => stock?.availableOn,
}

const writePeople = (people: ProductDraft['contributors']): string => writeParts(people.map(({ role, name, sortName }) => [role, name, sortName]))
const writePrice = (price: { amountMinor: number; currency: string }): string => `${price.currency} ${writeAmount(price)}`
