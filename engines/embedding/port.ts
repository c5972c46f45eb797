/** Words of one weight: those of a title say more of a thing than those of its description. */
export interface Part {
  readonly words: string
  /** How many times over the words count; above 0. */
  readonly weight: number
}

/** A text by its parts. What is searched for is one part of weight 1. */
export type Text = readonly Part[]

/**
 * Where a text stands among others: `dimensions` numbers from −127 to 127, of length about 127. The cosine of two is their product
 * divided by 127². All zero when nothing of the text is known.
 */
export type Vector = Int8Array

/** Turns texts into vectors, so that texts about one thing stand close together whichever words they use. */
export interface Embedder {
  /** Another when vectors are made otherwise: vectors of two makers are not to be compared. */
  readonly id: string
  /** A multiple of 16, so that a scan takes whole steps. */
  readonly dimensions: number
  /** As many vectors as texts, in their order. */
  embed(texts: readonly Text[]): Promise<Vector[]>
}

/** The length of a whole vector. */
export const unit = 127

/** Brings a direction to the length of a vector; nothing stays nothing. */
export function quantise(direction: Float32Array | Float64Array | readonly number[]): Vector {
  let squares = 0
  for (const x of direction) squares += x * x
  const vector = new Int8Array(direction.length)
  if (!(squares > 0)) return vector
  const scale = unit / Math.sqrt(squares)
  for (let at = 0; at < vector.length; at++) vector[at] = Math.round((direction[at] as number) * scale)
  return vector
}

/** From −1 to 1; 0 when either is all zero. Rounding may bring it a hair beyond. */
export function cosine(one: Vector, other: Vector): number {
  let product = 0
  for (let at = 0; at < one.length; at++) product += (one[at] as number) * (other[at] as number)
  return product / (unit * unit)
}
