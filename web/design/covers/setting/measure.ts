/** How wide a text is in Literata, without asking a browser. */

/** Advance widths in ems, by letter. */
export type WidthTable = ReadonlyMap<string, number>

/** Advance widths of Literata at optical size 28, in hundredths of an em: width -> the letters that have it. */
export const ROMAN = widths({
  20: ' ', 24: "'", 30: 'j', 32: '!,;‘’', 34: '().:[]ilłı', 36: '-', 38: '"f{|}', 40: '1It', 42: '/\\', 46: 's*', 48: '_rz',
  50: '7c–', 52: '259e“”', 54: '36?a', 56: '48Jgxy', 58: '+0<=>ovøð', 60: 'FPSbkqÞþ', 62: 'ELdp', 64: 'Zu', 66: 'Bhn',
  68: 'ß', 70: 'CXY', 72: 'ARTV', 76: 'DGKOQØ', 80: '&Uæ', 82: 'N', 84: 'Hw', 90: '…œ', 96: 'm', 98: 'Æ', 100: 'M—',
  106: 'W', 108: 'Œ',
})

export const ITALIC = widths({
  20: ' ', 26: "'‘’", 28: 'l', 30: 'ijı', 32: '(),.:[]ł', 34: '!;', 36: '-IJ', 38: '1f', 40: '"t', 44: '/s', 46: 'r“”',
  48: '*cez', 50: 'S_–', 52: '2357?x', 54: '689koqvyø', 56: '4Fbg', 58: '+0Ladhp', 60: 'EPZnu', 62: 'BCT', 64: 'Gß',
  66: 'Y', 68: 'KRVX', 70: 'AQ', 72: 'OØ', 74: '&DN', 76: 'HU', 78: 'wæ', 82: 'œ', 88: 'm', 92: 'Æ', 94: 'M', 96: '…',
  100: 'W—',
})

function widths(table: Record<number, string>): WidthTable {
  const map = new Map<string, number>()
  for (const [width, letters] of Object.entries(table)) for (const letter of letters) map.set(letter, Number(width) / 100)
  return map
}

const ACCENT = /\p{Mn}/u

/** Width of a text in ems. An accented letter is as wide as its base; other scripts go by their average. */
export function measure(text: string, table: WidthTable = ROMAN, tracking = 0): number {
  let em = 0
  for (const letter of text.normalize('NFD')) {
    const known = table.get(letter)
    if (known === undefined && ACCENT.test(letter)) continue
    em += (known ?? guess(letter)) + tracking
  }
  return em
}

/** Whether every letter of a text was measured: a guessed width must not be forced on a line. */
export const isMeasured = (text: string, table: WidthTable): boolean =>
  [...text.normalize('NFD')].every((letter) => table.has(letter) || ACCENT.test(letter))

function guess(letter: string): number {
  const code = letter.codePointAt(0)!
  if (code >= 0x2e80) return 1
  const upper = letter !== letter.toLowerCase()
  if (code >= 0x400 && code < 0x530) return upper ? 0.79 : 0.62
  if (code >= 0x370 && code < 0x400) return upper ? 0.7 : 0.57
  return upper ? 0.7 : 0.58
}

/** Chinese, Japanese and Korean: every sign is one em, and a line may end after any of them. */
export const isFullWidth = (text: string): boolean => /[\u2e80-\u9fff\uac00-\ud7ff\uff00-\uffef]/.test(text)

/** What Literata has letters for, in its Latin files. */
export const isLatin = (text: string): boolean => /^[^\u0250-\u1fff\u2070-\uffff]*$/.test(text)
