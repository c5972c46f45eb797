import type { Address } from '@octavo/address'
import type { FrozenLine } from '@octavo/cart/contract'
import type { TaxRate } from '../tax/rate.ts'

/** A line as agreed: what was bought, for how much, with its share of discounts and tax. Amounts in minor units of the order's currency. */
export interface AgreedLine {
  readonly id: string
  readonly subOrderId: string
  readonly offerId: string
  readonly productId: string
  readonly variantId: string
  readonly handle: string
  readonly title: string
  readonly author?: string
  readonly format: string
  readonly condition: string
  readonly cover: FrozenLine['offer']['cover']
  readonly digital: boolean
  readonly stockItemId: string | null
  /** Of the stock item, for the whole line. */
  readonly units: number
  readonly weightGrams: number
  readonly quantity: number
  readonly unitPriceMinor: number
  readonly discountMinor: number
  readonly taxMinor: number
  readonly rate: TaxRate
  /** What the buyer pays for it, delivery apart. */
  readonly paidMinor: number
}

export interface AgreedSubOrder {
  readonly id: string
  readonly sellerId: string
  readonly sellerName: string
  readonly discountMinor: number
  readonly deliveryMinor: number
  readonly deliveryTaxMinor: number
  readonly taxMinor: number
  readonly taxes: readonly { readonly rate: TaxRate; readonly baseMinor: number; readonly taxMinor: number }[]
  readonly totalMinor: number
}

/** An order's figures, settled when the basket was frozen. They are stored and given back, never reckoned a second time. */
export interface Agreed {
  readonly market: string
  readonly locale: string
  readonly currency: string
  readonly taxIncluded: boolean
  readonly shippingAddress: Address
  readonly deliveryOption: string
  readonly deliveryLabel: string
  /** `YYYY-MM-DD`; null when nothing has to travel. */
  readonly promisedBy: string | null
  readonly adjustments: readonly { readonly kind: string; readonly label: string; readonly amountMinor: number }[]
  readonly lines: readonly AgreedLine[]
  readonly subOrders: readonly AgreedSubOrder[]
  readonly subtotalMinor: number
  readonly discountMinor: number
  readonly deliveryMinor: number
  readonly taxMinor: number
  readonly totalMinor: number
}

/** How many parcels will leave at least: a sub-order's digital goods go apart from what travels. */
export const partsOf = ({ lines, subOrders }: Agreed): number =>
  subOrders.reduce((parts, { id }) => parts + new Set(lines.filter((line) => line.subOrderId === id).map((line) => line.digital)).size, 0)
