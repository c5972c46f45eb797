/** Goods that are not books are drawn as what they are, in the same papers and inks. */
import { paint, type Decided } from '../decide.ts'
import { line, typeGroup } from '../setting/line.ts'
import { fit } from '../setting/line-breaking.ts'
import { fill, flat, r0, r1, stroke } from '../svg.ts'

export const goods = { paper, label }

type Good = 'notebook' | 'print' | 'tote' | 'pencils' | 'tin'

/** `bare` words stand on the thing itself, without a label under them. */
interface Place {
  x: number
  y: number
  w: number
  h: number
  bare?: boolean
}

const GOODS: Record<Good, { draw: (c: Decided) => string; place: (w: number, h: number) => Place }> = {
  notebook: { draw: notebook, place: (w, h) => ({ x: w * 0.3, y: h * 0.68, w: w * 0.46, h: h * 0.16 }) },
  print: { draw: print, place: (w, h) => ({ x: w * 0.1, y: h * 0.83, w: w * 0.8, h: h * 0.11, bare: true }) },
  tote: { draw: tote, place: (w, h) => ({ x: w * 0.16, y: h * 0.78, w: w * 0.68, h: h * 0.1, bare: true }) },
  pencils: { draw: pencils, place: (w, h) => ({ x: -1, y: h * 0.4, w: w + 2, h: h * 0.26 }) },
  tin: { draw: tin, place: (w, h) => ({ x: w * 0.14, y: h * 0.4, w: w * 0.72, h: h * 0.36 }) },
}

function paper(c: Decided): string {
  return GOODS[c.format as Good].draw(c)
}

function label({ w, h, ink, item, format }: Decided): string {
  const place = GOODS[format as Good].place(w, h)
  const { x, y, bare } = place
  const set = fit(item.title, {
    width: place.w * 0.84, height: place.h * 0.62, max: bare ? w * 0.07 : place.w * 0.13, min: 8, leading: 1.15,
  })
  let out = bare ? '' :
    `<path fill="${ink.label}" stroke="#000" stroke-opacity=".22" stroke-width=".8" d="${rectangle(place, 0)}"/>` +
    stroke(ink.type, 0.9, rectangle(place, 4))
  out += typeGroup(bare ? '#16263a' : ink.type, 20, true)
  let at = y + (place.h - set.height) / 2
  for (const words of set.lines) {
    out += line(words, x + place.w / 2, at + set.size * 0.88, set.size, { room: place.w * 0.84 })
    at += set.size * set.leading
  }
  return out + '</g>'
}

const rectangle = ({ x, y, w, h }: Place, inset: number) =>
  `M${r1(x + inset)} ${r1(y + inset)}h${r1(w - inset * 2)}v${r1(h - inset * 2)}h-${r1(w - inset * 2)}z`

const outline = (d: string) => `<path d="${d}" fill="none" stroke="#0b1420" stroke-opacity=".3"/>`

const clipped = (id: string, d: string, body: string) =>
  `<clipPath id="${id}c"><path d="${d}"/></clipPath><g clip-path="url(#${id}c)">${body}</g>`

/** A piece of the same paper, set into the thing at its own scale. */
const inlay = (c: Decided, x: number, y: number, w: number, h: number, innerW: number, innerH: number) =>
  `<svg x="${x}" y="${y}" width="${w}" height="${h}" viewBox="0 0 ${innerW} ${innerH}">${paint(c, innerW, innerH)}</svg>`

function notebook(c: Decided): string {
  const { w, h, ink } = c
  const d = `M0 0h${w - 16}q16 0 16 16v${h - 32}q0 16-16 16H0z`
  const elastic = fill(ink.b, `M${w * 0.86} 0h9v${h}h-9z`)
  return clipped(c.id, d, paint(c) + flat(ink.cloth, w * 0.17, h) + elastic) + outline(d)
}

function print(c: Decided): string {
  const { w, h } = c
  return flat('#fcfcfa', w, h) + inlay(c, w * 0.1, w * 0.1, w * 0.8, h * 0.7, w * 0.8, h * 0.7) +
    outline(`M.5 .5h${w - 1}v${h - 1}H.5z`)
}

function tote(c: Decided): string {
  const { w, h, ink } = c
  const top = h * 0.3
  const d = `M4 ${top}h${w - 8}l-6 ${h - top}H10z`
  const handle = `M${w * 0.28} ${top + 22}V60C${w * 0.28}-14 ${w * 0.72}-14 ${w * 0.72} 60V${top + 22}`
  return stroke(ink.cloth, 11, handle) + fill('#eef0ea', d) +
    inlay(c, w * 0.22, h * 0.42, w * 0.56, h * 0.32, r0(w * 0.56), r0(h * 0.32)) + outline(d)
}

function pencils({ w, h, ink }: Decided): string {
  const p = w / 6
  let out = ''
  ;[ink.a, ink.ground, ink.b, ink.cloth, ink.ground, ink.a].forEach((tone, i) => {
    const x = r1(i * p)
    const half = r1(p / 2 - 0.5)
    out += fill(tone, `M${x} 46h${r1(p - 1)}V${h}h-${r1(p - 1)}z`) +
      `<path fill="#fff" opacity=".22" d="M${r1(x + p * 0.3)} 46h${r1(p * 0.3)}V${h}h-${r1(p * 0.3)}z"/>` +
      fill('#e4cfa8', `M${x} 46l${half}-46 ${half} 46q-${r1(p / 4)}-8-${half} 0t-${half} 0z`) +
      fill(ink.type, `M${r1(x + p * 0.36)} 14l${r1(p * 0.12)}-14 ${r1(p * 0.12)} 14z`)
  })
  return out
}

function tin(c: Decided): string {
  const { w, h, ink } = c
  const d = `M8 34h${w - 16}q8 0 8 8v${h - 50}q0 8-8 8H8q-8 0-8-8V42q0-8 8-8z`
  const lid = fill(ink.cloth, `M4 2h${w - 8}q4 0 4 4v30H0V6q0-4 4-4z`) + `<path stroke="#fff" stroke-opacity=".35" d="M0 30h${w}"/>`
  return clipped(c.id, d, paint(c)) + outline(d) + lid
}
