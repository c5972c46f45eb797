/** A real word near a typed one. */
export interface Near {
  readonly word: string
  readonly frequency: number
  /** In how many titles and names: what people look for is rather called so than told of so. */
  readonly called: number
  readonly edits: number
}

export const mostNear = 5
/** A word this much more frequent is as good as one edit nearer. */
const worthAnEdit = 50

/** Nearer first, then more frequent; a first letter that is kept counts a little, since people seldom miss it, and a letter is rather forgotten than added. */
export function likelihood({ word, frequency, called, edits }: Near, typed: string): number {
  return Math.log(frequency + 10 * called + 1) / Math.log(worthAnEdit) - edits + (word.length > typed.length ? 0.1 : 0) + (word.charCodeAt(0) === typed.charCodeAt(0) ? 0.25 : 0)
}
