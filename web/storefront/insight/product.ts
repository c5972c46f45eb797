import { originOf } from './memory.ts'
import { tell } from './tell.ts'

/** What a query led to goes into the basket. Where nobody agreed, no query is remembered. */
document.addEventListener('submit', ({ target }) => {
  const productId = document.querySelector<HTMLElement>('.product[data-product]')?.dataset['product']
  const origin = productId === undefined ? undefined : originOf(productId)
  if (!(target instanceof HTMLFormElement) || new FormData(target).get('do') !== 'add' || productId === undefined || !origin) return
  tell([{ action: 'add_to_cart', queryId: origin.queryId, items: [{ productId, position: origin.position }] }])
})
