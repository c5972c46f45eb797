/** Papers a binder makes with a comb, a compass or a lathe. */
import { dot, fill, r0, r1, stroke } from '../svg.ts'
import { tile, type Pattern } from './sheet.ts'

/** Nonpareil marbling: ink laid in lines, then drawn through with a comb, so each row hangs in scallops. */
export const marble: Pattern = ({ w, h, ink, rnd }) => {
  // Teeth and rows are counted, not measured, so that a larger sheet costs no more bytes.
  const tooth = 2 * r0(w / rnd.pick([12, 16, 18]))
  const columns = Math.ceil(w / tooth) + 1
  const sway = Array.from({ length: columns }, () => rnd.between(-5, 5))
  const order = [ink.a, ink.ground, ink.b, ink.ground, ink.a, ink.cloth]
  let out = ''
  for (let y = -tooth, i = 0; y < h + 20; y += h / 34, i++) {
    let d = `M${-tooth / 2} ${r0(y)}`
    sway.forEach((lean, c) => {
      d += `q${tooth / 2} ${r0(tooth * 1.25 + lean + 4 * Math.sin(y / 31 + c))} ${tooth} 0`
    })
    out += stroke(order[i % order.length]!, r1(rnd.between(3, 8)), d)
  }
  return out
}

/** Paste paper: coloured starch combed while wet. Strips of parallel waves, each strip out of step. */
export const paste: Pattern = (sheet) => {
  const { ink, rnd } = sheet
  const comb = (x0: number, phase: number) => {
    let d = ''
    for (let i = 0; i < 6; i++) d += `M${x0 + i * 6} -24q${phase * 11} 12 0 24t0 24t0 24t0 24`
    return stroke(ink.ground, 3.6, d)
  }
  const body = fill(ink.a, 'M0 0h84v48H0z') + comb(5, 1) + comb(47, -1) + stroke(ink.b, 1.6, 'M40.5 0v48M82.5 0v48')
  return tile(sheet, 84, 48, body, rnd.pick([0, 0, 90, 45]))
}

/** Truchet's tiles: quarter circles thrown at random always join into rivers. */
export const truchet: Pattern = ({ w, h, ink, rnd, id }) => {
  const t = 2 * r0(w / rnd.pick([12, 14, 16]))
  const r = t / 2
  let d = ''
  for (let y = 0; y < h; y += t)
    for (let x = 0; x < w; x += t)
      d += rnd() < 0.5
        ? `M${x + r} ${y}a${r} ${r} 0 0 1-${r} ${r}m${t} 0a${r} ${r} 0 0 0-${r} ${r}`
        : `M${x + r} ${y}a${r} ${r} 0 0 0 ${r} ${r}m-${t} 0a${r} ${r} 0 0 1 ${r} ${r}`
  const river = (colour: string, width: number) => `<use href="#${id}m" stroke="${colour}" stroke-width="${width}"/>`
  return `<defs><path id="${id}m" fill="none" d="${d}"/></defs>` +
    river(ink.a, r0(t * 0.42)) + river(ink.ground, r0(t * 0.26)) + river(ink.b, r1(t * 0.08))
}

/** Dots that swell down the sheet. A dashed line with round caps draws a whole row in a few bytes. */
export const dots: Pattern = ({ w, h, ink, rnd }) => {
  const gap = rnd.pick([15, 18, 22])
  const up = rnd() < 0.4
  let out = ''
  for (let y = gap / 2, i = 0; y < h + gap; y += gap * 0.87, i++) {
    const t = up ? 1 - y / h : y / h
    const size = Math.max(1.2, gap * (0.14 + 0.72 * t * t))
    out += stroke(i % 5 === 4 ? ink.b : ink.a, r1(size), `M${i % 2 ? gap / 2 : 0} ${r0(y)}H${w + gap}`,
      ` stroke-linecap="round" stroke-dasharray="0 ${gap}"`)
  }
  return out
}

/** Engine turning: one rose curve, turned a few degrees at a time. */
export const guilloche: Pattern = ({ w, h, ink, rnd, id }) => {
  const petals = rnd.whole(5, 9)
  const cx = w / 2
  const cy = h * 0.38
  let d = ''
  for (let i = 0; i <= 90; i++) {
    const t = (i / 90) * Math.PI * 2
    const r = w * (0.52 + 0.2 * Math.sin(petals * t))
    d += `${i ? 'L' : 'M'}${r0(r * Math.cos(t))} ${r0(r * Math.sin(t))}`
  }
  let out = `<defs><path id="${id}m" d="${d}z" fill="none" vector-effect="non-scaling-stroke"/></defs>`
  for (let k = 0; k < 15; k++) {
    const scale = r1(1.65 - k * 0.06)
    out += `<use href="#${id}m" stroke="${k % 5 ? ink.a : ink.b}" stroke-width="1"` +
      ` transform="translate(${r0(cx)} ${r0(cy)})rotate(${r1((k * 360) / petals / 15)})scale(${scale} ${scale})"/>`
  }
  return out
}

export const rays: Pattern = ({ w, h, ink, rnd }) => {
  const cx = w * rnd.pick([0.5, 0.5, 0.15, 0.85])
  const cy = h * rnd.pick([0.38, 0.8, 1])
  const count = rnd.pick([28, 36, 44])
  const rim = (t: number) => `${r0(cx + h * 1.4 * Math.cos(t))} ${r0(cy + h * 1.4 * Math.sin(t))}`
  let a = ''
  let b = ''
  for (let i = 0; i < count; i++) {
    const t = (i / count) * Math.PI * 2
    const wedge = `M${r0(cx)} ${r0(cy)}L${rim(t)}L${rim(t + Math.PI / count)}z`
    if (i % 4 === 3) b += wedge
    else a += wedge
  }
  return fill(ink.a, a) + fill(ink.b, b) +
    [46, 30, 14].map((r, i) => dot(i % 2 ? ink.b : ink.ground, cx, cy, r)).join('')
}
