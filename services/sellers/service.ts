import type { Migration } from '@octavo/database'
import { loadMigrations } from '@octavo/database/migrations'
import { eventTables, parkedActs } from '@octavo/events'
import { routerOf, type Router } from '@octavo/rpc/direct'
import type { Part } from '@octavo/service'
import { getSeller, getSellers } from './api/getSeller.ts'
import { listSellers } from './api/listSellers.ts'
import { addMember, listMemberships } from './api/members.ts'
import { putSeller } from './api/putSeller.ts'
import { snapshot } from './api/snapshot.ts'
import { houseSellerId, sellersContract } from './contract.ts'
import type { SellersDeps, SellersParts } from './deps.ts'
import { sellerChanged } from './events.ts'
import { writeSeller } from './store/sellers.ts'

export interface SellersService extends Part {
  readonly router: Router
  /** Done when every event that was told is in the log. For tests. */
  carried(): Promise<void>
}

/** Who sells here, and who acts for them. */
export function createSellers(deps: SellersDeps): SellersService {
  const { database, events, log } = deps
  const relay = events.relay('sellers', database)
  const parts: SellersParts = { ...deps, outbox: events.outbox('sellers', database) }
  const router = routerOf(sellersContract, {
    listSellers: listSellers(parts), getSeller: getSeller(parts), getSellers: getSellers(parts), putSeller: putSeller(parts),
    addMember: addMember(parts), listMemberships: listMemberships(parts), snapshot: snapshot(parts),
  }, (error, procedure) => log.error({ err: error, procedure }, 'a procedure failed'))

  return {
    name: 'sellers',
    router,
    carried: () => relay.flush(),
    async start() {
      await database.migrate(await sellersTables())
      await relay.start()
      await openTheHouse(parts)
    },
    ready: () => relay.ready(),
    drain: () => relay.drain(),
    stop: () => relay.stop(),
  }
}

/** The shop itself sells from the first start on; a name it was given since is kept. */
async function openTheHouse({ database, outbox }: SellersParts): Promise<void> {
  if (await database.maybe('select 1 from seller where id = $1', [houseSellerId])) return
  await database.transaction(async (tx) => {
    const made = await writeSeller(tx, { id: houseSellerId, handle: 'house', name: 'Octavo', about: '', standing: 'good', house: true })
    if (made) await outbox.append(tx, sellerChanged, made.id, { sellerId: made.id, handle: made.handle, name: made.name, standing: made.standing, version: made.version })
  })
}

/** The steps of its schema, in order. */
export const sellersTables = async (): Promise<Migration[]> => [eventTables, parkedActs, ...await loadMigrations(new URL('./store/migrations/', import.meta.url))]
