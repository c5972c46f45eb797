import { isOperator } from '@octavo/caller'
import type { Market } from '@octavo/market'
import type { Clients } from '../clients.ts'
import type { Some } from './operation.ts'

export const shop = ({ users: _users, cart }: Clients, markets: readonly Market[]): Some<'listMarkets' | 'getSession'> => ({
  listMarkets: async () => ({ items: [...markets] }),
  async getSession(_, { caller, on }) {
    const basket = caller.kind === 'guest' || caller.kind === 'account' ? await cart.currentCart({}, on) : null
    return {
      signedIn: caller.kind === 'account',
      name: caller.kind === 'account' ? caller.name : null,
      roles: caller.kind === 'account' ? caller.roles : isOperator(caller) ? ['operator'] : [],
      cartId: basket?.id ?? null,
      itemCount: basket?.itemCount ?? 0,
    }
  },
})
