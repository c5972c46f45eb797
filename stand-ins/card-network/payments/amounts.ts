import { badParameter, invalid } from '../protocol/errors.ts'

const zeroDecimal = ['bif', 'clp', 'djf', 'gnf', 'jpy', 'kmf', 'krw', 'mga', 'pyg', 'rwf', 'vnd', 'vuv', 'xaf', 'xof', 'xpf']
const threeDecimal = ['bhd', 'jod', 'kwd', 'omr', 'tnd']
/** Told in hundredths of which there are none. */
const wholeOnly = ['isk', 'ugx']

/** Stripe's least amounts for the currencies it names most; others have none here. */
const least: Readonly<Record<string, number>> = { usd: 50, eur: 50, gbp: 30, jpy: 50, cad: 50, aud: 50, chf: 50 }
const most = 99_999_999

/** Digits after the point that an amount in the API's smallest unit has. */
export const digitsOf = (currency: string): number => (zeroDecimal.includes(currency) ? 0 : threeDecimal.includes(currency) ? 3 : 2)

/** What may be asked of a card. */
export function checkAmount(amount: number, currency: string): void {
  if (amount < 1) throw badParameter('amount', 'This value must be greater than or equal to 1.', 'parameter_invalid_integer')
  const leastHere = least[currency] ?? 1
  if (amount < leastHere) throw invalid(`Amount must be at least ${leastHere} ${currency}`, { param: 'amount', code: 'amount_too_small' })
  if (amount > most) throw invalid(`Amount must be no more than ${most} ${currency}`, { param: 'amount', code: 'amount_too_large' })
  checkStep(amount, currency, 'amount')
}

/** Thousandths end in 0, and what has no hundredths in 00. */
export function checkStep(amount: number, currency: string, param: string): void {
  const step = threeDecimal.includes(currency) ? 10 : wholeOnly.includes(currency) ? 100 : 1
  if (amount % step !== 0) throw invalid(`Invalid amount: in ${currency} it must be divisible by ${step}.`, { param, code: 'invalid_charge_amount' })
}
