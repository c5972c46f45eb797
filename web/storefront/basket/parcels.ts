import type { Cart } from '@octavo/cart/contract'

export type Line = Cart['lines'][number]

/** Lines by who sells them, in the order they were put in. */
export function parcelsOf(lines: readonly Line[]): { readonly seller: Line['seller']; readonly lines: readonly Line[] }[] {
  const parcels = new Map<string, { seller: Line['seller']; lines: Line[] }>()
  for (const line of lines) {
    const parcel = parcels.get(line.seller.id)
    if (parcel) parcel.lines.push(line)
    else parcels.set(line.seller.id, { seller: line.seller, lines: [line] })
  }
  return [...parcels.values()]
}

/** Whether a line is part of what would be paid. */
export const isBuyable = ({ unitPrice, checkoutId, availability }: Line): boolean => unitPrice !== null && checkoutId === null && availability !== 'out_of_stock'
