import type { Text } from '../port.ts'
import { featuresOf } from './features.ts'
import type { Sparse } from './matrix.ts'
import { encodeModel } from './model.ts'
import { truncatedSvd } from './truncated-svd.ts'

export interface FitOptions {
  /** A multiple of 16. Beyond 192 nothing was gained on 7,000 goods of a general store. */
  readonly dimensions: number
  /** Of more texts a fair sample is fitted: memory and time are then bounded (20,000 descriptions take half a minute). */
  readonly mostTexts: number
  /** Features kept, the most widespread first. */
  readonly mostFeatures: number
  /** The same texts and seed give the same model. */
  readonly seed: number
}

export const usualFit: FitOptions = { dimensions: 192, mostTexts: 20_000, mostFeatures: 60_000, seed: 1 }

/** With fewer texts a direction tells single texts apart, and no topics. */
const textsADirection = 4
const leastDirections = 4

export interface Fit {
  add(texts: readonly Text[]): void
  /** The model as a file, for `decodeModel`. */
  finish(): Buffer
}

interface Counted {
  readonly features: Uint32Array
  readonly counts: Float32Array
}

/**
 * Latent semantic analysis (Deerwester et al., 1990) of the shop's own texts: each text as the logarithm of its features' counts times
 * their rarity, brought to length 1; the strongest directions of all of them; each direction weighed by the root of its strength, which
 * lies between leaving the broad topics as strong as they are and making all equal.
 */
export function startFit({ dimensions, mostTexts, mostFeatures, seed }: FitOptions): Fit {
  if (!(dimensions >= 16 && dimensions % 16 === 0)) throw new RangeError(`dimensions are a multiple of 16, not ${dimensions}`)
  const random = randomFrom(seed)
  const numbers = new Map<string, number>()
  const sample: Counted[] = []
  let seen = 0

  const count = (text: Text): Counted => {
    const features = featuresOf(text)
    const ids = new Uint32Array(features.size)
    let at = 0
    for (const feature of features.keys()) {
      const id = numbers.get(feature) ?? numbers.size
      if (id === numbers.size) numbers.set(feature, id)
      ids[at++] = id
    }
    return { features: ids, counts: Float32Array.from(features.values()) }
  }

  return {
    add(texts) {
      for (const text of texts) {
        // Each text so far is in the sample with equal chance (Vitter, 1985, algorithm R).
        const place = seen < mostTexts ? seen : Math.floor(random() * (seen + 1))
        seen++
        if (place < mostTexts) sample[place] = count(text)
      }
    },
    finish() {
      const spread = new Uint32Array(numbers.size)
      for (const { features } of sample) for (const id of features) spread[id] = (spread[id] as number) + 1
      const kept = keptFeatures(spread, sample.length, mostFeatures)
      const rarity = Float64Array.from(kept, (id) => Math.log((sample.length + 1) / ((spread[id] as number) + 0.5)))
      const rowOf = new Int32Array(numbers.size).fill(-1)
      for (const [row, id] of kept.entries()) rowOf[id] = row
      const { right, strengths } = truncatedSvd(weighed(sample, rowOf, rarity), Math.min(dimensions, Math.max(leastDirections, sample.length / textsADirection)), random)
      const names = [...numbers.keys()]
      return encodeModel({ dimensions, fittedOn: sample.length, vocabulary: new Map(Array.from(kept, (id, row) => [names[id] as string, row])), ...directed(right, strengths, rarity, dimensions) })
    },
  }
}

/** What stands in one text alone joins nothing, unless there are so few texts that everything does. */
function keptFeatures(spread: Uint32Array, texts: number, most: number): Uint32Array {
  const least = texts < 200 ? 1 : 2
  const ids = [...spread.keys()].filter((id) => (spread[id] as number) >= least)
  if (ids.length > most) ids.sort((a, b) => (spread[b] as number) - (spread[a] as number) || a - b)
  return Uint32Array.from(ids.slice(0, most)).sort()
}

function weighed(sample: readonly Counted[], rowOf: Int32Array, rarity: Float64Array): Sparse {
  const size = sample.reduce((sum, { features }) => sum + features.length, 0)
  const starts = new Uint32Array(sample.length + 1)
  const columnOf = new Uint32Array(size)
  const values = new Float32Array(size)
  let end = 0
  for (const [row, { features, counts }] of sample.entries()) {
    const start = end
    let squares = 0
    for (const [at, id] of features.entries()) {
      const column = rowOf[id] as number
      if (column < 0) continue
      const value = Math.log1p(counts[at] as number) * (rarity[column] as number)
      columnOf[end] = column
      values[end++] = value
      squares += value * value
    }
    const length = Math.sqrt(squares) || 1
    for (let at = start; at < end; at++) values[at] = (values[at] as number) / length
    starts[row + 1] = end
  }
  return { rows: sample.length, columns: rarity.length, starts, columnOf: columnOf.subarray(0, end), values: values.subarray(0, end) }
}

/** Rows of the right-hand side, each times its feature's rarity and its directions' weights, as bytes and a scale. */
function directed(right: { readonly rows: number; readonly columns: number; readonly data: Float32Array }, strengths: Float64Array, rarity: Float64Array, dimensions: number): { scales: Float32Array; directions: Int8Array } {
  const scales = new Float32Array(right.rows)
  const directions = new Int8Array(right.rows * dimensions)
  const row = new Float64Array(right.columns)
  for (let feature = 0; feature < right.rows; feature++) {
    let largest = 0
    for (let at = 0; at < right.columns; at++) {
      const value = (right.data[feature * right.columns + at] as number) * (rarity[feature] as number) / Math.sqrt(strengths[at] as number)
      row[at] = value
      largest = Math.max(largest, Math.abs(value))
    }
    scales[feature] = largest / 127
    if (largest > 0) for (let at = 0; at < right.columns; at++) directions[feature * dimensions + at] = Math.round((row[at] as number) * 127 / largest)
  }
  return { scales, directions }
}

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
