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

/** Two letters of each ten bits. */
const pairs = Array.from({ length: 1024 }, (_, bits) => `${alphabet[bits >> 5]}${alphabet[bits & 31]}`)

/** 128 bits as 26 letters, two leading zero bits before them: eight bits make the first two letters, then twenty bits four each. */
function encode(uuid: string): string {
  const hex = uuid.replaceAll('-', '')
  let text = pairs[Number.parseInt(hex.slice(0, 2), 16)] as string
  for (let at = 2; at < 32; at += 5) {
    const bits = Number.parseInt(hex.slice(at, at + 5), 16)
    text += (pairs[bits >> 10] as string) + (pairs[bits & 1023] as string)
  }
  return text
}
