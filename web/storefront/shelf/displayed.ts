import type { Card } from '@octavo/catalog/contract'

/** Editions that a bookseller would put on a shelf beside a paperback, each as large as its kind usually is. */
const onShelf = ['paperback', 'hardback', 'mass_market', 'large_print']

/**
 * The edition of a book whose cover a shelf shows: one of those it is printed in, always the same one. A shop that showed the
 * paperback of everything would have shelves as level as a wall. What has a picture shows that.
 */
export function displayed({ handle, cover, formats, media }: Pick<Card, 'handle' | 'cover' | 'formats' | 'media'>): Card['cover'] {
  if (media.length > 0 || cover.format !== 'paperback') return cover
  const printed = onShelf.filter((format) => formats.includes(format))
  const format = printed[chanceOf(handle) % printed.length]
  return format === undefined || format === cover.format ? cover : { format, ...(cover.subject !== undefined && { subject: cover.subject }) }
}

/** FNV-1a, 32 bits: any even spread would do. */
function chanceOf(text: string): number {
  let hash = 0x811c9dc5
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash >>> 8
}
