/**
 * What is on sale of a book written the short way, by rule from its number: formats, prices, copies, and who has used ones.
 * No chance in it: the same number gives the same shelf every time.
 */
import type { Edition, SellersOffer } from './book.ts'
import { narratorOf } from './narrators.ts'
import type { Classic } from './short-form.ts'
import { usedCopies } from './used-copies.ts'

type Format = Edition['format']

const FORMATS: readonly (readonly Format[])[] = [
  ['paperback', 'ebook'],
  ['paperback', 'hardback', 'ebook'],
  ['paperback', 'hardback'],
  ['paperback', 'ebook', 'audiobook'],
  ['paperback', 'hardback', 'ebook', 'audiobook'],
  ['mass_market', 'hardback', 'ebook'],
  ['paperback', 'large_print', 'audiobook'],
  ['paperback', 'mass_market', 'ebook'],
]
/** Nobody listens to a sheet of figures, and a picture book has no large print. */
const SPECIAL: Partial<Record<Classic['kind'], readonly Format[]>> = {
  picture: ['hardback', 'board_book'], numbers: ['paperback', 'hardback'], kitchen: ['hardback', 'ebook'], garden: ['hardback', 'ebook'],
  play: ['paperback', 'ebook'], ancientPlay: ['paperback', 'ebook'], shakespeare: ['paperback', 'hardback', 'ebook'],
}

export function editionsOf(work: Classic & { language: string }): Edition[] {
  const { n, kind } = work
  const formats = SPECIAL[kind] ?? FORMATS[(n * 5 + Math.floor(n / 8)) % FORMATS.length] ?? []
  // A thousand pages do not go into a pocket.
  const bound = work.pages > 1000 ? formats.map((format) => format === 'mass_market' ? 'paperback' : format) : formats
  return [...new Set(bound)].map((format, i) => edition(work, format, i))
}

function edition(work: Classic & { language: string }, format: Format, place: number): Edition {
  const { n, pages, language } = work
  const publishedOn = place === 0 && work.demand === 'new printing' ? '2031-10-02' : `${2018 + ((n * 3 + place) % 8)}-${two(1 + ((n * 7 + place * 2) % 12))}-${two(1 + ((n * 11) % 28))}`
  if (format === 'ebook') return { format, pence: pages > 500 ? 149 : 99, publishedOn }
  if (format === 'audiobook') {
    const minutes = Math.round(pages * 1.75)
    return { format, minutes, pence: 650 + Math.floor(minutes / 150) * 100 + 49, publishedOn, people: [narratorOf(language, n)] }
  }
  const ofPages: Partial<Record<Format, number>> = { large_print: 1.5, mass_market: 1.12, hardback: 1.05 }
  // Nobody has read what is not printed yet.
  const others = place === 0 && work.demand !== 'new printing' ? othersOf(work, priceOf(format, pages)) : []
  return {
    format,
    pages: format === 'board_book' ? 24 : even(pages * (ofPages[format] ?? 1)),
    pence: priceOf(format, pages),
    publishedOn,
    ...copies(work, format, place),
    ...(others.length > 0 && { others }),
  }
}

const two = (n: number) => String(n).padStart(2, '0')
const even = (pages: number) => Math.max(2 * Math.round(pages / 2), 32)

/** Pence, ending on 49 or 99; longer books cost more, by the hundred pages. */
function priceOf(format: Format, pages: number): number {
  const first: Partial<Record<Format, number>> = { paperback: 599, mass_market: 449, hardback: 1199, large_print: 1249, board_book: 599 }
  return (first[format] ?? 699) + Math.floor(pages / 100) * (format === 'hardback' ? 100 : 50)
}

function copies({ n, demand }: Classic, format: Format, place: number): Pick<Edition, 'onHand' | 'promised'> {
  if (place === 0 && demand === 'new printing') return { onHand: 0, promised: { limit: 40, from: '2031-10-02' } }
  if (place === 0 && demand === 'sold out') return { onHand: 0 }
  if (place === 0 && demand === 'last copies') return { onHand: 1 + (n % 4) }
  if (format === 'hardback' && n % 9 === 4) return { onHand: 1 + (n % 3) }
  return { onHand: 8 + ((n * 13 + place * 7) % 37) }
}

/** Every third book is at the harbour too; every other one has been read before. */
function othersOf({ n, language }: Classic & { language: string }, pence: number): SellersOffer[] {
  const atHarbour: SellersOffer[] = language === 'en' && n % 3 === 0
    ? [{ seller: 'harbour-books', condition: 'new', pence: n % 2 ? pence : pence - 50, onHand: 3 + (n % 11) }]
    : []
  return [...atHarbour, ...usedCopies(n, language, pence)]
}

/** From a few dozen to a few hundred readers, most of them content; one star first. */
export function readersOf(n: number): [number, number, number, number, number] {
  const all = 24 + ((n * 97) % 380)
  const [one, two, three] = [1 + (n % 4), 2 + (n % 5), 8 + ((n * 3) % 10)].map((percent) => Math.round((all * percent) / 100)) as [number, number, number]
  const four = Math.round((all * (22 + ((n * 5) % 16))) / 100)
  return [one, two, three, four, all - one - two - three - four]
}
