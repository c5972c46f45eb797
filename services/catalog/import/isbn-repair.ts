import { checkDigit13, isIsbn10, isbn13From, plainIsbn, readIsbn } from './isbn.ts'

/**
 * The ISBN-13 of a record whose numbers went through a spreadsheet: zeros eaten from the front of an ISBN-10, its X made a 0, an ISBN-13
 * rounded to `9.78043902348e+12`. The ISBN-10 decides where it is whole; undefined when no single number fits what is left.
 */
export function repairIsbn({ isbn10 = '', isbn13 = '' }: { readonly isbn10?: string | undefined; readonly isbn13?: string | undefined }): string | undefined {
  if (isbn10 === '' && isbn13 === '') return undefined
  const fromTen = readIsbn(isbn10)
  if (fromTen !== undefined) return fromTen
  const rounded = fromRounded(isbn13)
  const nine = nineOf(isbn10)
  if (nine !== undefined) {
    const lostX = `${nine}X`
    const whole = isIsbn10(lostX) && isbn10.trim().endsWith('0') ? isbn13From(nine) : undefined
    if (whole !== undefined && (rounded.length === 0 || rounded.includes(whole))) return whole
    const agreed = rounded.find((candidate) => candidate.slice(3, 12) === nine)
    if (agreed !== undefined) return agreed
  }
  return readIsbn(isbn13) ?? (rounded.length === 1 ? rounded[0] : undefined)
}

/** Whether a spreadsheet has made a rounded number of it. */
export const isRounded = (text: string): boolean => /^\d(\.\d+)?e\+?\d+$/i.test(text.trim())

function nineOf(isbn10: string): string | undefined {
  const plain = plainIsbn(isbn10)
  return /^\d{6,10}X?$/.test(plain) ? plain.padStart(10, '0').slice(0, 9) : undefined
}

/**
 * Twelve digits are left of thirteen. The last of them was rounded up when the check digit was 5 or more, so that at most two numbers
 * fit: these digits with a low check digit, or one less with a high one.
 */
function fromRounded(text: string): string[] {
  const found = /^(\d)\.?(\d*)e\+?12$/i.exec(text.trim())
  if (!found) return []
  const twelve = Number(`${found[1]}${(found[2] ?? '').padEnd(11, '0')}`)
  return [twelve, twelve - 1].map(String)
    .filter((body, at) => /^97[89]\d{9}$/.test(body) && (at === 0 ? Number(checkDigit13(body)) <= 5 : Number(checkDigit13(body)) >= 5))
    .map((body) => body + checkDigit13(body))
}
