import type { Hit, IndexedProduct } from '../port.ts'

/** Products found lately are sent and read once. */
const mostKnown = 3_000

/** A hit as it leaves the thread. */
export interface RawHit {
  /** Of its product in its file. */
  readonly no: number
  /** Which of its variants and offers satisfied the filters; none when negative. */
  readonly variant: number
  readonly offer: number
  /** Its product, unless the other side has it. */
  readonly json?: string
  readonly description?: string | null
}

export interface RawHits {
  /** Of the file. */
  readonly index: number
  /** What was sent before is to be forgotten first. */
  readonly anew: boolean
  readonly hits: readonly RawHit[]
}

/** One file's end of what both sides know: a product crosses once, and again when it was written anew. */
export class HitSender {
  readonly #index: number
  readonly #read: (no: number) => Pick<RawHit, 'json' | 'description'>
  readonly #sent = new Set<number>()

  constructor(index: number, read: (no: number) => Pick<RawHit, 'json' | 'description'>) {
    this.#index = index
    this.#read = read
  }

  send(hits: readonly Pick<RawHit, 'no' | 'variant' | 'offer'>[]): RawHits {
    const anew = this.#sent.size > mostKnown
    if (anew) this.#sent.clear()
    return { index: this.#index, anew, hits: hits.map((hit) => (this.#sent.has(hit.no) ? hit : { ...hit, ...this.#readNow(hit.no) })) }
  }

  forget(no: number): void { this.#sent.delete(no) }

  #readNow(no: number): Pick<RawHit, 'json' | 'description'> {
    this.#sent.add(no)
    return this.#read(no)
  }
}

/** The other end. What a thread sends is taken in the order it was sent in. */
export class HitTaker {
  readonly #known = new Map<number, Map<number, IndexedProduct>>()

  take({ index, anew, hits }: RawHits): Hit[] {
    const known = (anew ? undefined : this.#known.get(index)) ?? new Map<number, IndexedProduct>()
    this.#known.set(index, known)
    return hits.map(({ no, variant, offer, json, description = null }) => {
      if (json !== undefined) known.set(no, productOf(json, description))
      const product = known.get(no) as IndexedProduct
      const edition = product.variants[variant]
      return { product, matched: edition ? { variantId: edition.id, offerId: edition.offers[offer]?.id ?? null } : null }
    })
  }
}

export const productOf = (json: string, description: string | null): IndexedProduct => ({ ...(JSON.parse(json) as Omit<IndexedProduct, 'description'>), description: description ?? '' })
