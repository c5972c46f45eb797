/** Breaking a text into lines and choosing its size, as a compositor would for a label. */
import { isFullWidth, measure, ROMAN, type WidthTable } from './measure.ts'

export interface Box {
  width: number
  height: number
  /** Largest and smallest size of type. */
  max: number
  min: number
  table?: WidthTable
  /** Space added after each letter, in ems. */
  tracking?: number
  /** Distance from line to line, in ems. */
  leading?: number
  maxLines?: number
}

export interface Setting {
  lines: string[]
  size: number
  leading: number
  height: number
}

/**
 * The largest setting of a text that fits a box. Never overflows: past the smallest size it drops words and
 * ends in an ellipsis.
 */
export function fit(text: string, box: Box): Setting {
  const { width, height, max, min, table = ROMAN, tracking = 0, leading = 1.12, maxLines = 7 } = box
  const fullWidth = isFullWidth(text)
  const gap = fullWidth ? 0 : 0.2 + tracking
  let words = fullWidth
    ? [...text.replace(/\s+/g, '')]
    : text.split(/\s+/).flatMap((word) => divide(word, (measure(word, table, tracking) * min) / width))
  words = words.slice(0, mostThatFit(words.map((word) => measure(word, table, tracking) * min), width * mostLines(box)))
  for (;;) {
    let found: Setting | undefined
    for (let count = 1; count <= Math.min(maxLines, words.length); count++) {
      const lines = balance(words, count, table, tracking, gap)
      if (!lines) continue
      const longest = Math.max(...lines.map((line) => measure(line, table, tracking)))
      const size = Math.min(max, width / longest, height / (count * leading))
      // A line more must earn its place: it is taken only if the type grows by a twelfth.
      if (!found || size > found.size * 1.08) found = { lines, size, leading, height: size * leading * count }
    }
    if (!found) return { lines: [], size: min, leading, height: 0 }
    if (found.size >= min || words.length <= 1) return found
    words = words.slice(0, -1)
    words[words.length - 1] = words.at(-1)!.replace(/[…,;:.]+$/, '') + '…'
  }
}

const mostLines = ({ height, min, leading = 1.12, maxLines = 7 }: Box) =>
  Math.max(1, Math.min(maxLines, Math.floor(height / (min * leading))))

/** How many words could fill `room` without any space between them: the rest need not be tried. */
function mostThatFit(widths: number[], room: number): number {
  let sum = 0
  const tooMany = widths.findIndex((width) => (sum += width) > room)
  return tooMany < 0 ? widths.length : Math.max(1, tooMany + 1)
}

/** A word too long for the box at the smallest size (`over` times as long) is divided. */
function divide(word: string, over: number): string[] {
  if (over <= 1) return [word]
  const piece = Math.ceil([...word].length / Math.ceil(over * 1.1))
  const pieces = word.match(new RegExp(`.{1,${piece}}`, 'gu')) ?? [word]
  return pieces.map((part, i) => (i < pieces.length - 1 ? part + '-' : part))
}

const SMALL_WORD =
  /^(a|an|and|at|by|de|der|des|die|du|et|for|from|he|i|il|in|la|le|les|mr\.?|mrs\.?|no|o|of|on|or|st\.?|the|to|un|und|von|with|y|и|в|на|to)$/i

/**
 * Break into `count` lines so that the longest is as short as can be, and no line ends on a small word.
 * Dynamic programming over the last break, as Knuth and Plass do it for paragraphs.
 */
function balance(words: string[], count: number, table: WidthTable, tracking: number, gap: number): string[] | undefined {
  const width = words.map((word) => measure(word, table, tracking))
  const small = words.map((word) => SMALL_WORD.test(word))
  type Best = { cost: number; breaks: number[] }
  const impossible: Best = { cost: Infinity, breaks: [] }
  const memo = new Map<number, Best>()

  const best = (from: number, lines: number): Best => {
    if (from === words.length) return lines === 0 ? { cost: 0, breaks: [] } : impossible
    if (lines === 0) return impossible
    const key = from * 16 + lines
    const known = memo.get(key)
    if (known) return known
    let result = impossible
    let run = -gap
    for (let to = from; to < words.length; to++) {
      run += width[to]! + gap
      const last = to === words.length - 1
      const rest = best(to + 1, lines - 1)
      // Squares keep lines even; the small-word charge is a sixth of a line; a short word alone costs two.
      const charge = (!last && small[to] ? run * run * 0.16 : 0) + (to === from && !last && words[to]!.length < 3 ? 2 : 0)
      const cost = Math.max(rest.cost, run * run) + charge
      if (cost < result.cost) result = { cost, breaks: [to + 1, ...rest.breaks] }
    }
    memo.set(key, result)
    return result
  }

  const { cost, breaks } = best(0, count)
  if (cost === Infinity) return undefined
  let from = 0
  return breaks.map((to) => {
    const line = words.slice(from, to).join(gap ? ' ' : '')
    from = to
    return line
  })
}
