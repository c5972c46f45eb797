/** Makes the catalogue's draft of a book on a shelf. Pure: the same shelf gives the same drafts. */
import type { ContributorDraft, OfferDraft, ProductDraft, VariantDraft } from '../draft.ts'
import { SKU_MARK } from '../sellers.ts'
import type { Book, Edition, Person } from './book.ts'
import { IMPRINTS, usualImprint } from './imprints.ts'
import { demoIsbn13, serialOf } from './isbn.ts'
import { measures } from './measures.ts'
import { prices } from './prices.ts'
import { BISAC, THEMA } from './subjects.ts'

export function printDraft(book: Book): Omit<ProductDraft, 'featuredRank'> {
  const { handle, work, title, subtitle, language, originalLanguage, series } = book
  return {
    key: `demo:${handle}`,
    work,
    handle,
    kind: 'book',
    title,
    ...(subtitle !== undefined && { subtitle }),
    language,
    originalLanguage: originalLanguage ?? language,
    descriptionHtml: paragraphs(book.description),
    contributors: inOrder(book.people),
    ...(series && { series: [series] }),
    subjects: [
      ...book.thema.map((code) => ({ scheme: 'thema' as const, code, label: THEMA[code] })),
      ...book.bisac.map((code) => ({ scheme: 'bisac' as const, code, label: BISAC[code] })),
      ...book.keywords.map((code) => ({ scheme: 'keyword' as const, code })),
    ],
    categories: book.categories,
    // No picture: the design draws the cover.
    media: [],
    rating: rating(book.readers),
    firstPublishedYear: book.firstPublished,
    variants: book.editions.map((edition) => variant(book, edition)),
  }
}

function variant(book: Book, edition: Edition): VariantDraft {
  const { format, note, pages, minutes, people, publishedOn } = edition
  const isbn13 = demoIsbn13(book.number, format)
  const { imprint, publisher } = IMPRINTS[edition.imprint ?? usualImprint(book.language, format)]
  return {
    key: `isbn13:${isbn13}`,
    identifiers: [{ scheme: 'isbn13', value: isbn13 }],
    format,
    ...(note !== undefined && { edition: note }),
    imprint,
    publisher,
    language: book.language,
    publishedOn,
    ...(pages !== undefined && { pages }),
    ...(minutes !== undefined && { durationMinutes: minutes }),
    ...measures(edition),
    digital: isDigital(format),
    ...(people && { contributors: inOrder(people) }),
    taxClass: taxClass(format),
    offers: offers(book, edition, isbn13),
  }
}

function offers(book: Book, edition: Edition, isbn13: string): OfferDraft[] {
  const serial = serialOf(book.number, edition.format)
  const house: OfferDraft[] = edition.pence === undefined ? [] : [{
    key: `house:${isbn13}:new`,
    seller: 'house',
    condition: 'new',
    prices: prices(edition.pence, true),
    ...(!isDigital(edition.format) && { stock: {
      sku: `OC-${serial}`, onHand: edition.onHand ?? 0,
      ...(edition.promised && { promiseLimit: edition.promised.limit, availableOn: edition.promised.from }),
    } }),
  }]
  const others = (edition.others ?? []).map(({ seller, condition, pence, onHand, note }): OfferDraft => ({
    key: `${seller}:${isbn13}:${condition}`,
    seller,
    condition,
    prices: prices(pence, condition === 'new'),
    stock: { sku: `${SKU_MARK[seller]}-${serial}-${GRADE_MARK[condition]}`, onHand },
    ...(note !== undefined && { conditionNote: note }),
  }))
  return [...house, ...others]
}

const GRADE_MARK: Record<OfferDraft['condition'], string> = {
  new: 'N', used_like_new: 'LN', used_very_good: 'VG', used_good: 'G', used_acceptable: 'A',
}

const isDigital = (format: VariantDraft['format']) => format === 'ebook' || format === 'audiobook'

function taxClass(format: VariantDraft['format']): VariantDraft['taxClass'] {
  if (format === 'ebook' || format === 'audiobook') return format
  return format === 'audiobook_cd' || format === 'other' ? 'standard' : 'book'
}

export const inOrder = (people: Person[]): ContributorDraft[] => people.map((who, i) => ({ ...who, sequence: i + 1 }))

/** Paragraphs are parted by an empty line; lines within one are only the editor's. */
export const paragraphs = (text: string) =>
  text.trim().split(/\n\s*\n/).map((paragraph) => `<p>${paragraph.trim().replace(/\s*\n\s*/g, ' ')}</p>`).join('')

export function rating(readers: Book['readers']): NonNullable<ProductDraft['rating']> {
  const count = readers.reduce((sum, n) => sum + n, 0)
  const stars = readers.reduce((sum, n, i) => sum + n * (i + 1), 0)
  return { average: Math.round((stars / count) * 100) / 100, count, histogram: readers }
}
