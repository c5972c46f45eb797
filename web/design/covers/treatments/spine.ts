/** The spine of a volume, for a row of a series. */
import { decide, paint } from '../decide.ts'
import type { CoverItem } from '../item.ts'
import { line, typeGroup } from '../setting/line.ts'
import { fit } from '../setting/line-breaking.ts'
import { splitTitle } from '../setting/title.ts'
import { fill, hairline, open, r0, stroke } from '../svg.ts'

/**
 * Thickness follows the page count (about 0.065 mm a page, plus the boards), the paper follows the series, and
 * the title reads from head to tail.
 */
export function spine(item: CoverItem): string {
  const c = decide(item)
  const { ink, h } = c
  const boards = c.format === 'hardback' || c.format === 'large_hardback' ? 10 : 2
  const w = r0(Math.min(110, Math.max(26, (item.pages ?? 280) * 0.13 + boards)))
  const room = h * 0.52
  const { main } = splitTitle(item.shortTitle ?? item.title)
  const set = fit(main, { width: room, height: w * 0.66, max: 23, min: 9, maxLines: w > 52 ? 2 : 1, leading: 1.08 })
  const top = r0(h * 0.1)
  const labelH = r0(room + 26)
  const footTop = r0(h * 0.8)

  const paper = paint(c, w, h) + `<path fill="#000" opacity=".16" d="M0 0h3v${h}H0zM${w - 3} 0h3v${h}h-3z"/>`
  const label = fill(ink.label, `M0 ${top}h${w}v${labelH}H0z`) +
    stroke(ink.type, 1, `M0 ${top + 4}h${w}M0 ${top + labelH - 4}h${w}`)
  const lines = set.lines.map((words, i) =>
    line(words, 0, (i - (set.lines.length - 1) / 2) * set.size * 1.08 + set.size * 0.31, set.size, { room }))
  const title = `<g transform="translate(${w / 2} ${top + labelH / 2})rotate(90)">${lines.join('')}</g>`
  const foot = `<circle cx="${w / 2}" cy="${footTop + 12}" r="${Math.min(12, w * 0.38)}" fill="${ink.label}"/>` +
    line(item.volume ? String(item.volume) : '8º', w / 2, footTop + 16.5, Math.min(13, w * 0.42), { opsz: 9 })
  const name = c.author ? `${item.title}, ${c.author}` : item.title
  return open(w, h, name) + paper + label + typeGroup(ink.type, 20, true) + title + foot + '</g>' + hairline(w, h) + '</svg>'
}
