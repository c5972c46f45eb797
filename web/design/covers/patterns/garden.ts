/** What grows and flies. */
import { dot, fill, r0, stroke } from '../svg.ts'
import { halfDrop, tile, type Pattern } from './sheet.ts'

/** A sprig with six leaves and two berries. */
export const leaves: Pattern = (sheet) => {
  const { ink, rnd } = sheet
  const leaf = (x: number, y: number, turn: number, colour: string) =>
    `<path fill="${colour}" d="M0 0C5-5 6-13 0-20C-6-13-5-5 0 0z" transform="translate(${x} ${y})rotate(${turn})"/>`
  const flip = rnd() < 0.5
  const motif =
    stroke(ink.a, 1.6, 'M0 26C-5 12 5-2 0-16') +
    leaf(0, -14, 0, ink.a) + leaf(-1, 4, -52, ink.a) + leaf(2, -3, 52, flip ? ink.b : ink.a) +
    leaf(-1, 16, 56, ink.a) + leaf(0, 22, -58, flip ? ink.a : ink.b) +
    dot(ink.b, 15, 22, 2.6) + dot(ink.b, -15, -18, 2.6)
  return halfDrop(sheet, 58, 82, motif, rnd.pick([0, 0, 18, -18]))
}

/** Climbing stems: one long wave with leaves and open flowers, turned over for the next column. */
export const briar: Pattern = (sheet) => {
  const { ink, rnd } = sheet
  const petals = [0, 72, 144, 216, 288]
    .map((turn) => `<ellipse cy="-6" rx="3.6" ry="5" transform="rotate(${turn})"/>`).join('')
  const flower = (x: number, y: number) =>
    `<g fill="${ink.b}" transform="translate(${x} ${y})">${petals}<circle r="2.6" fill="${ink.ground}"/></g>`
  const leaf = (x: number, y: number, turn: number) =>
    `<path fill="${ink.a}" d="M0 0C4-3 5-10 0-15C-5-10-4-3 0 0z" transform="translate(${x} ${y})rotate(${turn})"/>`
  const wave = (x: number, k: number) =>
    `M${x} 0C${x + k * 22} 20 ${x - k * 22} 60 ${x} 80` +
    `M${x + k * 7} 20q${k * 9} 0 ${k * 11}-8M${x - k * 7} 60q${-k * 9} 0 ${-k * 11}-8`
  const stem = (x: number, k: number) =>
    stroke(ink.a, 1.8, wave(x, k)) +
    leaf(x + k * 8, 26, k * 100) + leaf(x - k * 5, 48, -k * 70) + leaf(x - k * 6, 66, -k * 120) + leaf(x + k * 3, 8, -k * 60) +
    flower(x + k * 17, 11) + flower(x - k * 17, 51)
  return tile(sheet, 92, 80, stem(23, 1) + stem(69, 1), rnd.pick([0, 0, 0, 30]))
}

/** An L-system meadow: each stem forks by the same rule, with the wind and the seed deciding the angles. */
export const meadow: Pattern = ({ w, h, ink, rnd, id }) => {
  let stems = ''
  const tips: [number, number][] = []
  const grow = (x: number, y: number, angle: number, length: number, depth: number): void => {
    const x2 = x + length * Math.sin(angle)
    const y2 = y - length * Math.cos(angle)
    stems += `M${r0(x)} ${r0(y)}L${r0(x2)} ${r0(y2)}`
    if (depth === 0) return void tips.push([x2, y2])
    const spread = rnd.between(0.3, 0.6)
    grow(x2, y2, angle - spread, length * 0.66, depth - 1)
    grow(x2, y2, angle + spread, length * 0.66, depth - 1)
    if (depth > 1) grow(x2, y2, angle + rnd.between(-0.1, 0.1), length * 0.82, depth - 1)
  }
  const count = rnd.whole(4, 5)
  for (let i = 0; i < count; i++)
    grow(((i + 0.5) * w) / count + rnd.between(-8, 8), h + 4, rnd.between(-0.08, 0.08), h * rnd.between(0.13, 0.19), 3)
  return stroke(ink.a, 1.5, stems, ' stroke-linecap="round"') +
    `<defs><circle id="${id}m" r="3.4" fill="${ink.b}"/></defs>` +
    tips.map(([x, y]) => `<use href="#${id}m" x="${r0(x)}" y="${r0(y)}"/>`).join('')
}

/** A swallow, and three seeds it has not noticed. */
export const birds: Pattern = (sheet) => {
  const { ink, rnd } = sheet
  const bird =
    'M2 2C-2-8-14-15-27-13C-17-9-9-3-5 5C-9 12-15 18-24 22L-12 20L-9 30C-6 23-1 16 5 11C13 13 20 21 22 30C26 18 20 7 11 4C10 0 6-1 2 2z'
  const motif = `<g transform="rotate(${rnd.pick([-20, 0, 24])})">${fill(ink.a, bird)}</g>` +
    dot(ink.b, 36, 22, 1.8) + dot(ink.b, 43, 28, 1.8) + dot(ink.b, 44, 19, 1.8)
  return halfDrop(sheet, 92, 86, motif)
}
