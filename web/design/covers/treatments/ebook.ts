/** E-book: no label. Type straight on the colour, and the pattern dissolving into dots as a screen would have it. */
import { paint, type Decided } from '../decide.ts'
import { line, typeGroup } from '../setting/line.ts'
import { fit } from '../setting/line-breaking.ts'
import { ITALIC } from '../setting/measure.ts'
import { splitTitle } from '../setting/title.ts'
import { flat, r1 } from '../svg.ts'

export const ebook = { paper, label }

const PITCH = 7

function paper(c: Decided): string {
  const { w, h, ink, id } = c
  const start = h * 0.5
  let rows = ''
  for (let y = start, i = 0; y < h; y += PITCH, i++) {
    const t = (y - start) / (h - start)
    const width = r1(Math.min(PITCH * 1.5, PITCH * (0.22 + t * 1.6)))
    rows += `<path stroke="#fff" stroke-width="${width}" d="M${i % 2 ? PITCH / 2 : 0} ${r1(y)}H${w + PITCH}"/>`
  }
  return `<clipPath id="${id}c"><rect width="${w}" height="${h}" rx="7"/></clipPath>` +
    `<mask id="${id}d"><g stroke-linecap="round" stroke-dasharray="0 ${PITCH}">${rows}</g></mask>` +
    `<g clip-path="url(#${id}c)">${flat(ink.cloth, w, h)}<g mask="url(#${id}d)">${paint(c)}</g></g>` +
    `<rect x=".5" y=".5" width="${w - 1}" height="${h - 1}" rx="6.5" fill="none" stroke="#0b1420" stroke-opacity=".3"/>`
}

function label({ w, h, ink, item, author }: Decided): string {
  const edge = w * 0.1
  const room = w - edge * 2
  const { main, sub } = splitTitle(item.title)
  const name = author && fit(author.toUpperCase(), {
    width: room, height: h * 0.08, max: w * 0.04, min: w * 0.028, tracking: 0.09, leading: 1.4, maxLines: 2,
  })
  const title = fit(main, { width: room, height: h * 0.27, max: w * 0.15, min: w * 0.055, leading: 1.04 })
  const under = sub && fit(sub, {
    width: room, height: h * 0.08, max: w * 0.052, min: w * 0.04, table: ITALIC, maxLines: 3, leading: 1.22,
  })
  let out = typeGroup(ink.label, 36, false)
  let at = h * 0.075
  if (name)
    for (const text of name.lines) {
      out += line(text, edge, at + name.size, name.size, { tracking: 0.09, anchor: 'start', opsz: 9, room })
      at += name.size * 1.4
    }
  at += h * 0.022
  for (const text of title.lines) {
    out += line(text, edge, at + title.size * 0.86, title.size, { anchor: 'start', room })
    at += title.size * 1.04
  }
  at += h * 0.018
  if (under)
    for (const text of under.lines) {
      out += line(text, edge, at + under.size * 0.9, under.size, { italic: true, anchor: 'start', opsz: 14, room })
      at += under.size * 1.22
    }
  return out + '</g>'
}
