import type { Address } from '@octavo/address'
import type { Cart } from '@octavo/cart/contract'
import type { PageLocals } from '@octavo/gateway/pages'
import { isFailure } from '@octavo/failure'
import type { Quote } from '@octavo/orders/contract'
import { isBuyable } from '../basket/parcels.ts'
import { refusable, type Refusal } from '../page/refusal.ts'
import type { Remembered } from './remembered.ts'

type Clients = PageLocals['clients']
export type SavedCard = Awaited<ReturnType<Clients['payments']['listSavedCards']>>[number]
export type SavedAddress = Awaited<ReturnType<Clients['users']['listAddresses']>>[number]
export type InvoiceTerms = Awaited<ReturnType<Clients['payments']['myInvoiceTerms']>>['terms']
export type CardEntry = Awaited<ReturnType<Clients['payments']['cardEntry']>>

export interface Prepared {
  readonly addresses: readonly SavedAddress[]
  /** Told before, or the account's first address. */
  readonly remembered: Remembered | undefined
  readonly quote: Quote | undefined
  /** Why there is no quote for what was told. */
  readonly refused: Refusal | undefined
  readonly cards: readonly SavedCard[]
  /** Null for whom paying by invoice is not open. */
  readonly terms: InvoiceTerms
  /** Null when the card network does not answer. */
  readonly entry: CardEntry | null
}

/** Everything the page of a checkout shows beside the basket. */
export async function prepare({ clients, caller }: PageLocals, basket: Cart, told: Remembered | undefined): Promise<Prepared> {
  const signedIn = caller.kind === 'account'
  const [addresses, cards, { terms }, entry] = await Promise.all([
    signedIn ? clients.users.listAddresses({}) : [],
    signedIn ? clients.payments.listSavedCards({}).catch(unlessBug([])) : [],
    signedIn ? clients.payments.myInvoiceTerms({}).catch(unlessBug({ terms: null })) : { terms: null },
    clients.payments.cardEntry({}).catch(unlessBug(null)),
  ])
  const first = addresses.find(({ isDefault }) => isDefault) ?? addresses[0]
  const remembered = told ?? (signedIn && first ? { email: caller.email, address: first.address } : undefined)
  const quoted = remembered && basket.lines.some(isBuyable) ? await quoteFor(clients, basket.id, remembered.address, remembered.deliveryOption) : undefined
  return { addresses, remembered, quote: quoted?.done, refused: quoted?.refused, cards, terms, entry }
}

/** What it costs, sent there; a way of sending that is not to be had there any more gives way to the cheapest. */
export async function quoteFor({ orders }: Clients, cartId: string, shippingAddress: Address, deliveryOption: string | undefined): Promise<{ done?: Quote; refused?: Refusal }> {
  const quoted = await refusable(orders.quote({ cartId, shippingAddress, ...(deliveryOption !== undefined && { deliveryOption }) }))
  if (deliveryOption === undefined || quoted.refused === undefined) return quoted
  return refusable(orders.quote({ cartId, shippingAddress }))
}

/** A part that does not answer leaves its place empty; a bug still throws. */
const unlessBug = <T>(instead: T) => (error: unknown): T => {
  if (isFailure(error)) return instead
  throw error
}
