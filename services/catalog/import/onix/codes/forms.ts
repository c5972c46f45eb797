import type { Form } from '../edition.ts'

const book = (format: Form['format']): Form => ({ kind: 'book', format, digital: false, taxClass: 'book' })
const other: Form = { kind: 'other', format: 'other', digital: false, taxClass: 'standard' }
const ebook: Form = { kind: 'book', format: 'ebook', digital: true, taxClass: 'ebook' }
const audioFile: Form = { kind: 'book', format: 'audiobook', digital: true, taxClass: 'audiobook' }
const audioDisc: Form = { kind: 'book', format: 'audiobook_cd', digital: false, taxClass: 'standard' }

/** Product forms, lists 150 (release 3) and 7 (release 2.1). A code of one letter and a digit that is not here is read by its letter. */
const forms: Readonly<Record<string, Form>> = {
  BA: book('other'), BB: book('hardback'), BC: book('paperback'), BD: book('other'), BE: book('other'), BF: book('paperback'), BG: book('hardback'),
  BH: book('board_book'), BI: book('other'), BJ: book('other'), BK: book('other'), BL: book('paperback'), BM: book('other'), BN: book('paperback'),
  BO: book('other'), BP: book('board_book'), BQ: book('other'), BR: book('other'), BS: book('other'), BT: book('paperback'), BX: book('other'), BZ: book('other'),
  AA: audioDisc, AB: audioDisc, AC: audioDisc, AD: audioDisc, AE: audioDisc, AF: audioDisc, AG: audioDisc, AH: audioDisc, AI: audioDisc, AJ: audioFile,
  AK: audioDisc, AL: audioDisc, AM: audioDisc, AN: audioFile, AO: audioFile, AZ: audioDisc,
  DG: ebook, DH: ebook, EA: ebook, EB: ebook, EC: ebook, ED: ebook, // electronic book text, downloads, online
  LA: ebook, LB: ebook, LC: ebook,
  SA: book('other'), SB: book('other'), SC: book('other'), SD: book('other'), SE: book('other'), SF: book('other'),
  WW: book('other'), WX: book('other'), '00': book('other'),
}

/** By their first letter: cards, film, maps, microform, games, stationery, merchandise. */
const families: Readonly<Record<string, Form>> = { A: audioDisc, B: book('other'), C: other, D: other, E: ebook, F: other, L: ebook, M: other, P: other, S: book('other'), V: other, W: book('other'), X: other, Z: other }

/** Details of lists 175 and 78 that make another format of it. */
const details: Readonly<Record<string, Form['format']>> = { B101: 'mass_market', B102: 'paperback', B103: 'paperback', B104: 'paperback', B105: 'paperback', B106: 'paperback', B109: 'large_print' }
const largePrint = new Set(['B109'])

/** Undefined for a code that no list has. */
export function formOf(code: string | undefined, detailCodes: readonly string[], largeType: boolean): Form | undefined {
  if (code === undefined) return undefined
  const found = forms[code] ?? families[code[0] ?? '']
  if (!found) return undefined
  if (found.taxClass !== 'book') return found
  if (largeType || detailCodes.some((detail) => largePrint.has(detail))) return { ...found, format: 'large_print' }
  const detail = detailCodes.map((one) => details[one]).find((format) => format !== undefined)
  return found.format === 'paperback' && detail !== undefined ? { ...found, format: detail } : found
}
