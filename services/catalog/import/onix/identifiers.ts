import { readIsbn } from '../isbn.ts'
import type { Edition } from './edition.ts'

/** Identifiers by type of list 5: 02 ISBN-10, 03 GTIN-13, 15 ISBN-13, 04 UPC. An ISBN is kept once, as ISBN-13. */
export function identifiersOf(given: readonly { readonly type: string | undefined; readonly value: string | undefined }[]): Edition['identifiers'] {
  const isbn = isbnIn(given)
  const gtin = given.find(({ type, value }) => (type === '03' || type === '04' || type === '14') && value !== undefined && /^\d{8,14}$/.test(plain(value)) && plain(value) !== isbn)?.value
  return [...(isbn === undefined ? [] : [{ scheme: 'isbn13' as const, value: isbn }]), ...(gtin === undefined ? [] : [{ scheme: 'gtin' as const, value: plain(gtin) }])]
}

/** The ISBN-13 that is named, however it is named. */
export function isbnIn(given: readonly { readonly type: string | undefined; readonly value: string | undefined }[]): string | undefined {
  for (const wanted of ['15', '03', '02']) {
    for (const { type, value } of given) {
      const isbn = type === wanted && value !== undefined ? readIsbn(value) : undefined
      if (isbn !== undefined) return isbn
    }
  }
  return undefined
}

const plain = (value: string): string => value.replaceAll(/[\s-]/g, '')
