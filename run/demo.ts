import { catalogContract } from '@octavo/catalog/contract'
import type { Connections } from '@octavo/gateway'
import { sellersContract } from '@octavo/sellers/contract'

const source = 'demo-shop'
const batch = 100
/** Nobody looks at a page meanwhile, and a machine may have much else to do. */
const patienceMs = 120_000

/** Puts the demo's sellers, categories and goods into a shop. Given again it changes nothing, and stock already there stays as it is. */
export async function fillWithDemo(connections: Connections): Promise<void> {
  const operator = { kind: 'operator' } as const
  const { categories, houseSeller, products, sellers } = await import('@octavo/demo-shop')
  const sellersOf = connections.sellers.client(sellersContract, operator)
  const catalog = connections.catalog.client(catalogContract, operator)
  for (const seller of [houseSeller, ...sellers]) await sellersOf.putSeller({ ...seller })
  await catalog.putCategories(categories.map(({ handle, name, parent }) => ({ handle, name, ...(parent !== undefined && { parent }) })))
  for (let at = 0; at < products.length; at += batch) {
    const { outcomes } = await catalog.putProducts({ source, drafts: products.slice(at, at + batch) }, { context: { deadlineMs: Date.now() + patienceMs } })
    const refused = outcomes.find(({ outcome }) => outcome === 'rejected')
    if (refused) throw new Error(`the demo's ${refused.key} was refused: ${refused.reason}`)
  }
}
