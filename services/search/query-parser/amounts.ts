/** An amount as people write it: `10`, `£10`, `10€`, `9.99`, `9,99`. */
export interface Amount {
  /** In major units. */
  readonly value: number
  /** ISO 4217, when a sign said it. */
  readonly currency: string | undefined
}

const signs: Readonly<Record<string, string>> = { '£': 'GBP', '€': 'EUR', $: 'USD' }
const amount = /^([£€$])?(\d{1,6})(?:[.,](\d{1,2}))?([£€$])?$/

export function amountOf(text: string): Amount | undefined {
  const found = amount.exec(text)
  if (!found) return undefined
  const [, before, whole, part, after] = found
  const sign = before ?? after
  return { value: Number(`${whole}.${part ?? 0}`), currency: sign === undefined ? undefined : signs[sign] }
}

/** `10-20`, `£10–£20`. */
export function rangeOf(text: string): [Amount, Amount] | undefined {
  const [low, high, more] = text.split(/[-–—]/)
  if (low === undefined || high === undefined || more !== undefined) return undefined
  const [from, to] = [amountOf(low), amountOf(high)]
  return from && to && from.value <= to.value ? [from, to] : undefined
}

const oldestYear = 1400
/** A number that is rather a year than a price. */
export const isYear = ({ value, currency }: Amount): boolean => currency === undefined && Number.isInteger(value) && value >= oldestYear && value <= 2100
