import type { View } from '../page/view.ts'
import type { Edition, Offer } from './editions.ts'

export const editionPrice = ({ offer }: Edition, { t, price }: View): string => (offer ? price(offer.price) : t.list.notOffered)

/** What is told of an offer's stock: copies only when few are left. */
export function stockWords({ availability, left }: Offer, digital: boolean, { t }: View): string {
  if (availability === 'out_of_stock') return t.stock.out_of_stock
  if (digital && availability === 'in_stock') return t.stock.digital
  return availability === 'low_stock' && left !== undefined ? t.stock.left(left) : t.stock[availability]
}

/** What tells an edition from the others: its format, and of goods that are not books the colour or size they are named by. */
export const formatWords = ({ format, title }: Pick<Edition['variant'], 'format' | 'title'>, { t }: View): string => (format === 'other' && title) || (t.format[format] ?? format)
