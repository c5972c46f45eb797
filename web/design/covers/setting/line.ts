/** One line of type as SVG. */
import { escapeText, r1 } from '../svg.ts'
import { isMeasured, ITALIC, measure, ROMAN } from './measure.ts'

const FACES =
  'font-family="Literata,Literata Wider,Georgia,Noto Serif,Noto Serif CJK JP,Songti SC,Hiragino Mincho ProN,serif"'

export interface LineStyle {
  italic?: boolean
  tracking?: number
  anchor?: 'start'
  /** The width the line has; a line that nearly fills it is pinned. */
  room?: number
  /** Optical size, when it is not the label's own. */
  opsz?: number
}

/** A group of lines: the faces, the colour and the optical size they share. */
export const typeGroup = (colour: string, opsz: number, centred: boolean) =>
  `<g fill="${colour}"${centred ? ' text-anchor="middle"' : ''} ${FACES} style="font-variation-settings:'opsz' ${opsz}">`

/** textLength pins a nearly full line to its measured width, so that a fallback font cannot overflow. */
export function line(text: string, x: number, y: number, size: number, style: LineStyle = {}): string {
  const { italic = false, tracking = 0, anchor, room = 0, opsz = 28 } = style
  const table = italic ? ITALIC : ROMAN
  const length = measure(text, table, tracking) * size - tracking * size
  const pinned = room > 0 && length > room * 0.8 && isMeasured(text, table)
  // Tracking adds a space after the last letter too: a centred line moves over by half of it.
  const left = tracking && !anchor && !pinned ? x + (tracking * size) / 2 : x
  return `<text x="${r1(left)}" y="${r1(y)}" font-size="${r1(size)}"` +
    (anchor ? ` text-anchor="${anchor}"` : '') +
    (italic ? ' font-style="italic"' : '') +
    (tracking ? ` letter-spacing="${r1(tracking * size)}"` : '') +
    (pinned ? ` textLength="${r1(Math.min(length, room))}"` : '') +
    (opsz === 28 ? '' : ` style="font-variation-settings:'opsz' ${opsz}"`) +
    `>${escapeText(text)}</text>`
}
