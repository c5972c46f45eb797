/**
 * ISBNs for books that do not exist: valid check digits in the range 978-0-00-0, one number a book and format.
 *
 * A book has a number of its own and a format has a digit, so that the number of an edition stays when others
 * come and go. The first is 9780000000118: book 1, paperback.
 */
import type { VariantDraft } from '../draft.ts'

const FORMAT_DIGIT: Record<VariantDraft['format'], number> = {
  other: 0, paperback: 1, hardback: 2, ebook: 3, audiobook: 4, large_print: 5, mass_market: 6, audiobook_cd: 7, board_book: 8,
}

/** What every ISBN of the demo begins with. */
export const DEMO_PREFIX = '9780000'

export const serialOf = (book: number, format: VariantDraft['format']): string =>
  String(book * 10 + FORMAT_DIGIT[format]).padStart(5, '0')

export function demoIsbn13(book: number, format: VariantDraft['format']): string {
  const body = DEMO_PREFIX + serialOf(book, format)
  return body + checkDigit(body)
}

/** For what is no book: EAN-13 beginning with 29, which the trade leaves to a shop's own use. */
export function demoGtin(thing: number, place: number): string {
  const body = `29${String(thing * 100 + place).padStart(10, '0')}`
  return body + checkDigit(body)
}

/** EAN-13: weights 1 and 3 in turn, up to the next ten. */
function checkDigit(body: string): string {
  const sum = [...body].reduce((total, digit, i) => total + Number(digit) * (i % 2 ? 3 : 1), 0)
  return String((10 - (sum % 10)) % 10)
}
