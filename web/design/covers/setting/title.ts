/** What a printer does to words before setting them. */

/** "Title; or, the Rest" and "Title: Rest" are two things, and a printer sets them in two sizes. */
export function splitTitle(title: string): { main: string; sub: string } {
  const match = /^(.{3,}?)(?:\s*[:：]\s+|[;,]\s+(?=or\b|oder\b|ou\b)|\s+[—–]\s+)(.+)$/iu.exec(title)
  return match ? { main: match[1]!, sub: match[2]! } : { main: title, sub: '' }
}

const NUMERALS = [
  [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'],
  [5, 'V'], [4, 'IV'], [1, 'I'],
] as const

export function romanFigures(n: number): string {
  let figures = ''
  for (const [value, letters] of NUMERALS)
    while (n >= value) {
      figures += letters
      n -= value
    }
  return figures
}
