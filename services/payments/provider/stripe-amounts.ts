import { exponent } from '@octavo/money'
import { Refused } from './port.ts'

/** Currencies whose amounts Stripe takes in whole units. https://docs.stripe.com/currencies#zero-decimal */
const zeroDecimal = new Set(['BIF', 'CLP', 'DJF', 'GNF', 'JPY', 'KMF', 'KRW', 'MGA', 'PYG', 'RWF', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'])
/** In thousandths, of which the last digit is 0. https://docs.stripe.com/currencies#three-decimal */
const threeDecimal = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND'])
/** Without hundredths of their own, yet told in hundredths that are 00. https://docs.stripe.com/currencies#special-cases */
const wholeHundreds = new Set(['ISK', 'UGX'])

/** Digits of an amount in Stripe's smallest unit; the shop's own are those of the currency. They differ for Icelandic króna, shillings of Uganda and forints. */
const digits = (currency: string): number => (zeroDecimal.has(currency) ? 0 : threeDecimal.has(currency) ? 3 : 2)

const step = (currency: string): number => (threeDecimal.has(currency) ? 10 : wholeHundreds.has(currency) ? 100 : 1)

/**
 * An amount in the shop's minor units as Stripe is told it. One that Stripe cannot express is refused and never rounded: what is charged is
 * what was agreed, or nothing is.
 * @throws {Refused}
 */
export function toStripe(amountMinor: number, currency: string): number {
  const amount = shifted(amountMinor, digits(currency) - exponent(currency))
  if (!Number.isSafeInteger(amount) || amount % step(currency) !== 0) throw new Refused(`An amount of ${amountMinor} minor units of ${currency} cannot be charged: its last digits must be 0.`)
  return amount
}

/** What Stripe tells, in the shop's minor units; `currency` in either case. */
export function fromStripe(amount: number, currency: string): number {
  const kind = currency.toUpperCase()
  return shifted(amount, exponent(kind) - digits(kind))
}

const shifted = (amount: number, by: number): number => (by >= 0 ? amount * 10 ** by : amount / 10 ** -by)
