import { randomInt } from 'node:crypto'

/** Figures and consonants that are not taken for one another when read out; no vowels, so no words; no zero. 29, a prime. */
const alphabet = '123456789BCDFGHJKMNPQRSTVWXYZ'

/**
 * An order's number, to be read out over a telephone: seven letters at random (17 thousand million), so that numbers tell neither how
 * many orders there are nor what the next one is, and a check letter. Unique by the database; `draw(n)` is a whole number from 0 below n.
 */
export function drawOrderNumber(draw: (below: number) => number = randomInt): string {
  const letters = Array.from({ length: 7 }, () => draw(alphabet.length))
  const text = [...letters, checkOf(letters)].map((letter) => alphabet[letter]).join('')
  return `${text.slice(0, 4)}-${text.slice(4)}`
}

/** The number that somebody read out or typed; undefined when a letter is wrong or two are swapped. */
export function readOrderNumber(text: string): string | undefined {
  const letters = [...text.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1')].map((letter) => alphabet.indexOf(letter))
  if (letters.length !== 8 || letters.includes(-1) || checkOf(letters.slice(0, 7)) !== letters[7]) return undefined
  const clean = letters.map((letter) => alphabet[letter]).join('')
  return `${clean.slice(0, 4)}-${clean.slice(4)}`
}

/** Weighted by position modulo a prime: every single wrong letter and every swap of neighbours is found. */
const checkOf = (letters: readonly number[]): number => letters.reduce((sum, letter, at) => sum + letter * (at + 2), 0) % alphabet.length
