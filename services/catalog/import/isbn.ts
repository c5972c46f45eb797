/**
 * The ISBN-13 a text stands for, however it is written (hyphens, spaces, `ISBN` before it, an ISBN-10, an ISBN-10 whose leading zeros a
 * spreadsheet ate); undefined when its check digit does not fit or it is none.
 */
export function readIsbn(text: string): string | undefined {
  const plain = plainIsbn(text)
  if (isIsbn13(plain)) return plain
  const ten = plain.length >= 7 && plain.length < 10 ? plain.padStart(10, '0') : plain
  return isIsbn10(ten) ? isbn13From(ten.slice(0, 9)) : undefined
}

export const plainIsbn = (text: string): string => text.replace(/^\s*isbn(-1[03])?:?/i, '').replaceAll(/[\s\u2010-\u2015-]/g, '').toUpperCase()

export const isIsbn13 = (text: string): boolean => /^97[89]\d{10}$/.test(text) && text.endsWith(checkDigit13(text.slice(0, 12)))
export const isIsbn10 = (text: string): boolean => /^\d{9}[\dX]$/.test(text) && text.endsWith(checkDigit10(text.slice(0, 9)))

/** The ISBN-13 of the nine digits before an ISBN-10's check digit. */
export const isbn13From = (nine: string): string => `978${nine}${checkDigit13(`978${nine}`)}`

/** EAN-13: weights 1 and 3 in turn, up to the next ten. */
export function checkDigit13(twelve: string): string {
  let sum = 0
  for (let at = 0; at < 12; at++) sum += Number(twelve[at]) * (at % 2 ? 3 : 1)
  return String((10 - (sum % 10)) % 10)
}

/** ISO 2108: weights from 10 down to 2, modulo 11, with X for ten. */
export function checkDigit10(nine: string): string {
  let sum = 0
  for (let at = 0; at < 9; at++) sum += Number(nine[at]) * (10 - at)
  const digit = (11 - (sum % 11)) % 11
  return digit === 10 ? 'X' : String(digit)
}
