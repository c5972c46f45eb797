import type { Handler } from '@octavo/rpc'
import type { catalogContract } from '../contract.ts'
import type { CatalogParts } from '../deps.ts'

/** Products a part; a site map may hold five times as many. */
const partLength = 10_000

/** Goods by their numbers, so that a part is one range of an index and keeps its goods however many come. */
export const listHandles = ({ database }: Pick<CatalogParts, 'database'>): Handler<typeof catalogContract.listHandles> =>
  async ({ input: { part } }) => {
    const [last, items] = await Promise.all([
      database.rows<{ no: number }>('select no from product order by no desc limit 1', []),
      database.rows<{ handle: string; updatedAt: Date }>(
        `select handle, updated_at as "updatedAt" from product where no > $1 and no <= $2 and lists <> '{}' order by no`, [(part - 1) * partLength, part * partLength]),
    ])
    return { parts: Math.ceil((last[0]?.no ?? 0) / partLength), items: items.map(({ handle, updatedAt }) => ({ handle, updatedAt: updatedAt.toISOString() })) }
  }
