import { reaction, type Reaction } from '@octavo/events'
import { guestAdopted } from '@octavo/users/events'
import { joined, type Basket } from '../basket/basket.ts'
import type { CartParts } from '../deps.ts'
import { deleteCart, lockCarts, writeCart, writeOwner } from '../store/carts.ts'

/**
 * What a guest meant to buy is the account's: lines join its current cart of that market. A cart in a checkout stays as it is, and
 * so does one that finds no other; they only change hands.
 */
export const onGuestAdopted = ({ carts, wake }: Pick<CartParts, 'carts' | 'wake'>): Reaction =>
  reaction(guestAdopted, async ({ data: { guestId, accountId } }, tx) => {
    const all = await lockCarts(tx, [guestId, accountId])
    const own = new Map<string, Basket>()
    for (const cart of all) if (cart.owner === accountId) own.set(cart.market, cart)
    for (const cart of all) {
      if (cart.owner !== guestId) continue
      const target = own.get(cart.market)
      if (!target || cart.checkoutId !== null) {
        await writeOwner(tx, cart.id, accountId)
        if (!target) own.set(cart.market, { ...cart, owner: accountId, version: cart.version + 1 })
        continue
      }
      await deleteCart(tx, cart.id)
      if (cart.lines.length === 0) continue
      const written = await writeCart(tx, target, { market: target.market, lines: joined(target.lines, cart.lines), placedCheckoutId: null })
      if (written) own.set(written.market, written)
    }
    tx.afterCommit(() => {
      wake()
      void carts.changed(...all.map((cart) => cart.id)).catch(() => {})
    })
  })
