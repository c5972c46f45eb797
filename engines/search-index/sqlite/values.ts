import { fold } from '../analysis/words.ts'
import { offerFacets, productFacets, type Facet, type FacetValue } from '../port.ts'
import { grown } from './growing.ts'

/** Facets by their number. */
export const facetNumbers: readonly Facet[] = [...productFacets, ...offerFacets]

export interface Value extends Required<FacetValue> {
  readonly facet: Facet
}

/** Every value that facets have, each by a number. */
export class Values {
  readonly all: Value[] = []
  /** The facet of each. */
  facets = new Uint8Array(1024)
  readonly #numbers = new Map<string, number>()
  readonly #named = new Map<string, number>()

  /** The value's number, a new one when it has none. A label that changed is the new one. */
  numberOf(facet: Facet, { value, label = value }: FacetValue): number {
    const key = `${facet} ${value}`
    let number = this.#numbers.get(key)
    if (number === undefined) {
      number = this.all.length
      this.#numbers.set(key, number)
      this.facets = grown(this.facets, number)
      this.facets[number] = facetNumbers.indexOf(facet)
    } else if (this.all[number]?.label === label) return number
    this.all[number] = { facet, value, label }
    this.#named.set(`${facet} ${fold(label)}`, number)
    return number
  }

  find = (facet: Facet, value: string): number | undefined => this.#numbers.get(`${facet} ${value}`)

  named(facet: Facet, label: string): Value | undefined {
    const number = this.#named.get(`${facet} ${fold(label)}`)
    return number === undefined ? undefined : this.all[number]
  }
}
