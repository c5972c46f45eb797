import type { Handler } from '@octavo/rpc'
import { cardIn } from '../cards/card-in.ts'
import type { catalogContract } from '../contract.ts'
import type { CatalogParts } from '../deps.ts'
import { marketOf } from './market.ts'

export const getCards = ({ database, markets }: Pick<CatalogParts, 'database' | 'markets'>): Handler<typeof catalogContract.getCards> =>
  async ({ input }) => {
    const market = marketOf(markets, input.market)
    if (input.productIds.length === 0) return []
    const rows = await database.rows<{ id: string; json: string }>(
      'select p.id, c.json from product p join card c on c.product_no = p.no where p.id = any($1::text[])', [input.productIds])
    const byId = new Map(rows.map(({ id, json }) => [id, json]))
    return input.productIds.flatMap((id) => {
      const json = byId.get(id)
      return json === undefined ? [] : [cardIn(market.id, json)]
    })
  }
