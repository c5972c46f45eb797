import { after } from 'node:test'
import type { Caller } from '@octavo/caller'
import type { SaleOffer } from '@octavo/catalog/contract'
import { testDatabases } from '@octavo/database/testing'
import { eventTables, reaction, type DataOf } from '@octavo/events'
import { logTables, testEvents } from '@octavo/events/testing'
import { builtInMarkets, findMarket } from '@octavo/market'
import { money } from '@octavo/money'
import { guestAdopted } from '@octavo/users/events'
import { cartChanged } from '../events.ts'
import type { CartDeps } from '../deps.ts'
import { cartTables } from '../service.ts'
import { startTestCart } from '../testing.ts'

/** A cart service with a catalogue of what the test puts into it, somebody who tells of sign-ins, and somebody who hears of carts. */
export async function openShop(overrides: Partial<CartDeps> = {}) {
  const databases = await testDatabases({ cart: cartTables(), users: [eventTables], listener: [eventTables], events: logTables })
  const events = await testEvents(databases.events)
  const offers = new Map<string, SaleOffer>()
  let asked = 0
  const catalog: CartDeps['catalog'] = {
    getOffers: async ({ market, offerIds }) => {
      asked++
      const currency = findMarket(builtInMarkets, market)?.currency
      return offerIds.flatMap((id) => {
        const offer = offers.get(`${id} ${currency}`) ?? offers.get(id)
        return offer ? [offer.price && offer.price.currency !== currency ? { ...offer, price: null } : offer] : []
      })
    },
  }
  const cart = await startTestCart({ database: databases.cart, events, catalog, cache: forgetful(), ...overrides })
  const relay = events.relay('users', databases.users)
  const outbox = events.outbox('users', databases.users)
  const told: DataOf<typeof cartChanged>[] = []
  const listener = events.consumer({ consumer: 'listener', database: databases.listener, from: 'beginning', reactions: [reaction(cartChanged, async ({ data }) => { told.push(data) })] })
  await relay.start()
  await listener.start()
  after(async () => { await listener.stop(); await relay.stop() })

  return {
    ...cart,
    told,
    /** How often the catalogue was asked. */
    asked: () => asked,
    orders: cart.client({ kind: 'service', service: 'orders' }),
    guest: (guestId: string) => cart.client({ kind: 'guest', guestId }),
    account: (accountId: string) => cart.client(account(accountId)),
    put(offer: Partial<SaleOffer> & { offerId: string }, priceMinor: number | null = 999, currency = 'GBP') {
      offers.set(currency === 'GBP' ? offer.offerId : `${offer.offerId} ${currency}`, { ...aBook, ...offer, price: priceMinor === null ? null : money(priceMinor, currency) })
    },
    /** Another process of it on the same data, as the guest's. */
    async elsewhere(guestId: string) {
      const other = await startTestCart({ database: databases.cart, events, catalog, cache: forgetful(), ...overrides })
      return other.client({ kind: 'guest', guestId })
    },
    withdraw: (offerId: string) => offers.delete(offerId),
    async signIn(guestId: string, accountId: string) {
      await databases.users.transaction((tx) => outbox.append(tx, guestAdopted, guestId, { guestId, accountId, at: '2026-03-02T09:00:00Z' }))
      await relay.flush()
      await cart.service.caughtUp()
    },
    async heard() {
      await cart.service.carried()
      await listener.caughtUp()
    },
  }
}

const account = (accountId: string): Caller =>
  ({ kind: 'account', accountId, email: `${accountId}@example.com`, emailVerified: true, name: accountId, roles: ['shopper'], sessionId: `ses_${accountId}` })

/** Keeps nothing: what a cart shows is then what the catalogue says this moment. */
function forgetful(): CartDeps['cache'] {
  return {
    get: async () => undefined,
    set: async () => {},
    remember: (_, __, fill) => fill(),
    delete: async () => {},
    purgeTags: async () => {},
    onPurge: () => {},
    close: async () => {},
  }
}

const aBook: Omit<SaleOffer, 'offerId'> = {
  productId: 'prd_1', variantId: 'var_1', sellerId: 'sel_house', sellerHandle: 'house', sellerName: 'Octavo', handle: 'a-book', title: 'A book', format: 'paperback', condition: 'new',
  price: null, availability: 'in_stock', stockItemId: 'stk_1', unitsPerSale: 1, digital: false, weightGrams: 300, taxClass: 'book', identifiers: [], cover: { format: 'paperback' }, media: [],
}
