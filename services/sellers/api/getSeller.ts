import { failure } from '@octavo/failure'
import type { Handler } from '@octavo/rpc'
import type { sellersContract } from '../contract.ts'
import type { SellersDeps } from '../deps.ts'
import { sellersBy, shown } from '../store/sellers.ts'

export const getSeller = ({ database }: Pick<SellersDeps, 'database'>): Handler<typeof sellersContract.getSeller> =>
  async ({ input }) => {
    const [seller] = await sellersBy(database, [input.idOrHandle])
    if (!seller) throw failure('NOT_FOUND', `There is no seller ${input.idOrHandle}.`)
    return shown(seller)
  }

export const getSellers = ({ database }: Pick<SellersDeps, 'database'>): Handler<typeof sellersContract.getSellers> =>
  async ({ input }) => (await sellersBy(database, input.idsOrHandles)).map(shown)
