import { requireOperator } from '@octavo/caller'
import { failure } from '@octavo/failure'
import type { Handler } from '@octavo/rpc'
import type { catalogContract } from '../contract.ts'
import { redraw } from '../products/redraw.ts'
import type { CatalogParts } from '../deps.ts'
import { lockProducts } from '../store/goods.ts'

/** Until the offer's source says something else. */
export const setPrice = (parts: Pick<CatalogParts, 'database' | 'outbox' | 'clock' | 'markets'>): Handler<typeof catalogContract.setPrice> =>
  async ({ input: { offerId, price, currency: taken }, context }) => {
    requireOperator(context.caller)
    const currency = price?.currency ?? taken
    if (currency === undefined) throw failure('INVALID_INPUT', 'Say a price, or the currency of the one to take away.')
    if (price && price.amountMinor < 0) throw failure('INVALID_INPUT', 'A price cannot be below nothing.')
    return parts.database.transaction(async (tx) => {
      const found = await tx.maybe<{ no: number }>('select product_no as no from offer where id = $1', [offerId])
      if (found) await lockProducts(tx, [found.no])
      const offer = found && await tx.maybe<{ prices: Record<string, number> }>('select prices from offer where id = $1', [offerId])
      if (!offer) throw failure('NOT_FOUND', `There is no offer ${offerId}.`)
      const { [currency]: before, ...others } = offer.prices
      if (before === price?.amountMinor) return { version: (await lockProducts(tx, [found.no])).get(found.no) as number }
      await tx.run('update offer set prices = $2::json where id = $1', [offerId, JSON.stringify({ ...others, ...(price && { [currency]: price.amountMinor }) })])
      return { version: (await redraw(parts, tx, [found.no], 'updated')).get(found.no) as number }
    })
  }
