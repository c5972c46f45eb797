/** Cloth: what a loom or a needle makes. */
import { fill, r1, stroke } from '../svg.ts'
import { tile, type Pattern } from './sheet.ts'

export const woven: Pattern = (sheet) => {
  const { ink, rnd } = sheet
  const over = (x: number, y: number) =>
    fill(ink.b, `M${x} ${y + 3}h24v14h-24z`) + stroke(ink.ground, 1, `M${x} ${y + 7.5}h24M${x} ${y + 12.5}h24`)
  const down = (x: number, y: number) =>
    fill(ink.a, `M${x + 3} ${y}h14v24h-14z`) + stroke(ink.ground, 1, `M${x + 7.5} ${y}v24M${x + 12.5} ${y}v24`)
  const body = down(0, -2) + down(20, 18) + down(20, -22) + over(-2, 20) + over(38, 20) + over(18, 0) + over(-22, 0)
  return tile(sheet, 40, 40, body, rnd.pick([0, 45, 45]))
}

/** Stripes of drawn widths, mirrored, so that every repeat closes. */
export const stripes: Pattern = (sheet) => {
  const { ink, rnd } = sheet
  const half: { at: number; width: number; colour: string }[] = []
  let x = 0
  while (x < 34) {
    const width = rnd.pick([1.2, 1.2, 3, 6, 10])
    const gap = rnd.pick([2.5, 4, 7])
    half.push({ at: x, width, colour: rnd() < 0.6 ? ink.a : ink.b })
    x += width + gap
  }
  const total = r1(x * 2)
  const bar = (at: number, width: number) => `M${r1(at)} 0h${width}v40h-${width}z`
  const bars = half.map(({ at, width, colour }) => fill(colour, bar(at, width) + bar(total - at - width, width))).join('')
  return tile(sheet, total, 40, bars, rnd.pick([0, 0, 90, 45, -30]))
}

export const herringbone: Pattern = (sheet) => {
  const { ink, rnd } = sheet
  let left = ''
  let right = ''
  for (let y = -30; y < 60; y += 10) {
    left += `M1 ${y}l18 18v5l-18-18z`
    right += `M39 ${y}l-18 18v5l18-18z`
  }
  return tile(sheet, 40, 10, fill(ink.a, left) + fill(ink.b, right), rnd.pick([0, 90]))
}

/** Flame stitch: one stepped peak repeated down the sheet in changing thread. */
export const zigzag: Pattern = ({ w, h, ink, rnd, id }) => {
  const span = rnd.pick([30, 40, 52])
  const peaks = [rnd.whole(18, 34), rnd.whole(8, 16)] as const
  let d = `M${-span} 0`
  for (let x = -span, i = 0; x < w + span; x += span, i++) {
    const peak = peaks[i % 2 === 0 ? 0 : 1]
    d += `l${span / 2} ${-peak}l${span / 2} ${peak}`
  }
  const threads = [[ink.a, 5], [ink.b, 3], [ink.a, 1.4], [ink.cloth, 5]] as const
  let out = `<defs><path id="${id}m" fill="none" d="${d}"/></defs>`
  for (let y = 0, i = 0; y < h + 40; y += 10, i++) {
    const [colour, width] = threads[i % 4]!
    out += `<use href="#${id}m" y="${y}" stroke="${colour}" stroke-width="${width}"/>`
  }
  return out
}
