import { randomFillSync } from 'node:crypto'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const shape = /^[a-z]{2,12}_[0-7][0-9a-hjkmnp-tv-z]{25}$/

/**
 * A new id as TypeID writes it: a readable prefix, `_`, and a UUIDv7 in 26 letters of Crockford's base 32, so that ids made later
 * sort later. Source: github.com/jetify-com/typeid, specification 0.3.
 */
export function newId<Prefix extends string>(prefix: Prefix): `${Prefix}_${string}` {
  return `${prefix}_${timeLetters(Date.now())}${randomLetters()}`
}

/** The id of the only one of its kind that another thing has: a checkout's payment. Whoever makes it makes the same, and it sorts with the other. */
export const idOfOnly = <Prefix extends string>(prefix: Prefix, of: string): `${Prefix}_${string}` => `${prefix}_${of.slice(of.indexOf('_') + 1)}`

/** The lowest id of this prefix that can have been made at that time: what was made since is not below it. */
export function idFloor<Prefix extends string>(prefix: Prefix, at: Date): `${Prefix}_${string}` {
  return `${prefix}_${timeLetters(at.getTime())}${'0'.repeat(16)}`
}

/** Whether a text is an id with this prefix. */
export function isId(prefix: string, text: string): boolean {
  return text.startsWith(`${prefix}_`) && shape.test(text)
}

/** The time's 48 bits behind two of nothing, five a letter. Ids made in one millisecond share them. */
function timeLetters(ms: number): string {
  if (ms === lastMs) return lastLetters
  let [text, left] = ['', ms]
  for (let n = 0; n < 10; n++) {
    text = (alphabet[left % 32] as string) + text
    left = Math.floor(left / 32)
  }
  ;[lastMs, lastLetters] = [ms, text]
  return text
}
let [lastMs, lastLetters] = [NaN, '']

/** An import makes a dozen ids a product: chance is drawn for many at once. */
const chance = Buffer.alloc(16 * 256)
let used = chance.length
const letters = Buffer.from(alphabet)
const written = Buffer.alloc(16)

/** The other 80 bits: version 7 in the first four, the variant's `10` in the seventeenth and eighteenth, and chance. */
function randomLetters(): string {
  if (used === chance.length) {
    randomFillSync(chance)
    used = 0
  }
  for (let n = 0; n < 16; n++) written[n] = letters[(chance[used + n] as number) & 31] as number
  written[0] = letters[14 + ((chance[used] as number) & 1)] as number
  written[3] = letters[8 + ((chance[used + 3] as number) & 0b10011)] as number
  used += 16
  return written.toString('latin1')
}
