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

/** Whether a text is an id with this prefix. */
export function isId(prefix: string, text: string): boolean {
  return text.startsWith(`${prefix}_`) && shape.test(text)
}

/** 128 bits as 26 letters: two leading zero bits, then five bits a letter. */
function encode(uuid: string): string {
  const hex = uuid.replaceAll('-', '')
  let bits = 0
  let held = 2
  let text = ''
  for (let at = 0; at < 32; at++) {
    bits = ((bits << 4) | Number.parseInt(hex[at] ?? '0', 16)) & 0xfff
    held += 4
    if (held >= 5) {
      held -= 5
      text += alphabet[(bits >> held) & 31]
    }
  }
  return text
}
