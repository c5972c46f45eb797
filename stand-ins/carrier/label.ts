import type { Parcel } from './store.ts'

/** A label of 100 by 150 mm to be printed and pasted on: sender, recipient, service, number, and the number as bars. */
export function labelOf({ trackingNumber, to, service }: Parcel, from: string): string {
  const lines = to.map((line, at) => `<text x="6" y="${62 + at * 7}" font-size="${at === 0 ? 6 : 5}" ${at === 0 ? 'font-weight="700"' : ''}>${escaped(line)}</text>`).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="150mm" viewBox="0 0 100 150" font-family="Helvetica, Arial, sans-serif"><rect width="100" height="150" fill="#fff"/><rect x="2" y="2" width="96" height="146" fill="none" stroke="#000" stroke-width=".6"/>`
    + `<text x="6" y="16" font-size="9" font-weight="700">PARCEL POST</text><text x="94" y="16" font-size="7" text-anchor="end">${escaped(service.toUpperCase())}</text><path d="M2 24h96M2 48h96M2 104h96" stroke="#000" stroke-width=".6"/>`
    + `<text x="6" y="31" font-size="3.4">FROM</text><text x="6" y="40" font-size="5">${escaped(from)}</text><text x="6" y="54" font-size="3.4">TO</text>${lines}`
    + `<g transform="translate(${(100 - widthOf(trackingNumber)) / 2} 110)">${bars(trackingNumber)}</g><text x="50" y="142" font-size="5" text-anchor="middle" letter-spacing=".4">${trackingNumber}</text></svg>\n`
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Narrow and wide elements of each letter, bars and gaps in turn. Source: ISO/IEC 16388, Code 39. */
const patterns: Readonly<Record<string, string>> = {
  0: 'nnnwwnwnn', 1: 'wnnwnnnnw', 2: 'nnwwnnnnw', 3: 'wnwwnnnnn', 4: 'nnnwwnnnw', 5: 'wnnwwnnnn', 6: 'nnwwwnnnn', 7: 'nnnwnnwnw', 8: 'wnnwnnwnn', 9: 'nnwwnnwnn', P: 'nnwnwnnwn', '*': 'nwnnwnwnn',
}
const element = { n: 0.32, w: 0.8 }
const gap = element.n

const lengthOf = (letter: string): number => [...patterns[letter] ?? ''].reduce((sum, size) => sum + element[size as 'n' | 'w'], 0)
const widthOf = (text: string): number => [...`*${text}*`].reduce((sum, letter) => sum + lengthOf(letter) + gap, -gap)

function bars(text: string): string {
  let x = 0
  let drawn = ''
  for (const letter of `*${text}*`) {
    for (const [at, size] of [...patterns[letter] ?? ''].entries()) {
      const width = element[size as 'n' | 'w']
      if (at % 2 === 0) drawn += `<rect x="${x.toFixed(2)}" width="${width}" height="24"/>`
      x += width
    }
    x += gap
  }
  return drawn
}
