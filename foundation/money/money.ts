import { z } from 'zod'

/** An amount in the currency's smallest unit (cents, pence, yen), as a safe integer, with its ISO 4217 code. */
export interface Money {
  readonly amountMinor: number
  readonly currency: string
}

export const currencySchema = z.string().regex(/^[A-Z]{3}$/, 'a currency is three capital letters, such as GBP')

export const moneySchema = z.object({ amountMinor: z.int(), currency: currencySchema }).meta({ id: 'Money', examples: [{ amountMinor: 1299, currency: 'GBP' }] })

export const money = (amountMinor: number, currency: string): Money => {
  if (!Number.isSafeInteger(amountMinor)) throw new RangeError(`not an amount in minor units: ${amountMinor}`)
  return { amountMinor, currency }
}

export const zero = (currency: string): Money => money(0, currency)

/** The sum; without any amounts the currency says what kind of nothing it is. Mixed currencies are a bug and throw. */
export function sum(amounts: Iterable<Money>, currency?: string): Money {
  let total = 0
  let kind = currency
  for (const amount of amounts) {
    kind ??= amount.currency
    if (amount.currency !== kind) throw new TypeError(`cannot add ${amount.currency} to ${kind}`)
    total += amount.amountMinor
  }
  if (kind === undefined) throw new TypeError('the sum of no amounts needs a currency')
  return money(total, kind)
}

export const add = (...amounts: readonly Money[]): Money => sum(amounts)
export const subtract = (a: Money, b: Money): Money => sum([a, negate(b)])
export const negate = (a: Money): Money => money(a.amountMinor === 0 ? 0 : -a.amountMinor, a.currency)
export const times = (a: Money, quantity: number): Money => money(a.amountMinor * quantity, a.currency)
export const equal = (a: Money, b: Money): boolean => a.amountMinor === b.amountMinor && a.currency === b.currency

export { allocate, sliceOf } from './allocate.ts'

/** Digits after the point: 2 for GBP, 0 for JPY, 3 for KWD (ISO 4217, as the runtime's own tables give it). */
export function exponent(currency: string): number {
  let digits = exponents.get(currency)
  if (digits === undefined) {
    digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
    exponents.set(currency, digits)
  }
  return digits
}
const exponents = new Map<string, number>()

/** As people write it: `£12.99`. */
export function format(amount: Money, locale: string): string {
  const key = `${locale} ${amount.currency}`
  let formatter = formatters.get(key)
  if (!formatter) {
    formatter = new Intl.NumberFormat(locale, { style: 'currency', currency: amount.currency, currencyDisplay: 'narrowSymbol' })
    formatters.set(key, formatter)
  }
  return formatter.format(amount.amountMinor / 10 ** exponent(amount.currency))
}
const formatters = new Map<string, Intl.NumberFormat>()

/** Reads `9.99` of a currency into minor units; undefined when it is no amount or has more digits than the currency. */
export function parse(text: string, currency: string): Money | undefined {
  const match = /^(-?)(\d{1,12})(?:\.(\d+))?$/.exec(text.trim())
  if (!match) return undefined
  const digits = exponent(currency)
  const fraction = (match[3] ?? '').replace(/0+$/, '')
  if (fraction.length > digits) return undefined
  const amountMinor = Number(match[2]) * 10 ** digits + Number(fraction.padEnd(digits, '0') || 0)
  return money(match[1] && amountMinor ? -amountMinor : amountMinor, currency)
}
