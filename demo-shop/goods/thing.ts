/** Things that are not books: how one is written down, and the draft that is made of it. Brands are invented. */
import type { CategoryHandle } from '../categories.ts'
import type { OfferDraft, ProductDraft, VariantDraft } from '../draft.ts'
import { demoGtin } from '../press/isbn.ts'
import { paragraphs, rating } from '../press/press.ts'
import { prices } from '../press/prices.ts'
import { readersOf } from '../press/trade.ts'
import { SKU_MARK, type SellerHandle } from '../sellers.ts'

export interface Thing {
  /** Its numbers in the shop are made from this: never changed, never given to another thing. */
  n: number
  handle: string
  title: string
  brand: string
  categories: readonly CategoryHandle[]
  /** What a shopper compares. */
  attributes: Readonly<Record<string, string>>
  keywords: readonly string[]
  /** Two to four sentences. */
  text: string
  pence: number
  /** The house's own copies; of each choice where there are several. */
  onHand: number
  /** Colours, sizes or parts, the dearer ones with their own price. */
  choices?: readonly (string | readonly [choice: string, pence: number])[]
  sizeMm: readonly [width: number, height: number, thickness: number]
  grams: number
  /** Who sells it; the house unless another is named. */
  seller?: SellerHandle | 'house'
  /** Being made: so many may be ordered, to come from that day on, YYYY-MM-DD. */
  promised?: { limit: number; from: string }
}

export function thingDraft(thing: Thing): Omit<ProductDraft, 'featuredRank'> {
  const { n, handle, title, brand, attributes, keywords, categories, text } = thing
  return {
    key: `demo:${handle}`,
    handle,
    kind: 'other',
    title,
    descriptionHtml: paragraphs(text),
    contributors: [],
    subjects: keywords.map((code) => ({ scheme: 'keyword', code })),
    categories: [...categories],
    brand,
    attributes: { ...attributes },
    media: [],
    rating: rating(readersOf(n)),
    variants: (thing.choices ?? ['']).map((choice, i) => variant(thing, choice, i)),
  }
}

function variant(thing: Thing, choice: string | readonly [string, number], place: number): VariantDraft {
  const [name, pence] = typeof choice === 'string' ? [choice, thing.pence] : choice
  const gtin = demoGtin(thing.n, place)
  const [widthMm, heightMm, thicknessMm] = thing.sizeMm
  return {
    key: `gtin:${gtin}`,
    identifiers: [{ scheme: 'gtin', value: gtin }],
    format: 'other',
    ...(name !== '' && { title: name }),
    publisher: thing.brand,
    widthMm, heightMm, thicknessMm,
    weightGrams: thing.grams,
    digital: false,
    taxClass: 'standard',
    offers: [offer(thing, gtin, pence, place)],
  }
}

function offer({ n, onHand, promised, seller = 'house' }: Thing, gtin: string, pence: number, place: number): OfferDraft {
  return {
    key: `${seller}:${gtin}:new`,
    seller,
    condition: 'new',
    prices: prices(pence, true),
    stock: {
      sku: `${seller === 'house' ? 'OC' : SKU_MARK[seller]}-T${n}-${place + 1}`,
      // Nobody has as many of the last colour as of the first.
      onHand: Math.max(onHand - place * 3, Math.min(onHand, 2)),
      ...(promised && { promiseLimit: promised.limit, availableOn: promised.from }),
    },
  }
}
