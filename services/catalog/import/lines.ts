import type { Place } from './entry.ts'

export interface Line {
  readonly line: number
  readonly next: Place
  readonly text: string
  /** Why it cannot be read; then the text is empty. */
  readonly problem?: string
  /** It has bytes of zero, as UTF-16 and programs have and no line of text in UTF-8. */
  readonly noText?: true
}

/** A product's description is never longer. */
export const maxLineBytes = 1024 * 1024

/** Lines of UTF-8, each with where the next begins; what is too long is read past in bounded memory. Empty lines are left out. */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>, { from, whole }: { from: Place; whole: boolean }): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let { position, line } = from
  let held: Buffer = Buffer.alloc(0)
  let dropped = 0
  const read = (end: number, mark: number): Line => {
    const piece = held.subarray(0, end)
    const at = line
    position += dropped + end + mark
    line += 1
    held = held.subarray(end + mark)
    const next = { position, line }
    if (dropped > 0) { dropped = 0; return { line: at, next, text: '', problem: `The line is longer than ${maxLineBytes / 1024 / 1024} MB.` } }
    if (piece.includes(0)) return { line: at, next, text: '', noText: true, problem: 'The line is no text in UTF-8.' }
    try { return { line: at, next, text: decoder.decode(piece).trim() } } catch { return { line: at, next, text: '', problem: 'The line has bytes that are not UTF-8.' } }
  }
  for await (const part of bytes) {
    held = held.length === 0 ? Buffer.from(part.buffer, part.byteOffset, part.byteLength) : Buffer.concat([held, part])
    for (let end = held.indexOf(10); end >= 0; end = held.indexOf(10)) {
      const one = read(end, 1)
      if (one.text !== '' || one.problem !== undefined) yield one
    }
    if (held.length > maxLineBytes || dropped > 0) { dropped += held.length; held = Buffer.alloc(0) }
  }
  if (whole && (held.length > 0 || dropped > 0)) {
    const last = read(held.length, 0)
    if (last.text !== '' || last.problem !== undefined) yield last
  }
}
