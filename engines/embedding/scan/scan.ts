import { unit, type Vector } from '../port.ts'
import { instantiateKernel } from './kernel.ts'

export interface Near {
  readonly id: string
  /** From −1 to 1. */
  readonly cosine: number
}

/** The vectors of a whole catalogue in memory, each looked at for every query: exact, and quick enough for a million. */
export interface Scan {
  readonly size: number
  /** Puts or replaces. */
  put(id: string, vector: Vector): void
  delete(id: string): void
  /** At most `count`, the nearest first, equally near ones in the order of their ids. What points away is never near. */
  nearest(query: Vector, count: number): Near[]
  /** In the order of the ids; 0 for one that is not there. */
  cosines(query: Vector, ids: readonly string[]): number[]
  /** Undefined for one that is not there. */
  vector(id: string): Vector | undefined
}

const pageBytes = 65_536
/** Rows looked at between two looks at what they gave. */
const block = 4_096
/** Where things lie in memory: the query, what a block gave, the rows. */
const outAt = 4_096
const rowsAt = outAt + block * 4

/** @param dimensions a multiple of 16, at most 4,096 */
export function openScan(dimensions: number): Scan {
  if (!(dimensions >= 16 && dimensions <= outAt && dimensions % 16 === 0)) throw new RangeError(`dimensions are a multiple of 16 from 16 to ${outAt}, not ${dimensions}`)
  const memory = new WebAssembly.Memory({ initial: 1 })
  const dots = instantiateKernel(memory)
  const slots = new Map<string, number>()
  const ids: string[] = []

  const rowAt = (slot: number): number => rowsAt + slot * dimensions
  const reserve = (slot: number): void => {
    const missing = rowAt(slot + 1) - memory.buffer.byteLength
    // An eighth more than is there, so that filling a catalogue copies it few times.
    if (missing > 0) memory.grow(Math.ceil(Math.max(missing, memory.buffer.byteLength / 8) / pageBytes))
  }
  const check = (vector: Vector): void => {
    if (vector.length !== dimensions) throw new RangeError(`a vector here has ${dimensions} dimensions, not ${vector.length}`)
  }
  const scan = (query: Vector, first: number, count: number): Int32Array => {
    new Int8Array(memory.buffer, 0, dimensions).set(query)
    dots(rowAt(first), 0, dimensions / 16, count, outAt)
    return new Int32Array(memory.buffer, outAt, count)
  }

  return {
    get size() { return ids.length },
    put(id, vector) {
      check(vector)
      const slot = slots.get(id) ?? ids.length
      reserve(slot)
      if (slot === ids.length) ids.push(id)
      slots.set(id, slot)
      new Int8Array(memory.buffer, rowAt(slot), dimensions).set(vector)
    },
    delete(id) {
      const slot = slots.get(id)
      if (slot === undefined) return
      // The last takes its place, so that the rows have no holes.
      const lastId = ids.pop() as string
      slots.delete(id)
      if (lastId === id) return
      ids[slot] = lastId
      slots.set(lastId, slot)
      new Int8Array(memory.buffer).copyWithin(rowAt(slot), rowAt(ids.length), rowAt(ids.length + 1))
    },
    nearest(query, count) {
      check(query)
      if (count < 1) return []
      const best = new Best(count)
      for (let first = 0; first < ids.length; first += block) {
        const products = scan(query, first, Math.min(block, ids.length - first))
        for (let at = 0; at < products.length; at++) if ((products[at] as number) > best.floor) best.add(products[at] as number, first + at)
      }
      return best.slots.map(({ product, slot }) => ({ id: ids[slot] as string, cosine: product / (unit * unit) }))
        .sort((a, b) => b.cosine - a.cosine || (a.id < b.id ? -1 : 1))
    },
    cosines(query, wanted) {
      check(query)
      return wanted.map((id) => {
        const slot = slots.get(id)
        return slot === undefined ? 0 : (scan(query, slot, 1)[0] as number) / (unit * unit)
      })
    },
    vector(id) {
      const slot = slots.get(id)
      return slot === undefined ? undefined : new Int8Array(memory.buffer.slice(rowAt(slot), rowAt(slot + 1)))
    },
  }
}

/** The best so far, as a heap with the least of them on top. */
class Best {
  readonly slots: { readonly product: number; readonly slot: number }[] = []
  /** What is not above this is not among them. */
  floor = 0
  readonly #most: number

  constructor(most: number) { this.#most = most }

  add(product: number, slot: number): void {
    const { slots } = this
    const one = { product, slot }
    if (slots.length < this.#most) {
      slots.push(one)
      for (let at = slots.length - 1; at > 0;) {
        const above = (at - 1) >> 1
        if ((slots[above] as typeof one).product <= product) break
        slots[at] = slots[above] as typeof one
        slots[above] = one
        at = above
      }
    } else {
      slots[0] = one
      for (let at = 0; ;) {
        let below = 2 * at + 1
        if (below >= slots.length) break
        if (below + 1 < slots.length && (slots[below + 1] as typeof one).product < (slots[below] as typeof one).product) below++
        if ((slots[below] as typeof one).product >= product) break
        slots[at] = slots[below] as typeof one
        slots[below] = one
        at = below
      }
    }
    if (slots.length === this.#most) this.floor = (slots[0] as typeof one).product
  }
}
