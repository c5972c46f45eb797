import type { Address } from '@octavo/address'
import type { Caller } from '@octavo/caller'
import type { cartContract } from '@octavo/cart/contract'
import type { SaleOffer } from '@octavo/catalog/contract'
import { newId } from '@octavo/ids'
import type { Client } from '@octavo/rpc'
import type { Checkout, ordersContract } from '../contract.ts'

type Orders = Client<typeof ordersContract>
export type StartInput = Parameters<Orders['startCheckout']>[0]

export const home: Address = { name: 'Ada Lovelace', line1: '12 St James Square', city: 'London', postalCode: 'SW1Y 4JH', country: 'GB' }

export type Shopper = ReturnType<typeof shopperOf>

/** Somebody who buys, by the contracts. */
export function shopperOf(caller: Caller, { orders, cart }: { orders: Orders; cart: Client<typeof cartContract> }) {
  /** A basket with these in it. */
  async function fill(...goods: readonly (SaleOffer | readonly [SaleOffer, number])[]): Promise<string> {
    const { id } = await cart.createCart({})
    for (const one of goods) {
      const [{ offerId }, quantity] = Array.isArray(one) ? one as readonly [SaleOffer, number] : [one as SaleOffer, 1]
      await cart.addLine({ cartId: id, offerId, quantity })
    }
    return id
  }

  /** All that a checkout takes, at the price of the moment. */
  async function prepare(cartId: string, over: Partial<StartInput> = {}): Promise<StartInput> {
    const { total, deliveryOption } = await orders.quote({ cartId, shippingAddress: over.shippingAddress ?? home })
    return { key: newId('key'), cartId, email: 'ada@reader.example', shippingAddress: home, deliveryOption, paymentMethod: 'pm_card_visa', expectedTotal: total, ...over }
  }

  /** Looks until the checkout stands as wished, ended when nothing is said. */
  async function follow({ id }: Pick<Checkout, 'id'>, until: readonly Checkout['status'][] = ['completed', 'failed']): Promise<Checkout> {
    for (const end = Date.now() + 15_000; ;) {
      const now = await orders.getCheckout({ checkoutId: id })
      if (until.includes(now.status)) return now
      if (Date.now() > end) throw new Error(`the checkout still stands at ${JSON.stringify(now)}`)
      await new Promise((soon) => setTimeout(soon, 3))
    }
  }

  return {
    caller, orders, cart, fill, prepare, follow,
    /** From an empty basket to the checkout's end. */
    async buy(goods: readonly (SaleOffer | readonly [SaleOffer, number])[], over: Partial<StartInput> = {}): Promise<Checkout> {
      return follow(await orders.startCheckout(await prepare(await fill(...goods), over)))
    },
  }
}

/** The code of a declared failure, or what came instead. */
export const codeOf = (work: Promise<unknown>): Promise<unknown> => work.then((output) => output, (error: { code?: string }) => error.code ?? error)
