/** What a book of so many pages weighs and how thick it stands. */
import type { Edition } from './book.ts'

const TRIM_MM: Partial<Record<Edition['format'], [width: number, height: number]>> = {
  paperback: [129, 198], hardback: [138, 216], mass_market: [110, 178], large_print: [156, 234], board_book: [152, 152],
  audiobook_cd: [142, 125],
}

const PAPER = {
  usual: { leafMm: 0.13, gramsPerM2: 55 },
  thin: { leafMm: 0.1, gramsPerM2: 45 },
  board: { leafMm: 2.1, gramsPerM2: 900 },
}

export interface Measures {
  widthMm: number
  heightMm: number
  thicknessMm: number
  weightGrams: number
}

/** Nothing for what is downloaded. */
export function measures({ format, pages = 0, minutes = 0, sizeMm }: Edition): Measures | undefined {
  const trim = sizeMm ?? TRIM_MM[format]
  if (!trim) return undefined
  const [widthMm, heightMm] = trim
  if (format === 'audiobook_cd') {
    // Eighty minutes a disc, in a card wallet.
    const discs = Math.ceil(minutes / 80)
    return { widthMm, heightMm, thicknessMm: 6 + discs, weightGrams: 60 + discs * 16 }
  }
  const paper = PAPER[format === 'board_book' ? 'board' : pages > 1200 ? 'thin' : 'usual']
  const leaves = pages / 2
  const areaM2 = (widthMm * heightMm) / 1e6
  const boards = format === 'hardback' ? { mm: 5, grams: 130 } : { mm: 1, grams: 20 }
  return {
    widthMm,
    heightMm,
    thicknessMm: Math.round(leaves * paper.leafMm + boards.mm),
    weightGrams: Math.round(leaves * areaM2 * paper.gramsPerM2 + boards.grams),
  }
}
