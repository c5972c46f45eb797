import { randomUUIDv7 } from 'node:crypto'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const shape = /^[a-z]{2,12}_[0-7][0-9a-hjkmnp-tv-z]{25}$/

/**
 * A new id as TypeID writes it: a readable prefix, `_`, and a UUIDv7 in 26 letters of Crockford's base 32, so that ids made later
 * sort later. Source: github.com/jetify-com/typeid, specification 0.3.
 */
export function newId<Prefix extends string>(prefix: Prefix): `${Prefix}_${string}` {
  return `${prefix}_${encode(randomUUIDv7())}`
}

/** The lowest id of this prefix that can have been made at that time: what was made since is not below it. */
export function idFloor<Prefix extends string>(prefix: Prefix, at: Date): `${Prefix}_${string}` {
  return `${prefix}_${encode(at.getTime().toString(16).padStart(12, '0').padEnd(32, '0'))}`
}

/** Whether a text is an id with this prefix. */
export function isId(prefix: string, text: string): boolean {
  return text.startsWith(`${prefix}_`) && shape.test(text)
}

const letters = Buffer.from(alphabet)
/** Filled and read again for each id: an import makes a dozen ids a product. */
const written = Buffer.alloc(26)

/** 128 bits as 26 letters, five bits each, two leading zero bits before them. */
function encode(uuid: string): string {
  let [bits, count, at] = [0, 2, 0]
  for (let n = 0; n < uuid.length; n++) {
    const code = uuid.charCodeAt(n)
    if (code === hyphen) continue
    bits = ((bits << 4) | (code < a ? code - zero : code - a + 10)) & 0x1ff
    count += 4
    if (count < 5) continue
    count -= 5
    written[at++] = letters[(bits >> count) & 31] as number
  }
  return written.toString('latin1')
}

const [hyphen, zero, a] = [45, 48, 97]
