import type { Transit } from '../rates/table.ts'

/**
 * The first and the last day, `YYYY-MM-DD`, on which a parcel ordered now should arrive. It leaves today when it is a working day and
 * not yet the cut-off hour where it leaves, else on the next one; Saturdays and Sundays carry nothing.
 */
export function promiseDates(now: Date, timeZone: string, transit: Transit): { earliest: string; latest: string } {
  const { day, hour } = localTime(now, timeZone)
  let leaves = day
  if (isWeekend(leaves) || hour >= transit.cutOffHour) leaves = addBusinessDays(leaves, 1)
  return { earliest: text(addBusinessDays(leaves, transit.minDays)), latest: text(addBusinessDays(leaves, transit.maxDays)) }
}

/** Days as whole numbers since the epoch: the first, a Thursday, is 0. */
export function addBusinessDays(day: number, count: number): number {
  let left = count
  let at = day
  while (left > 0) {
    at += 1
    if (!isWeekend(at)) left -= 1
  }
  return at
}

const isWeekend = (day: number): boolean => {
  const weekday = (((day + 4) % 7) + 7) % 7
  return weekday === 0 || weekday === 6
}

const text = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

interface Local { readonly day: number; readonly hour: number }

/** Of this minute, once a time zone: asking the calendar of the world is dear, and its hours change on whole minutes. */
const known = new Map<string, { readonly minute: number; readonly local: Local }>()

function localTime(now: Date, timeZone: string): Local {
  const minute = Math.floor(now.getTime() / 60_000)
  const last = known.get(timeZone)
  if (last?.minute === minute) return last.local
  const local = askCalendar(now, timeZone)
  known.set(timeZone, { minute, local })
  return local
}

function askCalendar(now: Date, timeZone: string): Local {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', hourCycle: 'h23' })
    formatters.set(timeZone, formatter)
  }
  const part = Object.fromEntries(formatter.formatToParts(now).map(({ type, value }) => [type, Number(value)]))
  return { day: Date.UTC(part['year'] ?? 0, (part['month'] ?? 1) - 1, part['day']) / 86_400_000, hour: part['hour'] ?? 0 }
}
const formatters = new Map<string, Intl.DateTimeFormat>()
