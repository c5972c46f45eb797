import { exponent, money, type Money } from '@octavo/money'
import { Refused } from './entry.ts'

/**
 * `gbp`, `9.99` or `9,99` as money.
 * @throws {Refused} saying what is wrong with it
 */
export function readAmount(currency: string, amount: string): Money {
  const code = currency.toUpperCase()
  if (!knownCurrencies.has(code)) throw new Refused(`"${currency}" is no currency; three letters such as GBP, EUR or USD are.`)
  const digits = exponent(code)
  const [, whole = '', part = ''] = /^(\d{1,9})(?:[.,](\d+))?$/.exec(amount) ?? []
  if (whole === '') throw new Refused(`"${amount}" is no price; digits and one point are expected, such as 9.99.`)
  if (part.length > digits) throw new Refused(`"${amount}" has more digits after the point than ${code} has (${digits}). Thousands are written without a mark.`)
  return money(Number(whole + part.padEnd(digits, '0')), code)
}

/** `9.99`, as `readAmount` reads it. */
export function writeAmount({ amountMinor, currency }: Money): string {
  const digits = exponent(currency)
  const text = String(amountMinor).padStart(digits + 1, '0')
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
}

const knownCurrencies = new Set(Intl.supportedValuesOf('currency'))
