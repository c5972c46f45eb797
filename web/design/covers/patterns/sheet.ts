/** The sheet a pattern is printed on, and the two ways of repeating a motif over it. */
import type { Chance } from '../chance.ts'
import type { Ink } from '../inks.ts'

export interface Sheet {
  w: number
  h: number
  ink: Ink
  rnd: Chance
  /** Prefix of every id in the drawing, so that two covers can share a page. */
  id: string
}

/** Returns SVG that covers the sheet. Draws from `rnd` in a fixed order: the order is part of the result. */
export type Pattern = (sheet: Sheet) => string

/** Fill the sheet with one repeated tile; `turn` rotates the whole lattice. */
export const tile = (sheet: Sheet, tileW: number, tileH: number, body: string, turn = 0) =>
  `<pattern id="${sheet.id}" width="${tileW}" height="${tileH}" patternUnits="userSpaceOnUse"${
    turn ? ` patternTransform="rotate(${turn})"` : ''
  }>${body}</pattern><path fill="url(#${sheet.id})" d="M0 0h${sheet.w}v${sheet.h}H0z"/>`

/** A motif in half-drop repeat: once in the corner of the tile, once in the middle, wrapped at the edges. */
export function halfDrop(sheet: Sheet, tileW: number, tileH: number, motif: string, turn = 0): string {
  const again = [[tileW, 0], [0, tileH], [tileW, tileH], [tileW / 2, tileH / 2]]
    .map(([x, y]) => `<use href="#${sheet.id}m" x="${x}" y="${y}"/>`)
  return tile(sheet, tileW, tileH, `<g id="${sheet.id}m">${motif}</g>` + again.join(''), turn)
}
