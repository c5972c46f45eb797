import type { Transaction } from '@octavo/database'
import { derive, type Derived } from '../cards/derive.ts'
import type { CatalogParts } from '../deps.ts'
import { readDerived, writeDerived } from '../store/derived.ts'
import { lockProducts, writeVariants } from '../store/goods.ts'
import { insertProducts, updateProducts, type ProductWrite } from '../store/products.ts'
import { holdStock } from '../store/stock.ts'
import { tellChanges } from './changes.ts'
import { stockItemsOf } from './goods.ts'
import type { Prepared } from './prepare.ts'

/** Another changed one of the products meanwhile: all is to be looked at again. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken'
}

/**
 * Writes what was prepared, in one transaction. Rows are taken in one order everywhere: stock, then products, each sorted, so that
 * nobody waits for anybody in a circle.
 */
export async function merge({ database, outbox, clock, markets, justPut }: CatalogParts, source: string, { ready, tree, firstStock, suspended }: Prepared): Promise<void> {
  if (ready.length === 0) return
  await database.transaction(async (tx) => {
    const now = clock.now()
    const stock = await holdStock(tx, [...new Set(ready.flatMap(({ goods }) => stockItemsOf(goods)))], firstStock)
    const standing = ready.flatMap((one) => one.standing ?? [])
    await lockUnchanged(tx, standing)
    const before = await readDerived(tx, standing.map(({ no }) => no))
    const world = { stock, suspended, today: now.toISOString().slice(0, 10) }
    const writes = ready.map(({ put, goods, standing: known }): ProductWrite & { before: Derived | undefined } => ({
      goods, source, key: put.draft.key, contentHash: put.contentHash, version: (known?.version ?? 0) + 1, derived: derive(goods, world, tree, markets), before: known && before.get(known.no),
    }))
    await insertProducts(tx, writes.filter((write) => !write.before), now)
    await updateProducts(tx, writes.filter((write) => write.before), now)
    await writeVariants(tx, writes.map(({ goods }) => goods), standing.map(({ no }) => no))
    await writeDerived(tx, writes.map(({ goods, before: was, derived }) => ({ no: goods.no, before: was, after: derived })))
    await tellChanges(outbox, tx, tree, writes.map(({ goods, version, derived, before: was }) => ({ goods, version, change: goods.details.withdrawn ? 'removed' : was ? 'updated' : 'created', lists: [...(was?.lists ?? []), ...derived.lists] })))
    const updatedAt = now.toISOString()
    tx.afterCommit(() => justPut.keep(writes.map(({ goods, version }) => ({ ...goods, version, updatedAt })), stock))
  })
}

async function lockUnchanged(tx: Transaction, standing: readonly { no: number; version: number }[]): Promise<void> {
  const versions = await lockProducts(tx, standing.map(({ no }) => no))
  if (standing.some(({ no, version }) => versions.get(no) !== version)) throw new Overtaken()
}
