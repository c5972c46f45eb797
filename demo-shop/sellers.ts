/** Who sells beside the house. */

export type SellerHandle = 'harbour-books' | 'second-folio' | 'antiquariat-linde' | 'quai-des-pages' | 'north-room'

/** What the stock numbers of each begin with. */
export const SKU_MARK: Record<SellerHandle, string> = {
  'harbour-books': 'HB', 'second-folio': 'SF', 'antiquariat-linde': 'AL', 'quai-des-pages': 'QP', 'north-room': 'NR',
}

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
  {
    handle: 'antiquariat-linde',
    name: 'Antiquariat Linde, Leipzig',
    about:
      'Gebrauchte deutsche Bücher aus drei Zimmern und einem trockenen Keller. Wir packen in Zeitung, die man auch noch lesen '
      + 'kann, und schreiben zurück, wenn man uns fragt.',
  },
  {
    handle: 'quai-des-pages',
    name: 'Quai des Pages, Rouen',
    about:
      'Deux tréteaux, une bâche et quatre mille volumes français. Les envois partent le mardi et le vendredi, par tous les temps.',
  },
  {
    handle: 'north-room',
    name: 'The North Room',
    about:
      'A workshop in Orkney that makes and mends things for desks. There are two of us, so some things are sold out until it rains.',
  },
]

/** How the shop speaks of itself where a seller is named. */
export const houseSeller: DemoSeller = {
  handle: 'house',
  name: 'Octavo',
  about: 'The shop itself. What is on our shelves leaves the same day, as long as the day is not Sunday.',
}
