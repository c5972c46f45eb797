import { forgetOrigin, originOf } from './memory.ts'
import { tell } from './tell.ts'

/** What a query led to was bought: told once, by its query and not by its order. */
const bought = document.querySelector<HTMLElement>('[data-bought]')?.dataset['bought']?.split(' ') ?? []
tell(bought.flatMap((productId) => {
  const origin = originOf(productId)
  return origin ? [{ action: 'purchase' as const, queryId: origin.queryId, items: [{ productId, position: origin.position }] }] : []
}))
for (const productId of bought) forgetOrigin(productId)
