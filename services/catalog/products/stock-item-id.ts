import { createHash } from 'node:crypto'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * The stock item of a seller's SKU. Made from the two and nothing else, so that offers that share a SKU share its stock, and telling
 * inventory of it twice is telling it once. Shaped as other ids are.
 */
export function stockItemId(sellerId: string, sku: string): string {
  const hash = createHash('sha256').update(`${sellerId}\n${sku}`).digest()
  let text = alphabet[(hash[0] as number) & 7] as string
  for (let at = 1; at < 26; at++) text += alphabet[(hash[at] as number) & 31]
  return `stk_${text}`
}
