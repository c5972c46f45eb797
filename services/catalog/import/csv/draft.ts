import { formatSchema, conditionSchema, type Format, type ProductDraft } from '../../draft.ts'
import { Refused } from '../entry.ts'
import { given } from '../given.ts'
import { readIsbn } from '../isbn.ts'
import { isRounded, repairIsbn } from '../isbn-repair.ts'
import type { ImportOptions } from '../wire.ts'
import { short, type Cells } from './cells.ts'
import { contributorsIn, peopleIn, priceTermsIn, ratingIn, rightsIn, seriesIn, subjectsIn } from './said.ts'

type Variant = ProductDraft['variants'][number]
type Offer = Variant['offers'][number]

/**
 * A product of its lines, one a variant and offer. What is said of the product stands on the first.
 * @throws {Refused}
 */
export function draftOf(lines: readonly Cells[], options: ImportOptions): ProductDraft {
  const [first] = lines as [Cells]
  const variants = new Map<string, Variant>()
  for (const cells of lines) {
    const variant = variantOf(cells, options)
    const same = variants.get(variant.key)
    variants.set(variant.key, same ? { ...same, offers: [...same.offers, ...variant.offers] } : variant)
  }
  const title = first.text('title')
  if (title === undefined) throw new Refused('The title is missing.')
  const work = first.text('work')
  return {
    key: identityOf(first) ?? '',
    kind: first.oneOf('kind', ['book', 'other']) ?? 'book',
    title,
    ...given('handle', first.text('handle')),
    ...given('subtitle', first.text('subtitle')),
    ...given('language', first.text('language')),
    ...given('originalLanguage', first.text('original_language')),
    ...given('descriptionHtml', first.text('description_html') ?? paragraphs(first.text('description'))),
    ...(work !== undefined && { work: { key: work, title: first.text('work_title') ?? title } }),
    contributors: contributorsIn(first),
    ...seriesIn(first),
    subjects: subjectsIn(first),
    categories: first.list('categories'),
    ...given('brand', first.text('brand')),
    attributes: { ...Object.fromEntries(first.beginning('attribute_')), ...Object.fromEntries(first.parts('attributes').map(([name = '', value = '']) => [name, value])) },
    media: first.parts('media').map(([kind, url = '', alt]) => ({ kind: kind as 'cover', url, ...given('alt', alt) })),
    ...ratingIn(first),
    ...given('featuredRank', first.whole('featured_rank')),
    ...given('firstPublishedYear', first.whole('first_published_year')),
    ...(first.yes('withdrawn') && { withdrawn: true }),
    variants: [...variants.values()],
  }
}

/** What joins the lines of one product. */
export const identityOf = (cells: Cells): string | undefined => cells.text('product') ?? variantKeyOf(cells)

function variantKeyOf(cells: Cells): string | undefined {
  const named = cells.text('key')
  if (named !== undefined) return named
  const [isbn13, isbn10] = [cells.text('isbn13'), cells.text('isbn10')]
  return repairIsbn({ isbn10, isbn13 }) ?? isbn13 ?? isbn10 ?? cells.text('gtin') ?? cells.text('asin') ?? cells.text('sku')
}

function variantOf(cells: Cells, options: ImportOptions): Variant {
  const key = variantKeyOf(cells)
  if (key === undefined) throw new Refused('Nothing tells this line from others: give it a key, an isbn13, an isbn10, a gtin, an asin or an sku.')
  const format = cells.oneOf('format', formatSchema.options) ?? 'paperback'
  const publishedOn = cells.text('published_on')
  if (publishedOn !== undefined && !/^-?\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(publishedOn)) throw new Refused(`published_on is "${short(publishedOn)}"; a day such as 2026-03-31, a month 2026-03 or a year 2026 is expected.`)
  const digital = cells.yes('digital') ?? (format === 'ebook' || format === 'audiobook')
  return {
    key,
    identifiers: cells.has('identifiers') ? cells.parts('identifiers').map(([scheme, value = '']) => ({ scheme: scheme as 'isbn13', value })) : identifiersOf(cells),
    ...(cells.list('replaces').length > 0 && { replaces: cells.list('replaces') }),
    format,
    ...given('title', cells.text('variant_title')),
    ...given('edition', cells.text('edition')),
    ...given('imprint', cells.text('imprint')),
    ...given('publisher', cells.text('publisher')),
    ...given('language', cells.text(cells.has('variant_language') ? 'variant_language' : 'language')),
    ...given('publishedOn', publishedOn),
    ...given('pages', cells.whole('pages')),
    ...given('durationMinutes', cells.whole('duration_minutes')),
    ...given('heightMm', cells.whole('height_mm')),
    ...given('widthMm', cells.whole('width_mm')),
    ...given('thicknessMm', cells.whole('thickness_mm')),
    ...given('weightGrams', cells.whole('weight_grams')),
    digital,
    ...given('contributors', cells.has('variant_contributors') && cells.text('variant_contributors') !== undefined ? peopleIn(cells, 'variant_contributors') : undefined),
    ...rightsIn(cells),
    taxClass: cells.oneOf('tax_class', ['book', 'ebook', 'audiobook', 'standard']) ?? taxClassOf(format, cells.oneOf('kind', ['book', 'other']) ?? 'book'),
    offers: offersOf(cells, key, digital, options),
  }
}

function taxClassOf(format: Format, kind: 'book' | 'other'): Variant['taxClass'] {
  if (format === 'ebook' || format === 'audiobook') return format
  return kind === 'other' || format === 'audiobook_cd' || format === 'other' ? 'standard' : 'book'
}

function identifiersOf(cells: Cells): Variant['identifiers'] {
  const [isbn13, isbn10] = [cells.text('isbn13'), cells.text('isbn10')]
  const isbn = (isbn13 === undefined ? undefined : readIsbn(isbn13)) ?? repairIsbn({ isbn10, isbn13 })
  if (isbn === undefined && isbn13 !== undefined) {
    throw new Refused(isRounded(isbn13)
      ? `isbn13 is "${isbn13}": a spreadsheet has rounded it. Format the column as text, or give the isbn10 too.`
      : `isbn13 is "${short(isbn13)}", which is no ISBN-13: its digits do not fit its check digit.`)
  }
  if (isbn === undefined && isbn10 !== undefined) throw new Refused(`isbn10 is "${short(isbn10)}", which is no ISBN-10: its digits do not fit its check digit.`)
  const others = (['gtin', 'asin', 'sku'] as const).flatMap((scheme) => { const value = cells.text(scheme); return value === undefined ? [] : [{ scheme, value }] })
  return [...(isbn === undefined ? [] : [{ scheme: 'isbn13' as const, value: isbn }]), ...others]
}

/** Without any price it is shown and not for sale. */
function offersOf(cells: Cells, variantKey: string, digital: boolean, { prices = [], stock }: ImportOptions): Offer[] {
  const own = cells.prices()
  const priceTerms = priceTermsIn(cells)
  const charged = own.length + priceTerms.length > 0 ? own : prices
  const named = cells.text('offer')
  if (charged.length === 0 && priceTerms.length === 0 && named === undefined) return []
  const seller = cells.text('seller') ?? 'house'
  const condition = cells.oneOf('condition', conditionSchema.options) ?? 'new'
  const key = named ?? `${seller}:${variantKey}:${condition}`
  const availableOn = cells.text('available_on')
  if (availableOn !== undefined && !/^\d{4}-\d\d-\d\d$/.test(availableOn)) throw new Refused(`available_on is "${short(availableOn)}"; a day such as 2026-03-31 is expected.`)
  return [{
    key, seller, condition,
    ...given('conditionNote', cells.text('condition_note')),
    prices: [...charged],
    ...(priceTerms.length > 0 && { priceTerms }),
    ...(!digital && {
      stock: {
        sku: cells.text('stock_sku') ?? cells.text('sku') ?? key,
        onHand: cells.whole('stock') ?? stock ?? 0,
        ...given('unitsPerSale', cells.whole('units_per_sale')),
        ...given('promiseLimit', cells.whole('promise_limit')),
        ...given('availableOn', availableOn),
      },
    }),
  }]
}

/** Plain text with empty lines between its paragraphs, as markup. */
function paragraphs(text: string | undefined): string | undefined {
  const escaped = text?.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return escaped?.split(/\r?\n\s*\n/).map((paragraph) => `<p>${paragraph.trim().replaceAll(/\r?\n/g, '<br>')}</p>`).join('')
}
