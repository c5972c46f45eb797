/** How often something was seen at a place, and clicked there. */
export interface Counted {
  /** Names a product for a query. */
  readonly pair: string
  /** From 1. */
  readonly position: number
  readonly shown: number
  readonly clicked: number
}

export interface PositionModel {
  /** Of those who look at it, the share that clicks. By pair. */
  readonly attractiveness: ReadonlyMap<string, number>
  /** The share that looks at a place; the first place's is 1. By position. */
  readonly examined: ReadonlyMap<number, number>
}

/** Rounds end when nothing moves so far any more, or are too many. */
const moves = 1e-4
const rounds = 300
/** A pair begins with as many imaginary looks at the mean, and a place at what is usual: few clicks say little. */
const prior = 4
/** Keeps logarithms and quotients finite. */
const least = 1e-3

/**
 * The position-based model: a click is a look and a liking, independent of each other, P(click) = examined(position) · attractive(pair).
 * Fitted by expectation-maximisation, as in Chuklin, Markov and de Rijke, "Click Models for Web Search" (2015), 3.2 and 4.3; the first
 * place is held at 1, since only the product of both is seen. `known` are places that were measured, and are not fitted.
 */
export function positionModel(counts: readonly Counted[], known: ReadonlyMap<number, number> = new Map()): PositionModel {
  const mean = Math.max(least, ratio(counts.reduce((sum, { clicked }) => sum + clicked, 0), counts.reduce((sum, { shown }) => sum + shown, 0)))
  const attractiveness = new Map(counts.map(({ pair }) => [pair, mean]))
  const examined = new Map(counts.map(({ position }) => [position, known.get(position) ?? usual(position)]))
  examined.set(1, 1)
  for (let round = 0; round < rounds; round++) {
    const liked = new Map<string, Sum>()
    const looked = new Map<number, Sum>()
    for (const { pair, position, shown, clicked } of counts) {
      const [a, e] = [attractiveness.get(pair) as number, examined.get(position) as number]
      const [missed, neither] = [shown - clicked, Math.max(least, 1 - a * e)]
      add(liked, pair, clicked + missed * a * (1 - e) / neither, shown)
      add(looked, position, clicked + missed * e * (1 - a) / neither, shown)
    }
    let moved = 0
    for (const [pair, { part, of }] of liked) moved = Math.max(moved, change(attractiveness, pair, (part + prior * mean) / (of + prior)))
    for (const [position, { part, of }] of looked) if (position > 1 && !known.has(position)) moved = Math.max(moved, change(examined, position, Math.min(1, (part + prior * usual(position)) / (of + prior))))
    if (moved < moves) break
  }
  return { attractiveness, examined }
}

/** Before anything is known. */
const usual = (position: number): number => 1 / Math.sqrt(position)

/** Where places were drawn by lot, what stands there is the same everywhere on average: clicks tell how often each is looked at. */
export function measuredPlaces(drawn: readonly Counted[]): Map<number, number> {
  const places = new Map<number, Sum>()
  for (const { position, shown, clicked } of drawn) add(places, position, clicked, shown)
  const first = places.get(1)
  if (!first || first.of < enough || first.part === 0) return new Map()
  return new Map([...places].filter(([, { of }]) => of >= enough).map(([position, { part, of }]) => [position, Math.min(1, Math.max(least, ratio(part, of) / ratio(first.part, first.of)))]))
}

/** A place is measured when it was seen so often. */
const enough = 100

interface Sum { readonly part: number; readonly of: number }

function add<Key>(sums: Map<Key, Sum>, key: Key, part: number, of: number): void {
  const known = sums.get(key)
  sums.set(key, { part: (known?.part ?? 0) + part, of: (known?.of ?? 0) + of })
}

/** Sets it, and gives how far it moved. */
function change<Key>(shares: Map<Key, number>, key: Key, to: number): number {
  const from = shares.get(key) ?? 0
  shares.set(key, to)
  return Math.abs(to - from)
}

const ratio = (part: number, of: number): number => (of === 0 ? 0 : part / of)
