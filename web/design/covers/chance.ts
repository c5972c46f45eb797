/** Chance that repeats: the same words give the same numbers on every machine. */

export interface Chance {
  /** The next number, at least 0 and below 1. */
  (): number
  between(low: number, high: number): number
  /** A whole number, both ends included. */
  whole(low: number, high: number): number
  pick<T>(list: readonly T[]): T
}

/** A generator seeded by a text: FNV-1a for the seed, mulberry32 for the numbers. */
export function chance(text: string): Chance {
  let state = 2166136261
  for (const letter of text) state = Math.imul(state ^ letter.codePointAt(0)!, 16777619)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  // The first numbers of two like seeds are alike: throw them away.
  for (let i = 0; i < 4; i++) next()
  return Object.assign(next, {
    between: (low: number, high: number) => low + next() * (high - low),
    whole: (low: number, high: number) => Math.floor(low + next() * (high - low + 1)),
    pick: <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!,
  })
}
