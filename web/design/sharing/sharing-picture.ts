import { fit } from '../covers/setting/line-breaking.ts'
import { flat, escapeText, r1 } from '../covers/svg.ts'

/** What other sites show of a page: 1200 by 630, as Open Graph wants it. */
export const sharingSize = { width: 1200, height: 630 } as const

export interface Shared {
  readonly title: string
  /** Who made it, or what it is. */
  readonly line: string
  readonly shop: string
  /** The whole cover as an SVG document, and how large the thing is. */
  readonly cover?: { readonly svg: string; readonly widthMm: number; readonly heightMm: number }
}

const [paper, ink, quiet, red] = ['#f3f6f8', '#12202f', '#445467', '#bf2d18']
const { width, height } = sharingSize
const margin = 72
const shelf = 528
const tallest = 400
const face = 'font-family="Literata,Georgia,serif"'

/** A cover on its shelf line with the title beside it, in the shop's own paper and ink. An SVG document. */
export function sharingPicture({ title, line, shop, cover }: Shared): string {
  const drawn = cover && standing(cover)
  const left = drawn ? margin + drawn.width + 64 : margin
  const set = fit(title, { width: width - margin - left, height: 250, max: drawn ? 84 : 104, min: 34, maxLines: 4 })
  const top = shelf - 24 - set.height - 64
  const lines = set.lines.map((words, at) => text(words, left, top + set.size * (0.9 + at * set.leading), set.size, ink))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${flat(paper, width, height)}${folds()}${drawn?.svg ?? ''}`
    + `<path stroke="${ink}" stroke-width="2" d="M${margin} ${shelf}H${width - margin}"/>${lines.join('')}${text(fit(line, { width: width - margin - left, height: 40, max: 32, min: 20, maxLines: 1 }).lines.join(' '), left, shelf - 34, 32, quiet)}${mark(shop)}</svg>`
}

/** As tall as it is beside other books: a large hardback fills the height. */
function standing({ svg, widthMm, heightMm }: NonNullable<Shared['cover']>): { svg: string; width: number } {
  const scale = Math.min(tallest / Math.max(heightMm, 198), 420 / widthMm)
  const [w, h] = [r1(widthMm * scale), r1(heightMm * scale)]
  return { width: w, svg: svg.replace('<svg ', `<svg x="${margin}" y="${shelf - h}" width="${w}" height="${h}" `) }
}

const text = (words: string, x: number, y: number, size: number, colour: string): string => `<text ${face} x="${r1(x)}" y="${r1(y)}" font-size="${r1(size)}" fill="${colour}">${escapeText(words)}</text>`

/** The printer's ticks, an eighth apart. */
function folds(): string {
  const eighth = (width - 2 * margin) / 8
  return `<path stroke="${ink}" stroke-width="2" fill="none" d="M${margin} 62H${width - margin}${Array.from({ length: 9 }, (_, at) => `M${margin + at * eighth} 62v14`).join('')}"/>`
}

const mark = (shop: string): string =>
  `<g transform="translate(${margin} 562) scale(.9)"><path fill="${red}" d="M33.5 1h10.5v15h-10.5z"/><path fill="none" stroke="${ink}" stroke-width="1.5" d="M.75.75h43.5v30.5H.75zM22.5 1v30M22.5 16h21.5M33.5 1v15"/></g>${text(shop, margin + 54, 587, 30, ink)}`
