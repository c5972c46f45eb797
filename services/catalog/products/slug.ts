const letters: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

/** A title or name as it stands in an address: `moby-dick-or-the-whale`, at most 80 letters. Empty when nothing in it is Latin. */
export function slug(text: string): string {
  const words = text.normalize('NFKD').replace(/[\p{M}'’]+/gu, '').toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => letters[letter] ?? '').replaceAll('&', ' and ')
    .replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
  if (words.length <= 80) return words
  const cut = words.slice(0, 81)
  return cut.slice(0, cut.lastIndexOf('-') > 20 ? cut.lastIndexOf('-') : 80)
}
