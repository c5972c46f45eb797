import type { Transaction } from '@octavo/database'
import { derive, type Derived } from '../cards/derive.ts'
import { readTree } from '../categories/known-tree.ts'
import type { CatalogParts } from '../service.ts'
import { readDerived, writeDerived } from '../store/derived.ts'
import { lockProducts, readGoods } from '../store/goods.ts'
import { touchProducts } from '../store/products.ts'
import { suspendedOf } from '../store/sellers.ts'
import { readStock } from '../store/stock.ts'
import { tellChanges } from './changes.ts'
import { stockItemsOf } from './goods.ts'

/**
 * Makes again what is derived of products, after something they are shown by has changed. What comes out the same stays as it is; the
 * rest is written and told with a new version. Gives the versions, and holds the products' rows until the transaction ends.
 */
export async function redraw({ outbox, clock, markets }: Pick<CatalogParts, 'outbox' | 'clock' | 'markets'>, tx: Transaction, nos: readonly number[], change: 'updated' | 'availability'): Promise<ReadonlyMap<number, number>> {
  if (nos.length === 0) return new Map()
  await lockProducts(tx, nos)
  const goods = [...(await readGoods(tx, nos)).values()]
  const before = await readDerived(tx, nos)
  const tree = await readTree(tx)
  const now = clock.now()
  const world = {
    markets, tree, today: now.toISOString().slice(0, 10),
    stock: await readStock(tx, goods.flatMap(stockItemsOf)),
    suspended: await suspendedOf(tx, [...new Set(goods.flatMap(({ variants }) => variants.flatMap(({ offers }) => offers.map(({ sellerId }) => sellerId))))]),
  }
  const redrawn = goods.map((one) => ({ goods: one, version: one.version + 1, before: before.get(one.no) as Derived, after: derive(one, world) }))
    .filter(({ before: was, after }) => !sameShown(was, after))
  await touchProducts(tx, redrawn.map(({ goods: { no }, version, after }) => ({ no, version, derived: after })), now)
  await writeDerived(tx, redrawn.map(({ goods: { no }, before: was, after }) => ({ no, before: was, after })))
  await tellChanges(outbox, tx, tree, redrawn.map(({ goods: one, version, before: was, after }) => ({ goods: one, version, change, lists: [...was.lists, ...after.lists] })))
  return new Map([...goods.map(({ no, version }) => [no, version] as const), ...redrawn.map(({ goods: { no }, version }) => [no, version] as const)])
}

function sameShown(before: Derived, after: Derived): boolean {
  return before.page === after.page
    && after.cards.every((card) => before.cards.some(({ market, json }) => market === card.market && json === card.json))
    && before.lists.length === after.lists.length && after.lists.every((list) => before.lists.includes(list))
    && before.featured === after.featured && before.newest === after.newest && before.titleKey === after.titleKey
}
