/** Motifs from walls, vestments and printers' cases. */
import { dot, fill, r0, r1, star, stroke } from '../svg.ts'
import { halfDrop, tile, type Pattern } from './sheet.ts'

export const stars: Pattern = (sheet) => {
  const { ink, rnd } = sheet
  const points = rnd.pick([6, 8, 8, 12])
  const motif =
    fill(ink.a, star(points, 13, points > 8 ? 7 : 5)) + dot(ink.ground, 0, 0, 2.2) +
    `<path fill="${ink.b}" d="${star(4, 5.5, 1.6)}" transform="translate(24 0)"/>` +
    dot(ink.a, 12, 16, 1.3) + dot(ink.a, 36, 16, 1.3)
  return halfDrop(sheet, 48, 66, motif, rnd.pick([0, 0, 30]))
}

/** Seigaiha: overlapping rings, drawn from the top so that each row covers the feet of the last. */
export const scales: Pattern = (sheet) => {
  const { ink, rnd } = sheet
  const r = rnd.pick([16, 20, 24])
  const heart = rnd() < 0.6 ? ink.b : ink.ground
  const ring = `<g id="${sheet.id}m"><circle r="${r}" fill="${ink.ground}" stroke="${ink.a}" stroke-width="2"/>` +
    `<circle r="${r0(r * 0.7)}" fill="none" stroke="${ink.a}" stroke-width="1.6"/>` +
    `<circle r="${r0(r * 0.4)}" fill="${heart}" stroke="${ink.a}" stroke-width="1.4"/></g>`
  let rows = ''
  for (let row = 0; row < 5; row++)
    for (const k of row % 2 ? [0, 2] : [-1, 1, 3]) rows += `<use href="#${sheet.id}m" x="${k * r}" y="${(row * r) / 2}"/>`
  return `<defs>${ring}</defs>` + tile(sheet, r * 2, r, rows)
}

/** Window tracery: a pointed arch holding two lancets and a quatrefoil. */
export const tracery: Pattern = (sheet) => {
  const { ink } = sheet
  const arch = (x: number, y: number, w: number, h: number) =>
    `M${x} ${y + h}V${y}A${w} ${w} 0 0 1 ${x + w / 2} ${r1(y - w * 0.866)}A${w} ${w} 0 0 1 ${x + w} ${y}V${y + h}`
  const foil = (dx: number, dy: number) => dot(ink.b, 30 + dx, 35.5 + dy, 4.4)
  const quatrefoil = foil(0, -4.6) + foil(4.6, 0) + foil(0, 4.6) + foil(-4.6, 0)
  return tile(sheet, 60, 112,
    fill(ink.a, 'M0 0h60v112H0z') + fill(ink.ground, arch(3, 50, 54, 58)) + stroke(ink.a, 1.6, arch(6.5, 50, 47, 58)) +
    fill(ink.a, arch(9, 69, 19.5, 39) + arch(31.5, 69, 19.5, 39)) +
    fill(ink.ground, arch(12, 70, 13.5, 38) + arch(34.5, 70, 13.5, 38)) +
    stroke(ink.a, 1.2, arch(15, 73, 7.5, 35) + arch(37.5, 73, 7.5, 35)) +
    dot(ink.a, 30, 35.5, 13) + dot(ink.ground, 30, 35.5, 11) + quatrefoil + dot(ink.ground, 30, 35.5, 2.4) +
    dot(ink.b, 5, 8, 2.6) + dot(ink.b, 55, 8, 2.6))
}

export const fleurons: Pattern = (sheet) => {
  const { ink, rnd } = sheet
  const foil = [0, 90, 180, 270]
    .map((turn) => `<path fill="${ink.a}" d="M0 0C-8-5-8-16 0-19C8-16 8-5 0 0z" transform="rotate(${turn})"/>`).join('')
  const motif = rnd() < 0.5
    ? foil + fill(ink.ground, star(4, 6, 2.4)) + dot(ink.b, 0, 0, 2.4)
    : stroke(ink.a, 1.6, 'M0-20L20 0L0 20L-20 0z') + `<g transform="scale(.62)">${foil}</g>` + dot(ink.b, 0, 0, 3)
  return halfDrop(sheet, 56, 56, motif + dot(ink.b, 28, 0, 2.6) + dot(ink.b, 0, 28, 2.6))
}

export const meander: Pattern = (sheet) => {
  const { ink } = sheet
  return tile(sheet, 40, 66,
    stroke(ink.a, 4, 'M0 34h34V6H10v18h12v-8h-6', ' stroke-linejoin="miter"') + stroke(ink.a, 4, 'M32 34h10') +
    stroke(ink.b, 1.8, 'M0 43h40M0 63h40') + stroke(ink.a, 1.6, 'M-10 53q5-7 10 0t10 0t10 0t10 0t10 0'))
}

/** Eight-fold star and cross, as on a tiled wall. */
export const girih: Pattern = (sheet) => {
  const { ink, id } = sheet
  const motif = fill(ink.a, star(8, 22, 16.8)) + stroke(ink.ground, 1.6, star(8, 17, 9)) + fill(ink.b, star(8, 9, 4.5))
  const corner = (x: number, y: number) => `<use href="#${id}k" x="${x}" y="${y}"/>`
  return tile(sheet, 46, 46,
    `<g transform="translate(23 23)">${motif}</g><g fill="${ink.b}" id="${id}k"><path d="${star(4, 7, 2.2)}"/></g>` +
    corner(46, 0) + corner(0, 46) + corner(46, 46))
}

/** Asanoha, the hemp leaf: a triangle net with its centres joined. */
export const hemp: Pattern = (sheet) => {
  const { ink } = sheet
  const u = 22
  const k = u * 0.866
  const net = (dx: number, dy: number) => [0, 60, 120, 180, 240, 300].map((degrees) => {
    const t = (degrees * Math.PI) / 180
    const at = (r: number, angle: number) => `${r1(dx + r * Math.cos(angle))} ${r1(dy + r * Math.sin(angle))}`
    const centre = at(u * 1.155, t + Math.PI / 6)
    return `M${at(0, 0)}L${at(u * 2, t)}M${at(0, 0)}L${centre}L${at(u * 2, t)}M${centre}L${at(u * 2, t + Math.PI / 3)}`
  }).join('')
  return tile(sheet, u * 2, r1(k * 4),
    stroke(ink.a, 1.5, net(0, 0) + net(u * 2, 0) + net(u, k * 2) + net(0, k * 4) + net(u * 2, k * 4)) +
    dot(ink.b, u, r1(k * 2), 3) + dot(ink.b, 0, 0, 3) + dot(ink.b, u * 2, 0, 3) +
    dot(ink.b, 0, r1(k * 4), 3) + dot(ink.b, u * 2, r1(k * 4), 3))
}
