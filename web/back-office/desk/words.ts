import type { Money } from '@octavo/money'

const locale = navigator.language

export const priceOf = ({ amountMinor, currency }: Money): string => {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency })
  return format.format(amountMinor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

/** An amount as somebody types it, in minor units; undefined when it is none. */
export function minorOf(text: string, currency: string): number | undefined {
  const digits = new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  const read = /^(\d{1,9})(?:[.,](\d+))?$/.exec(text.trim())
  if (!read || (read[2]?.length ?? 0) > digits) return undefined
  return Number(read[1]) * 10 ** digits + Number((read[2] ?? '').padEnd(digits, '0'))
}

export const majorOf = ({ amountMinor, currency }: Money): string => {
  const digits = new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  return (amountMinor / 10 ** digits).toFixed(digits)
}

const moment = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
const second = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' })
const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' })

export const momentOf = (text: string): string => moment.format(new Date(text))
export const secondOf = (text: string): string => second.format(new Date(text))
export const dayOf = (text: string): string => day.format(new Date(text))
export const count = (n: number, one: string, many: string): string => `${n.toLocaleString(locale)} ${n === 1 ? one : many}`
