/** A date of list 55's usual formats (`YYYYMMDD`, `YYYYMM`, `YYYY`, with a time behind or not) as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function dayOf(text: string | undefined): string | undefined {
  const [, year = '', month, day] = /^\s*(\d{4})-?(?:(\d{2})-?(?:(\d{2})(?:T.*)?)?)?\s*$/.exec(text ?? '') ?? []
  if (year === '') return undefined
  if (month === undefined || month === '00') return year
  if (Number(month) > 12) return undefined
  if (day === undefined || day === '00') return `${year}-${month}`
  const whole = `${year}-${month}-${day}`
  return Number.isNaN(Date.parse(whole)) || new Date(whole).toISOString().slice(0, 10) !== whole ? `${year}-${month}` : whole
}
