/** One price in pence, three currencies. */

const PER_POUND = { EUR: 1.19, USD: 1.32 } as const

/** New books end on 49 or 99; a used copy is rounded to ten. */
export function prices(pence: number, isNew: boolean): { amountMinor: number; currency: string }[] {
  const ending = isNew ? (minor: number) => Math.round((minor + 1) / 50) * 50 - 1 : (minor: number) => Math.round(minor / 10) * 10
  return [
    { amountMinor: pence, currency: 'GBP' },
    { amountMinor: ending(pence * PER_POUND.EUR), currency: 'EUR' },
    { amountMinor: ending(pence * PER_POUND.USD), currency: 'USD' },
  ]
}
