/** Sea, sky, street and weather. */
import type { Chance } from '../chance.ts'
import { dot, fill, r0, r1, star, stroke } from '../svg.ts'
import { halfDrop, tile, type Pattern } from './sheet.ts'

/** A sea: calm at the horizon, broken toward the reader, with a low sun or moon behind it. */
export const tide: Pattern = ({ w, h, ink, rnd }) => {
  const horizon = h * rnd.between(0.6, 0.66)
  const sunX = w * rnd.between(0.2, 0.8)
  const sky = Array.from({ length: 14 }, (_, i) => `M0 ${r0(8 + i * (horizon / 14))}h${w}`).join('')
  let out = stroke(ink.a, 0.8, sky, ' opacity=".45"') + dot(ink.b, sunX, horizon, w * 0.16)
  for (let y = horizon, i = 0; y < h + 26; i++) {
    const depth = (y - horizon) / (h - horizon)
    const half = 9 + depth * 22
    const rise = 1.5 + depth * 9
    let d = `M${r0(-half - rnd.between(0, half * 2))} ${r0(y)}q${r0(half / 2)} ${r0(-rise * 1.6)} ${r0(half)} 0`
    for (let x = -half * 2; x < w + half; x += half) d += `t${r0(half)} 0`
    out += `<path fill="${i % 3 === 2 ? ink.cloth : ink.ground}" stroke="${ink.a}" stroke-width="${r1(0.9 + depth * 1.2)}"` +
      ` d="${d}V${h + 30}H-40z"/>`
    y += 5 + depth * 11
  }
  return out
}

export const ships: Pattern = (sheet) => {
  const { ink } = sheet
  const ship =
    fill(ink.a, 'M-17 8h34c-2 7-6 10-10 10h-16c-5 0-8-4-8-10z') +
    fill(ink.b, 'M-2-20C-14-13-15-2-12 4h10zM1-24C15-14 16-2 13 4H1z') +
    stroke(ink.a, 1.4, 'M-.5 8v-36M-.5-28l7 2.5-7 2.5') +
    stroke(ink.a, 1.4, 'M-24 21q6-5 12 0t12 0t12 0t12 0M-12 27q6-5 12 0t12 0')
  return halfDrop(sheet, 84, 108, ship)
}

export const constellations: Pattern = ({ w, h, ink, rnd }) => {
  const stars = scatter(w, h, rnd)
  const cx = w * rnd.between(-0.2, 0.3)
  const cy = h * rnd.between(0.75, 1.1)
  let out = ''
  for (let r = 70; r < h * 1.2; r += 52)
    out += `<circle cx="${r0(cx)}" cy="${r0(cy)}" r="${r}" fill="none" stroke="${ink.a}" stroke-width=".7" stroke-dasharray="1.5 4"/>`
  out += stroke(ink.a, 1.1, figures(stars, rnd))
  stars.forEach(([x, y], i) => {
    out += i % 7 === 0
      ? `<path fill="${ink.b}" d="${star(4, 8, 2)}" transform="translate(${r0(x)} ${r0(y)})"/>`
      : dot(i % 3 ? ink.a : ink.b, r0(x), r0(y), rnd.pick([1.6, 2.2, 3]))
  })
  return out
}

type Point = [x: number, y: number]
const distance = ([ax, ay]: Point, [bx, by]: Point) => Math.hypot(ax - bx, ay - by)

/** Up to 64 points, none too near another. */
function scatter(w: number, h: number, rnd: Chance): Point[] {
  const points: Point[] = []
  for (let i = 0; i < 400 && points.length < 64; i++) {
    const point: Point = [rnd.between(4, w - 4), rnd.between(4, h - 4)]
    if (points.every((other) => distance(other, point) > 24)) points.push(point)
  }
  return points
}

/** Seven figures, each a short walk from star to nearest free star. */
function figures(stars: Point[], rnd: Chance): string {
  const free = new Set(stars.keys())
  let d = ''
  for (let f = 0; f < 7 && free.size > 0; f++) {
    let at = rnd.pick([...free])
    let here = stars[at]!
    d += `M${r0(here[0])} ${r0(here[1])}`
    for (let k = rnd.whole(4, 7); k > 0; k--) {
      free.delete(at)
      let near = -1
      let nearest = Infinity
      for (const i of free) {
        const away = distance(stars[i]!, here)
        if (away < nearest) [near, nearest] = [i, away]
      }
      if (nearest > 60) break
      at = near
      here = stars[at]!
      d += `L${r0(here[0])} ${r0(here[1])}`
    }
    free.delete(at)
  }
  return d
}

/** A street at night: the same window a few hundred times, and somebody still up in some of them. */
export const windows: Pattern = ({ w, h, ink, rnd }) => {
  const across = w / rnd.pick([13, 15])
  const down = across * 1.45
  const pane = `h${r0(across * 0.56)}v${r0(down * 0.62)}h-${r0(across * 0.56)}z`
  let dark = ''
  let lit = ''
  for (let y = 6; y < h; y += down)
    for (let x = 8; x < w - 4; x += across) {
      const d = `M${r0(x)} ${r0(y)}${pane}`
      if (rnd() < 0.13) lit += d
      else if (rnd() < 0.96) dark += d
    }
  return fill(ink.a, dark) + fill(ink.b, lit)
}

export const rain: Pattern = (sheet) => {
  const { ink, rnd } = sheet
  let d = ''
  for (let i = 0; i < 7; i++) {
    const y = rnd.whole(0, 60)
    const length = rnd.whole(22, 52)
    d += `M${4 + i * 9} ${y}v${length}M${4 + i * 9} ${y - 72}v${length}`
  }
  const drops = stroke(ink.a, 1.5, d, ' stroke-linecap="round"') + dot(ink.b, 17.5, 14, 2.2) + dot(ink.b, 44.5, 50, 2.2)
  return tile(sheet, 63, 72, drops, rnd.pick([14, 22, -18]))
}
