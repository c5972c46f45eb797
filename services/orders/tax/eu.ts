import { percent, type TaxRule } from './rate.ts'

/**
 * VAT of the European Union's countries, in percent: everything else, printed books, e-books, audiobooks for download.
 *
 * Source: European Commission, Taxes in Europe Database (TEDB) and "VAT rates applied in the Member States", with the finance acts
 * that took effect by 1 January 2026 (Estonia 24, Slovakia 23 and 5, Romania 21 and 11, Finland 13.5, Lithuania 5 for books).
 * State: January 2026. Where a country's rule for audiobooks is not plain, its standard rate stands here. Check before trading.
 */
const vat: Readonly<Record<string, readonly [standard: number, book: number, ebook: number, audiobook: number]>> = {
  AT: [20, 10, 10, 10],
  BE: [21, 6, 6, 6],
  BG: [20, 9, 9, 20],
  HR: [25, 5, 5, 5],
  CY: [19, 3, 3, 19],
  CZ: [21, 0, 0, 0],
  DK: [25, 25, 25, 25],
  EE: [24, 9, 9, 24],
  FI: [25.5, 13.5, 13.5, 13.5],
  FR: [20, 5.5, 5.5, 5.5],
  DE: [19, 7, 7, 7],
  GR: [24, 6, 6, 24],
  HU: [27, 5, 27, 27],
  IE: [23, 0, 0, 0],
  IT: [22, 4, 4, 22],
  LV: [21, 5, 5, 21],
  LT: [21, 5, 5, 21],
  LU: [17, 3, 3, 3],
  MT: [18, 5, 5, 18],
  NL: [21, 9, 9, 9],
  PL: [23, 5, 5, 5],
  PT: [23, 6, 6, 23],
  RO: [21, 11, 11, 21],
  SK: [23, 5, 5, 23],
  SI: [22, 5, 5, 5],
  ES: [21, 4, 4, 21],
  SE: [25, 6, 6, 6],
}

/** Delivery is ancillary to the goods (Council Directive 2006/112/EC, article 78 b) and bears their rates. */
export const euRules: ReadonlyMap<string, TaxRule> = new Map(Object.entries(vat).map(([country, [standard, book, ebook, audiobook]]) => [country, {
  rates: { standard: percent('VAT', standard), book: percent('VAT', book), ebook: percent('VAT', ebook), audiobook: percent('VAT', audiobook) },
  delivery: 'as-goods',
}]))
