/** The few marks everything is drawn with. Two units are one millimetre; whole units are finer than screens show. */

export const r0 = Math.round
export const r1 = (x: number) => Math.round(x * 10) / 10

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
export const escapeText = (text: string) => text.replace(/[&<>"]/g, (letter) => ENTITIES[letter]!)

export const stroke = (colour: string, width: number, d: string, more = '') =>
  `<path fill="none" stroke="${colour}" stroke-width="${width}" d="${d}"${more}/>`

export const fill = (colour: string, d: string) => `<path fill="${colour}" d="${d}"/>`

export const dot = (colour: string, x: number, y: number, r: number) =>
  `<circle fill="${colour}" cx="${r1(x)}" cy="${r1(y)}" r="${r1(r)}"/>`

/** A whole rectangle of colour. */
export const flat = (colour: string, w: number, h: number) => fill(colour, `M0 0h${w}v${h}H0z`)

/** An edge that holds on any page colour. */
export const hairline = (w: number, h: number) =>
  `<path fill="none" stroke="#0b1420" stroke-opacity=".28" d="M.5 .5h${w - 1}v${h - 1}H.5z"/>`

/** A star of n points around the origin, as path data. */
export function star(points: number, outer: number, inner: number): string {
  let d = ''
  for (let i = 0; i < points * 2; i++) {
    const angle = (Math.PI * i) / points - Math.PI / 2
    const r = i % 2 ? inner : outer
    d += `${i ? 'L' : 'M'}${r1(r * Math.cos(angle))} ${r1(r * Math.sin(angle))}`
  }
  return d + 'z'
}

/** The opening tag: named when the picture stands alone, hidden when the page names it beside. */
export const open = (w: number, h: number, label: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}"${
    label ? ` role="img" aria-label="${escapeText(label)}"` : ' aria-hidden="true"'
  }>`
