/** Letters that stay one letter when accents are taken away, and are typed as others. */
const letters: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i', ŋ: 'n' }
const special = new RegExp(`[${Object.keys(letters).join('')}]`, 'g')
const marks = /\p{M}+/gu
const apostrophes = /['’‘ʼ`´]/g
/** An article or pronoun that French and Italian join to a vowel. */
const elided = /(?<![\p{L}\p{N}])(?:l|j|c|n|s|t|qu|dell|nell|all)['’ʼ](?=[aeiouyhàâéèêëîïôûùœæ])/gu
const plain = /^[\x20-\x7e]*$/

/** One spelling for what people write differently: without capitals, accents, ligatures and apostrophes. */
export function fold(text: string): string {
  const lower = text.toLowerCase().replace(elided, '')
  if (plain.test(lower)) return lower.replace(apostrophes, '')
  return lower.normalize('NFKD').replace(marks, '').replace(special, (letter) => letters[letter] as string).replace(apostrophes, '')
}

const word = /[\p{L}\p{N}]+/gu
/** Written without blanks between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** The words of a text, folded. Hyphens divide; scripts without blanks are cut into pairs of letters. */
export function wordsOf(text: string): string[] {
  const found = fold(text).match(word) ?? []
  return unspaced.test(text) ? found.flatMap((one) => (unspaced.test(one) ? pairs(one) : one)) : found
}

function pairs(text: string): string[] {
  const all = [...text]
  return all.length < 2 ? all : all.slice(1).map((letter, at) => `${all[at]}${letter}`)
}
