import { setTimeout as pause } from 'node:timers/promises'
import { quantise, type Embedder, type Vector } from '@octavo/embedding'
import type { Near, Scan } from '@octavo/embedding/scan'
import type { Log } from '@octavo/telemetry'

/** What stands near a query. */
export interface Meant {
  /** The nearest first. */
  readonly near: readonly Near[]
  /** How near each of these is, from −1 to 1. */
  cosines(ids: readonly string[]): number[]
  /** How much that says, from 0 to 1. */
  readonly evidence: number
}

/** One model with the vectors of all products. */
export interface Space {
  readonly model: string
  readonly embedder: Embedder
  readonly evidence: number
  readonly scan: Scan
}

/** The query's own part in what is looked for, and whose the rest is. */
const ownPart = 0.4
const fedBack = 3
const mostNear = 60
const embedMs = 250
/** What is not as near as this has nothing to do with it. */
const leastCosine = 0.3

/**
 * Near a query: what is near the query and the mean of its three nearest (Rocchio's feedback, 1971, without anybody's judgment).
 * Undefined when nothing is known of its words.
 */
export async function meantBy(space: Space | undefined, words: string, log: Log): Promise<Meant | undefined> {
  if (!space || space.evidence === 0 || words.trim() === '') return undefined
  const { embedder, scan, evidence } = space
  const typed = await inTime(embedder, words, log)
  const first = typed ? scan.nearest(typed, fedBack) : []
  if (!typed || (first[0]?.cosine ?? 0) < leastCosine) return undefined
  const looked = fedBackBy(typed, first.flatMap(({ id }) => scan.vector(id) ?? []))
  return { near: scan.nearest(looked, mostNear).filter(({ cosine }) => cosine >= leastCosine), cosines: (ids) => scan.cosines(looked, ids), evidence }
}

/** The words' vector; nothing when an endpoint has it not soon enough: words alone find too. */
async function inTime(embedder: Embedder, words: string, log: Log): Promise<Vector | undefined> {
  const made = embedder.embed([[{ words, weight: 1 }]]).then(([vector]) => vector, (error: unknown) => { log.warn({ err: error }, 'a query could not be embedded; its words are looked for alone'); return undefined })
  return Promise.race([made, pause(embedMs, undefined, { ref: false })])
}

/** Products near one, without itself. */
export function like({ scan }: Space, productId: string, count: number): Near[] {
  const own = scan.vector(productId)
  return own ? scan.nearest(own, count + 1).filter(({ id, cosine }) => id !== productId && cosine >= leastCosine).slice(0, count) : []
}

function fedBackBy(typed: Vector, near: readonly Vector[]): Vector {
  const sum = Float64Array.from(typed, (one) => one * ownPart)
  for (const vector of near) for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] as number) + ((1 - ownPart) / near.length) * (vector[at] as number)
  return quantise(sum)
}
