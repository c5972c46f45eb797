import { cardOfNumber, type TestCard } from './test-cards.ts'

/** What a holder typed. */
export interface CardEntry {
  number: string
  expMonth: number
  expYear: number
  cvc: string | undefined
}

export interface EntryProblem {
  field: 'number' | 'exp_month' | 'exp_year' | 'cvc'
  code: string
  declineCode?: string
  message: string
}

/** Judges what was typed as Stripe does in test mode: a card that is not one of the test cards is refused, so no real one is ever taken. */
export function checkCard(entry: CardEntry, nowMs: number): { card: TestCard } | { problem: EntryProblem } {
  const digits = entry.number.replaceAll(/[\s-]/g, '')
  if (!/^\d{12,19}$/.test(digits)) return problem('number', 'invalid_number', 'The card number is not a valid credit card number.')
  if (!passesLuhn(digits)) return problem('number', 'incorrect_number', 'Your card number is incorrect.')
  if (!Number.isInteger(entry.expMonth) || entry.expMonth < 1 || entry.expMonth > 12) {
    return problem('exp_month', 'invalid_expiry_month', "Your card's expiration month is invalid.")
  }
  const year = fullYear(entry.expYear)
  const now = new Date(nowMs)
  const monthsLeft = (year - now.getUTCFullYear()) * 12 + entry.expMonth - 1 - now.getUTCMonth()
  if (!Number.isInteger(year) || monthsLeft < 0 || monthsLeft > 12 * 50) {
    return problem('exp_year', 'invalid_expiry_year', "Your card's expiration year is invalid.")
  }
  const card = cardOfNumber(digits)
  const cvcLength = /^3[47]/.test(digits) ? 4 : 3
  if (entry.cvc !== undefined && !(/^\d+$/.test(entry.cvc) && entry.cvc.length === cvcLength)) {
    return problem('cvc', 'invalid_cvc', "Your card's security code is invalid.")
  }
  if (!card) {
    return problem('number', 'card_declined', 'Your card was declined. This is a demonstration and takes test cards only, such as 4242 4242 4242 4242.', 'test_mode_live_card')
  }
  return { card }
}

/** Reads an expiry as people write it: `12/34`, `12 / 2034`, `1234`. */
export function readExpiry(text: string): { expMonth: number; expYear: number } {
  const parts = /^\s*(\d{1,2})\s*[/ -]?\s*(\d{2}|\d{4})\s*$/.exec(text)
  return { expMonth: Number(parts?.[1] ?? Number.NaN), expYear: Number(parts?.[2] ?? Number.NaN) }
}

export function fullYear(year: number): number {
  return year >= 0 && year < 100 ? 2000 + year : year
}

/** ISO/IEC 7812-1, annex B. */
function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at])
    const weighed = at % 2 === 0 ? digit : digit * 2
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  return sum % 10 === 0
}

function problem(field: EntryProblem['field'], code: string, message: string, declineCode?: string): { problem: EntryProblem } {
  return { problem: { field, code, message, ...(declineCode === undefined ? {} : { declineCode }) } }
}
