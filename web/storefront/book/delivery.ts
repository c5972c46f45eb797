import type { PageLocals } from '@octavo/gateway/pages'
import { isFailure } from '@octavo/failure'
import type { Money } from '@octavo/money'
import type { View } from '../page/view.ts'
import { canBuy, type Edition } from './editions.ts'

/** The cheapest way to the market's first country: its price, and the last day on which a parcel that is ordered now should arrive. */
export interface Delivery {
  readonly price: Money
  readonly latest: string
}

/** How long a quote is told again: it depends on where from, how heavy and the hour, and not on the book. */
const toldMs = 60_000
const mostTold = 2000
/** The page is not kept waiting for it. */
const answerMs = 400
/** Of each shop that this process has open, known by its markets. */
const shops = new WeakMap<PageLocals['markets'], Map<string, { readonly delivery: Promise<Delivery | null>; readonly until: number }>>()

/** What sending one of an edition takes: null where its seller does not send it, undefined when nothing travels or nobody says. */
export async function deliveryOf(locals: PageLocals, { offer, variant }: Edition): Promise<Delivery | null | undefined> {
  if (!offer || variant.parcelGrams === 0) return undefined
  const told = shops.get(locals.markets) ?? new Map()
  shops.set(locals.markets, told)
  const key = `${locals.market.id} ${offer.seller.id} ${variant.parcelGrams}`
  const known = told.get(key)
  if (known && Date.now() < known.until) return known.delivery.catch(() => undefined)
  const delivery = quoted(locals, offer, variant.parcelGrams)
  delivery.catch(() => told.delete(key))
  told.delete(key)
  if (told.size >= mostTold) told.delete(told.keys().next().value ?? '')
  told.set(key, { delivery, until: Date.now() + toldMs })
  return delivery.catch(() => undefined)
}

async function quoted({ clients: { shipping }, market }: PageLocals, { seller, price }: NonNullable<Edition['offer']>, weightGrams: number): Promise<Delivery | null> {
  try {
    const [cheapest] = await shipping.quote(
      { market: market.id, destination: { country: market.countries[0] as string }, parcels: [{ sellerId: seller.id, weightGrams, items: price }] },
      { context: { deadlineMs: Date.now() + answerMs } },
    )
    return cheapest ? { price: cheapest.price, latest: cheapest.latest } : null
  } catch (error) {
    if (isFailure(error, 'NO_DELIVERY')) return null
    throw error
  }
}

/** What is told of an edition's way to its reader. What is not here yet has a price and no day; a country is named where a market has several. */
export function deliveryWords(edition: Edition, delivery: Delivery | null | undefined, { t, market, price, day, country }: View): string {
  const [first, ...others] = market.countries
  if (!canBuy(edition)) return ''
  if (edition.variant.digital) return t.book.promiseDigital
  if (delivery === undefined) return t.book.promise
  if (delivery === null) return t.book.notSent(country(first as string))
  const isHere = edition.offer?.availability === 'in_stock' || edition.offer?.availability === 'low_stock'
  return t.book.delivery(price(delivery.price), isHere ? day(delivery.latest).replace(/(\d\.?) /, '$1\u00a0') : undefined, others.length > 0 ? country(first as string) : undefined)
}
