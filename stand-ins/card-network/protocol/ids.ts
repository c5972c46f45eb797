import { randomBytes } from 'node:crypto'

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Letters and digits after the prefix: what Stripe's own ids show today. */
const lengths = { pi: 24, seti: 24, pm: 24, ch: 24, re: 24, dp: 24, evt: 24, cus: 14, payatt: 24, req: 14 } as const
export type IdPrefix = keyof typeof lengths

/** A new id as Stripe shapes them: `pi_3MtwBwLkdIwHu7ix28a3tqPa`. */
export function newId(prefix: IdPrefix): string {
  return `${prefix}_${randomText(lengths[prefix])}`
}

/** What a browser may know of an intent: its id and a secret of its own. */
export function newClientSecret(intentId: string): string {
  return `${intentId}_secret_${randomText(25)}`
}

/** Random bytes are drawn many at once: each drawing costs more than what is drawn. */
let drawn = Buffer.alloc(0)
let at = 0

function randomText(length: number): string {
  if (at + length > drawn.length) {
    drawn = randomBytes(4096)
    at = 0
  }
  let text = ''
  for (const byte of drawn.subarray(at, at + length)) text += letters[byte % 62]
  at += length
  return text
}
