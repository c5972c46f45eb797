/** Who sells beside the house. */

export interface DemoSeller {
  handle: string
  name: string
  /** One paragraph in the seller's own words, plain text. */
  about: string
}

/** The sellers to take on. The house itself exists from the first start and is not among them. */
export const sellers: DemoSeller[] = [
  {
    handle: 'harbour-books',
    name: 'Harbour Books, Whitby',
    about:
      'Two rooms above a chandlery, open when the light is on. We sell new books and the tidier kind of old ones, and we '
      + 'wrap everything as if it had to go by boat. It used to.',
  },
  {
    handle: 'second-folio',
    name: 'The Second Folio',
    about:
      'Used books only, described by the person holding them. If a page is foxed we say which. We have been wrong about a '
      + 'grade eleven times since 2009 and refunded all of them.',
  },
]

/** How the shop speaks of itself where a seller is named. */
export const houseSeller: DemoSeller = {
  handle: 'house',
  name: 'Octavo',
  about: 'The shop itself. What is on our shelves leaves the same day, as long as the day is not Sunday.',
}
