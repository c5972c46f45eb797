import type { Transaction } from '@octavo/database'
import { derive, type Derived } from '../cards/derive.ts'
import { readTree } from '../categories/known-tree.ts'
import type { CatalogParts } from '../deps.ts'
import { readDerived, writeDerived } from '../store/derived.ts'
import { lockProducts, readGoods } from '../store/goods.ts'
import { touchProducts } from '../store/products.ts'
import { suspendedIn } from '../store/sellers.ts'
import { tellChanges } from './changes.ts'

/**
 * Something that products are shown by has changed: makes their cards and places in lists again, writes what differs, and tells of each
 * with a new version. Gives the versions, and holds the products' rows until the transaction ends.
 */
export async function redraw({ outbox, clock, markets }: Pick<CatalogParts, 'outbox' | 'clock' | 'markets'>, tx: Transaction, nos: readonly number[], change: 'updated' | 'availability'): Promise<ReadonlyMap<number, number>> {
  if (nos.length === 0) return new Map()
  await lockProducts(tx, nos)
  const { goods, stock, sellers } = await readGoods(tx, nos)
  const before = await readDerived(tx, nos)
  const tree = await readTree(tx)
  const now = clock.now()
  const world = { stock, suspended: suspendedIn(sellers), today: now.toISOString().slice(0, 10) }
  const redrawn = goods.map((one) => ({ goods: one, no: one.no, version: one.version + 1, before: before.get(one.no) as Derived, after: derive(one, world, tree, markets) }))
  await touchProducts(tx, redrawn.map(({ no, version, after }) => ({ no, version, derived: after })), now)
  await writeDerived(tx, redrawn)
  await tellChanges(outbox, tx, tree, redrawn.map(({ goods: one, version, before: was, after }) => ({ goods: one, version, change, lists: [...was.lists, ...after.lists] })))
  return new Map(redrawn.map(({ no, version }) => [no, version]))
}
