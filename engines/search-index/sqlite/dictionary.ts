import { edits, mostEdits } from '../analysis/analysis.ts'
import { likelihood, mostNear, type Near } from '../analysis/spelling.ts'
import type { Spelling } from '../port.ts'
import { grown } from './growing.ts'

/** Words of one length, by their numbers. */
class SameLength {
  count = 0
  numbers = new Int32Array(64)
  /** Of the letters of each. */
  masks = new Int32Array(64)

  add(number: number, mask: number): void {
    this.numbers = grown(this.numbers, this.count)
    this.masks = grown(this.masks, this.count)
    this.numbers[this.count] = number
    this.masks[this.count] = mask
    this.count += 1
  }
}

/**
 * The words of all titles, names and texts as people write them, with how many products have each. Words are compared only with those
 * whose letters and lengths let them be near: each word has a mask of its letters, and an edit changes two of them at most.
 */
export class Dictionary {
  readonly #numbers = new Map<string, number>()
  readonly #words: string[] = []
  /** In how many titles and names: what people look for is rather called so than told of so. */
  #called = new Int32Array(4096)
  #frequency = new Int32Array(4096)
  readonly #byLength = new Map<number, SameLength>()

  add(words: ReadonlySet<string>, called: ReadonlySet<string>, change: 1 | -1): void {
    for (const word of words) {
      let number = this.#numbers.get(word)
      if (number === undefined) {
        number = this.#words.length
        this.#numbers.set(word, number)
        this.#words.push(word)
        this.#frequency = grown(this.#frequency, number)
        this.#called = grown(this.#called, number)
        this.#lengthOf(word).add(number, maskOf(word))
      }
      this.#frequency[number] = (this.#frequency[number] as number) + change
      if (called.has(word)) this.#called[number] = (this.#called[number] as number) + change
    }
  }

  frequencyOf(word: string): number {
    const number = this.#numbers.get(word)
    return number === undefined ? 0 : this.#frequency[number] as number
  }

  #lengthOf({ length }: string): SameLength {
    let some = this.#byLength.get(length)
    if (!some) { some = new SameLength(); this.#byLength.set(length, some) }
    return some
  }

  spell(word: string): Spelling {
    const frequency = this.frequencyOf(word)
    const most = mostEdits(word.length)
    if (most === 0 || /^\p{N}+$/u.test(word)) return { frequency, nearby: [] }
    const mask = maskOf(word)
    const near: Near[] = []
    for (let length = word.length - most; length <= word.length + most; length++) {
      const some = this.#byLength.get(length)
      for (let at = 0; at < (some?.count ?? 0); at++) {
        const { numbers, masks } = some as SameLength
        if (bitsIn(mask ^ (masks[at] as number)) > 2 * most) continue
        const number = numbers[at] as number
        const [other, count] = [this.#words[number] as string, this.#frequency[number] as number]
        if (count === 0 || other === word) continue
        const away = edits(word, other, most)
        if (away <= most) near.push({ word: other, frequency: count, called: this.#called[number] as number, edits: away })
      }
    }
    return { frequency, nearby: near.sort((a, b) => likelihood(b, word) - likelihood(a, word)).slice(0, mostNear).map(({ word: other, frequency: count, edits: away }) => ({ word: other, frequency: count, edits: away })) }
  }
}

function maskOf(word: string): number {
  let mask = 0
  for (let at = 0; at < word.length; at++) mask |= 1 << (word.charCodeAt(at) % 31)
  return mask
}

function bitsIn(mask: number): number {
  let left = mask - ((mask >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
