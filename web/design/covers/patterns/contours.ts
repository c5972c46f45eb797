/** Contour lines of an island group: a sum of hills, traced by marching squares and joined into runs. */
import type { Chance } from '../chance.ts'
import { r0, stroke } from '../svg.ts'
import type { Pattern } from './sheet.ts'

const STEP = 9
const LEVELS = 12

export const contours: Pattern = ({ w, h, ink, rnd }) => {
  const ground = survey(w, h, rnd)
  const low = Math.min(...ground.heights)
  const high = Math.max(...ground.heights)
  let out = ''
  for (let l = 0; l < LEVELS; l++) {
    // Levels are spread between the lowest and highest ground, so that no sheet is left bare.
    const d = traceLevel(ground, low + ((l + 0.6) / LEVELS) * (high - low))
    const index = l % 4 === 3
    out += stroke(index ? ink.b : ink.a, index ? 2 : 1.1, d, ' stroke-linejoin="round"')
  }
  return out
}

/** Heights on a grid of `columns` by `rows`, row after row. */
interface Ground {
  columns: number
  rows: number
  heights: Float64Array
}

function survey(w: number, h: number, rnd: Chance): Ground {
  const hills = Array.from({ length: 9 }, (_, i) => ({
    x: rnd.between(0, w), y: (h * (i + rnd())) / 9, radius: rnd.between(42, 84), rise: rnd.between(0.5, 1.1),
  }))
  const columns = Math.ceil(w / STEP) + 2
  const rows = Math.ceil(h / STEP) + 2
  const heights = new Float64Array(columns * rows)
  for (const { x, y, radius, rise } of hills) {
    // A round hill is the product of its two profiles: two short rows of exponentials instead of a sheet of them.
    const profile = (length: number, centre: number) =>
      Float64Array.from({ length }, (_, i) => Math.exp(-(((i - 0.5) * STEP - centre) ** 2) / (radius * radius)))
    const across = profile(columns, x)
    const down = profile(rows, y)
    for (let j = 0; j < rows; j++)
      for (let i = 0; i < columns; i++) heights[j * columns + i]! += rise * (across[i]! * down[j]!)
  }
  return { columns, rows, heights }
}

/** Where the level crosses one edge of the grid, and the crossings it is joined to (never more than two). */
interface Crossing {
  x: number
  y: number
  joined: Crossing[]
  drawn: boolean
}

/** The lines of one level, as path data. */
function traceLevel({ columns, rows, heights }: Ground, level: number): string {
  const crossings = new Map<number, Crossing>()
  const at = (i: number, j: number) => heights[j * columns + i]!

  /** The crossing of the edge that runs from (i, j) one step right, or one step down. */
  const cut = (i: number, j: number, down: 0 | 1): Crossing => {
    const key = (j * columns + i) * 2 + down
    const known = crossings.get(key)
    if (known) return known
    const from = at(i, j)
    const t = (level - from) / ((down ? at(i, j + 1) : at(i + 1, j)) - from)
    const crossing = {
      x: r0((down ? i - 0.5 : i + t - 0.5) * STEP), y: r0((down ? j + t - 0.5 : j - 0.5) * STEP), joined: [], drawn: false,
    }
    crossings.set(key, crossing)
    return crossing
  }

  for (let j = 0; j < rows - 1; j++)
    for (let i = 0; i < columns - 1; i++) {
      const northWest = at(i, j) > level
      const northEast = at(i + 1, j) > level
      const southEast = at(i + 1, j + 1) > level
      const southWest = at(i, j + 1) > level
      if (northWest === northEast && northEast === southEast && southEast === southWest) continue
      const cuts: Crossing[] = []
      if (northWest !== northEast) cuts.push(cut(i, j, 0))
      if (northEast !== southEast) cuts.push(cut(i + 1, j, 1))
      if (southWest !== southEast) cuts.push(cut(i, j + 1, 0))
      if (northWest !== southWest) cuts.push(cut(i, j, 1))
      for (let e = 0; e + 1 < cuts.length; e += 2) {
        cuts[e]!.joined.push(cuts[e + 1]!)
        cuts[e + 1]!.joined.push(cuts[e]!)
      }
    }

  // Lines that leave the sheet are drawn from their ends; what remains are rings, drawn from anywhere.
  const all = [...crossings.values()]
  let d = ''
  for (const start of [...all.filter((crossing) => crossing.joined.length === 1), ...all])
    if (!start.drawn) d += lineOf(run(start))
  return d
}

function run(start: Crossing): Crossing[] {
  const line: Crossing[] = []
  for (let at: Crossing | undefined = start; at; at = at.joined.find((next) => !next.drawn)) {
    at.drawn = true
    line.push(at)
  }
  return line
}

/** Every second point is enough for the eye; a long line that comes back to its start is closed. */
function lineOf(line: Crossing[]): string {
  if (line.length <= 3) return ''
  const start = line[0]!
  let { x, y } = start
  let d = `M${x} ${y}`
  for (let k = 2; k < line.length; k += 2) {
    const next = line[k]!
    d += `l${next.x - x} ${next.y - y}`.replace(' -', '-')
    x = next.x
    y = next.y
  }
  const closes = line.length > 8 && Math.hypot(start.x - x, start.y - y) < STEP * 2.2
  return closes ? d + 'z' : d
}
