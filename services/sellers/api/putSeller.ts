import { isService, requireOperator } from '@octavo/caller'
import { newId } from '@octavo/ids'
import type { Handler } from '@octavo/rpc'
import type { sellersContract } from '../contract.ts'
import { sellerChanged } from '../events.ts'
import type { SellersParts } from '../deps.ts'
import { sellersBy, shown, writeSeller } from '../store/sellers.ts'

export const putSeller = ({ database, outbox }: Pick<SellersParts, 'database' | 'outbox'>): Handler<typeof sellersContract.putSeller> =>
  async ({ input, context }) => {
    if (!isService(context.caller)) requireOperator(context.caller)
    return database.transaction(async (tx) => {
      const written = await writeSeller(tx, { ...input, id: newId('sel') })
      if (!written) {
        const [same] = await sellersBy(tx, [input.handle])
        if (!same) throw new TypeError(`the seller ${input.handle} is neither written nor there`)
        return shown(same)
      }
      const { id, handle, name, standing, version } = written
      await outbox.append(tx, sellerChanged, id, { sellerId: id, handle, name, standing, version })
      return shown(written)
    })
  }
