import { allocate } from '@octavo/money'
import type { TaxClass, TaxRate, TaxRule } from '../tax/rate.ts'

/** A line to be priced; amounts in minor units of the one currency of the order. */
export interface LineToPrice {
  readonly sellerId: string
  readonly unitPriceMinor: number
  readonly quantity: number
  readonly taxClass: TaxClass
  readonly digital: boolean
}

/** A discount or the like: what it takes off, spread over the lines it is about (all of them when it does not say). */
export interface Adjustment {
  readonly kind: string
  readonly label: string
  readonly amountMinor: number
  /** Positions in `lines`. */
  readonly lines?: readonly number[]
}

export interface ToPrice {
  readonly lines: readonly LineToPrice[]
  readonly delivery: readonly { readonly sellerId: string; readonly priceMinor: number }[]
  readonly adjustments: readonly Adjustment[]
  readonly tax: TaxRule
  /** Whether prices, delivery included, have their tax in them. */
  readonly taxIncluded: boolean
}

export interface PricedLine {
  readonly discountMinor: number
  readonly taxMinor: number
  readonly rate: TaxRate
  /** What the buyer pays for it, delivery apart: price less discount, and tax where that is added. */
  readonly paidMinor: number
}

export interface PricedSubOrder {
  readonly sellerId: string
  /** Positions in `lines`. */
  readonly lines: readonly number[]
  readonly subtotalMinor: number
  readonly discountMinor: number
  readonly deliveryMinor: number
  readonly deliveryTaxMinor: number
  readonly taxMinor: number
  /** `baseMinor` is what the rate was taken of: with the tax in it where prices include tax. */
  readonly taxes: readonly { readonly rate: TaxRate; readonly baseMinor: number; readonly taxMinor: number }[]
  readonly totalMinor: number
}

export interface Priced {
  readonly lines: readonly PricedLine[]
  readonly subOrders: readonly PricedSubOrder[]
  readonly subtotalMinor: number
  readonly discountMinor: number
  readonly deliveryMinor: number
  readonly taxMinor: number
  readonly totalMinor: number
}

/**
 * What an order costs: the one place where it is reckoned, for the quote as for the order. Discounts are spread to lines by largest
 * remainder; tax is reckoned once per sub-order and rate, rounded once (half up) and spread to the lines and the delivery by largest
 * remainder, so that every total is the sum of its parts to the smallest unit, in any currency.
 */
export function priceOrder({ lines, delivery, adjustments, tax, taxIncluded }: ToPrice): Priced {
  const amounts = lines.map((line) => line.unitPriceMinor * line.quantity)
  const discounts = spreadDiscounts(amounts, adjustments)
  const priced: PricedLine[] = []
  const subOrders = [...Map.groupBy(lines.keys(), (at) => of(lines, at).sellerId)].map(([sellerId, members]): PricedSubOrder => {
    const deliveryMinor = delivery.filter((part) => part.sellerId === sellerId).reduce((total, part) => total + part.priceMinor, 0)
    const goods = members.map((at) => ({ at, netMinor: of(amounts, at) - of(discounts, at), rate: tax.rates[of(lines, at).taxClass], digital: of(lines, at).digital }))
    const taxed = taxSubOrder(goods, deliveryMinor, tax, taxIncluded)
    for (const [position, { at, netMinor, rate }] of goods.entries()) {
      const taxMinor = of(taxed.lines, position)
      priced[at] = { discountMinor: of(discounts, at), taxMinor, rate, paidMinor: netMinor + (taxIncluded ? 0 : taxMinor) }
    }
    const subtotalMinor = total(members.map((at) => of(amounts, at)))
    const discountMinor = total(members.map((at) => of(discounts, at)))
    const taxMinor = total(taxed.taxes.map((part) => part.taxMinor))
    return {
      sellerId, lines: members, subtotalMinor, discountMinor, deliveryMinor, deliveryTaxMinor: taxed.deliveryMinor, taxMinor, taxes: taxed.taxes,
      totalMinor: subtotalMinor - discountMinor + deliveryMinor + (taxIncluded ? 0 : taxMinor),
    }
  })
  const over = (figure: (subOrder: PricedSubOrder) => number) => total(subOrders.map(figure))
  return {
    lines: priced, subOrders, subtotalMinor: over((s) => s.subtotalMinor), discountMinor: over((s) => s.discountMinor),
    deliveryMinor: over((s) => s.deliveryMinor), taxMinor: over((s) => s.taxMinor), totalMinor: over((s) => s.totalMinor),
  }
}

/** No line is taken below nothing: an adjustment larger than its lines takes what there is. */
function spreadDiscounts(amounts: readonly number[], adjustments: readonly Adjustment[]): number[] {
  const discounts = amounts.map(() => 0)
  for (const { amountMinor, lines } of adjustments) {
    const targets = lines ?? [...amounts.keys()]
    const left = targets.map((at) => of(amounts, at) - of(discounts, at))
    for (const [position, share] of allocate(Math.min(amountMinor, total(left)), left).entries()) {
      const at = of(targets, position)
      discounts[at] = of(discounts, at) + share
    }
  }
  return discounts
}

interface Goods {
  readonly netMinor: number
  readonly rate: TaxRate
  readonly digital: boolean
}

function taxSubOrder(goods: readonly Goods[], deliveryMinor: number, { delivery }: TaxRule, taxIncluded: boolean) {
  const carried = delivery === 'untaxed' ? goods.map(() => 0) : shareDelivery(goods, deliveryMinor)
  const lines = goods.map(() => 0)
  let deliveryTaxMinor = 0
  const taxes = [...Map.groupBy(goods.keys(), (at) => `${of(goods, at).rate.name} ${of(goods, at).rate.rateMillionths}`).values()].map((members) => {
    const { rate } = of(goods, of(members, 0))
    const deliveryBase = total(members.map((at) => of(carried, at)))
    const parts = [...members.map((at) => of(goods, at).netMinor), deliveryBase]
    const baseMinor = total(parts)
    const taxMinor = taxOf(baseMinor, rate, taxIncluded)
    const shares = allocate(taxMinor, parts)
    for (const [position, at] of members.entries()) lines[at] = of(shares, position)
    deliveryTaxMinor += of(shares, members.length)
    return { rate, baseMinor, taxMinor }
  })
  return { lines, deliveryMinor: deliveryTaxMinor, taxes }
}

/** Delivery belongs to the goods that travel, by their value; where all of them cost nothing, evenly. */
function shareDelivery(goods: readonly Goods[], deliveryMinor: number): number[] {
  const shares = goods.map(() => 0)
  const travelling = [...goods.keys()].filter((at) => !of(goods, at).digital)
  const bearers = travelling.length > 0 ? travelling : [...goods.keys()]
  for (const [position, share] of allocate(deliveryMinor, bearers.map((at) => of(goods, at).netMinor)).entries()) shares[of(bearers, position)] = share
  return shares
}

/** Rounded half up, in whole numbers: base × rate, or base × rate ÷ (1 + rate) where the base has the tax in it. */
export function taxOf(baseMinor: number, { rateMillionths }: TaxRate, taxIncluded: boolean): number {
  const divisor = 1_000_000n + (taxIncluded ? BigInt(rateMillionths) : 0n)
  return Number((2n * BigInt(baseMinor) * BigInt(rateMillionths) + divisor) / (2n * divisor))
}

const total = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)

function of<T>(list: readonly T[], at: number): T {
  const found = list[at]
  if (found === undefined) throw new RangeError(`there is no position ${at}`)
  return found
}
