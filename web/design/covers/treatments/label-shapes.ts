/** The cut and the rules of a pasted label, and what stands between title and author. */
import type { LabelShape } from '../decide.ts'
import type { Ink } from '../inks.ts'
import { fill, r1, star, stroke } from '../svg.ts'

/** A label's rectangle on a cover `coverW` wide. */
export interface LabelBox {
  x: number
  y: number
  w: number
  h: number
  coverW: number
}

const EDGE = ' stroke="#000" stroke-opacity=".22" stroke-width=".8"'

export function labelShape(shape: LabelShape, ink: Ink, label: LabelBox): string {
  const rule = (d: string, width = 1) => stroke(ink.type, width, d)
  const paper = (d: string) => `<path fill="${ink.label}" d="${d}"${EDGE}/>`
  switch (shape) {
    case 'rule': return paper(box(label, 0)) + rule(box(label, 5))
    case 'double': return paper(box(label, 0)) + rule(box(label, 5), 2) + rule(box(label, 8.5), 0.7)
    case 'cut': return paper(cutCorners(label, 0, 12)) + rule(cutCorners(label, 5, 10))
    case 'scotia': return paper(box(label, 0)) + rule(roundedIn(label, 6, 9), 1.2)
    case 'arch': return paper(arch(label, 0)) + rule(arch(label, 5.5))
    case 'band': return band(ink, label)
    case 'oval': return oval(label, 0, ink.label, EDGE) + oval(label, 5, 'none', ` stroke="${ink.type}"`)
    default: return shape satisfies never
  }
}

/** The plain rectangle, `inset` from the label's edge. */
const box = ({ x, y, w, h }: LabelBox, inset: number) =>
  `M${r1(x + inset)} ${r1(y + inset)}h${r1(w - inset * 2)}v${r1(h - inset * 2)}h${r1(-(w - inset * 2))}z`

const cutCorners = (label: LabelBox, inset: number, k: number) => corners(label, inset, k, (dx, dy) => `l${dx} ${dy}`)

const roundedIn = (label: LabelBox, inset: number, k: number) =>
  corners(label, inset, k, (dx, dy) => `a${k} ${k} 0 0 0 ${dx} ${dy}`)

function corners({ x, y, w, h }: LabelBox, inset: number, k: number, turn: (dx: number, dy: number) => string): string {
  const left = r1(x + inset)
  const top = r1(y + inset)
  const across = r1(w - inset * 2 - k * 2)
  const down = r1(h - inset * 2 - k * 2)
  return `M${r1(left + k)} ${top}h${across}${turn(k, k)}v${down}${turn(-k, k)}h${-across}${turn(-k, -k)}v${-down}${turn(k, -k)}z`
}

function arch({ x, y, w, h }: LabelBox, inset: number): string {
  const foot = r1(y + h - inset)
  const spring = r1(y + w * 0.2)
  const top = r1(y - w * 0.2 + inset * 2)
  const right = r1(x + w - inset)
  return `M${r1(x + inset)} ${foot}V${spring}Q${r1(x + w / 2)} ${top} ${right} ${spring}V${foot}z`
}

/** A strip around the whole book, between thick and thin rules. */
function band(ink: Ink, { y, h, coverW: w }: LabelBox): string {
  const rules = (inset: number, width: number) =>
    stroke(ink.type, width, `M0 ${r1(y + inset)}h${w}M0 ${r1(y + h - inset)}h${w}`)
  return fill(ink.label, `M0 ${r1(y)}h${w}v${r1(h)}H0z`) + rules(4, 2) + rules(7.5, 0.7)
}

const oval = ({ x, y, w, h }: LabelBox, inset: number, colour: string, edge: string) =>
  `<ellipse cx="${r1(x + w / 2)}" cy="${r1(y + h / 2)}" rx="${r1(w / 2 - inset)}" ry="${r1(h / 2 + 7 - inset)}" fill="${colour}"${edge}/>`

/** One of five, centred on a point. */
export function ornament(kind: number, ink: Ink, coverW: number, x: number, y: number): string {
  const k = r1(coverW * 0.05)
  const at = (body: string) => `<g transform="translate(${r1(x)} ${r1(y)})" fill="${ink.type}">${body}</g>`
  switch (kind) {
    case 0: return stroke(ink.type, 0.9, `M${r1(x - k)} ${r1(y)}h${k * 2}`)
    case 1: return at(`<path d="${star(4, 5, 1.7)}"/>`)
    case 2: return at('<circle r="1.5"/><circle cx="-8" r="1.5"/><circle cx="8" r="1.5"/>')
    case 3: return at('<path d="M0-4L3 0L0 4L-3 0z"/>') +
      stroke(ink.type, 0.8, `M${r1(x - k)} ${r1(y)}h${r1(k - 6)}M${r1(x + 6)} ${r1(y)}h${r1(k - 6)}`)
    default: return at('<path d="M0 3C-3-5-12-5-14 1C-10-2-5-1 0 3C5-1 10-2 14 1C12-5 3-5 0 3z"/>')
  }
}
