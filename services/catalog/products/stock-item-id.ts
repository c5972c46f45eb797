import { hash } from 'node:crypto'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * The stock item of a seller's SKU. Made from the two and nothing else, so that offers that share a SKU share its stock, and telling
 * inventory of it twice is telling it once. Shaped as other ids are.
 */
export function stockItemId(sellerId: string, sku: string): string {
  const bytes = hash('sha256', `${sellerId}\n${sku}`, 'buffer')
  let id = 'stk_' + alphabet[(bytes[0] as number) & 7]
  for (let at = 1; at < 26; at++) id += alphabet[(bytes[at] as number) & 31]
  return id
}
