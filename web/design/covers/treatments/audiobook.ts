/** Audiobook: square, a round label, and a ring of strokes sounded from the letters of the title. */
import type { Decided } from '../decide.ts'
import { against } from '../inks.ts'
import { line, typeGroup } from '../setting/line.ts'
import { fit } from '../setting/line-breaking.ts'
import { splitTitle } from '../setting/title.ts'
import { flat, hairline, r1, stroke } from '../svg.ts'

export const audiobook = { paper, label }

const STROKES = 120
const labelRadius = (w: number) => w * 0.315

function paper({ w, h, ink, item }: Decided): string {
  const centre = w / 2
  const from = labelRadius(w) + 9
  const letters = [...item.title.toLowerCase()].map((letter) => letter.codePointAt(0)!)
  let first = ''
  let second = ''
  for (let i = 0; i < STROKES; i++) {
    const t = (i / STROKES) * Math.PI * 2 - Math.PI / 2
    const loud = 0.5 + 0.5 * Math.sin((letters[i % letters.length] ?? 0) * 1.7 + i * 0.35)
    const swell = 0.35 + 0.65 * Math.abs(Math.sin((i / STROKES) * Math.PI * 4 + letters.length))
    const to = from + 4 + loud * swell * w * 0.145
    const at = (r: number) => `${r1(centre + r * Math.cos(t))} ${r1(centre + r * Math.sin(t))}`
    const d = `M${at(from)}L${at(to)}`
    if (i % 6 === 0) second += d
    else first += d
  }
  const colour = against(ink.cloth, [ink.a, ink.ground, ink.b])
  const round = ' stroke-linecap="round"'
  return flat(ink.cloth, w, h) + stroke(colour, 2.4, first, round) +
    stroke(colour === ink.b ? ink.label : ink.b, 2.4, second, round) + hairline(w, h)
}

function label({ w, ink, item, author }: Decided): string {
  const centre = w / 2
  const radius = labelRadius(w)
  const room = radius * 1.52
  const title = fit(splitTitle(item.title).main, {
    width: room, height: radius * 0.86, max: w * 0.098, min: w * 0.046, leading: 1.1,
  })
  const name = author && fit(author.toUpperCase(), {
    width: room * 0.86, height: radius * 0.3, max: w * 0.035, min: w * 0.024, tracking: 0.1, leading: 1.4, maxLines: 2,
  })
  let at = centre - (title.height + (name ? name.height + 14 : 0)) / 2
  let out = `<circle cx="${centre}" cy="${centre}" r="${r1(radius)}" fill="${ink.label}"/>` +
    `<circle cx="${centre}" cy="${centre}" r="${r1(radius - 5)}" fill="none" stroke="${ink.type}"/>` +
    typeGroup(ink.type, 28, true)
  for (const text of title.lines) {
    out += line(text, centre, at + title.size * 0.88, title.size, { room })
    at += title.size * title.leading
  }
  at += 14
  if (name)
    for (const text of name.lines) {
      out += line(text, centre, at + name.size * 0.9, name.size, { tracking: 0.1, room: room * 0.86, opsz: 9 })
      at += name.size * 1.4
    }
  return out + '</g>'
}
