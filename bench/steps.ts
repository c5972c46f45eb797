import type { Step } from './load.ts'
import { Shopper } from './shopper.ts'

export interface Goods { readonly productId: string; readonly offerId: string }

/** What the shop is asked, one step a scenario. */
export function steps(goods: readonly Goods[]): Readonly<Record<'listing' | 'paging' | 'product' | 'add' | 'checkout', Step>> {
  const cursors = new WeakMap<Shopper, string>()
  const carts = new WeakMap<Shopper, string>()
  const pick = (nth: number): Goods => goods[nth % goods.length] as Goods
  return {
    listing: async (shopper) => { await shopper.want(200, 'GET', '/api/products?limit=24') },
    async paging(shopper) {
      const cursor = cursors.get(shopper)
      const { nextCursor } = await shopper.want<{ nextCursor: string | null }>(200, 'GET', `/api/products?limit=24${cursor ? `&cursor=${cursor}` : ''}`)
      cursors.set(shopper, nextCursor ?? '')
    },
    product: async (shopper, nth) => { await shopper.want(200, 'GET', `/api/products/${pick(nth).productId}`) },
    async add(shopper, nth) {
      const cart = carts.get(shopper)
      if (cart === undefined || nth % 5 === 0) carts.set(shopper, (await shopper.want<{ id: string }>(201, 'POST', '/api/carts', {})).id)
      else await shopper.want(200, 'POST', `/api/carts/${cart}/lines`, { offerId: pick(nth).offerId, quantity: 1 })
    },
    checkout: (shopper, nth) => shopper.buy(pick(nth).offerId),
  }
}

/** Offers with stock, from the first pages of the list. */
export async function goodsOf(url: string, operatorToken: string, count = 60): Promise<Goods[]> {
  const shopper = new Shopper(url)
  const goods: Goods[] = []
  for (let cursor = ''; goods.length < count;) {
    const page = await shopper.want<{ items: { id: string }[]; nextCursor: string | null }>(200, 'GET', `/api/products?limit=24${cursor && `&cursor=${cursor}`}`)
    for (const { id } of page.items) {
      const product = await shopper.want<{ variants: { digital: boolean; offers: { id: string; availability: string }[] }[] }>(200, 'GET', `/api/products/${id}`)
      const offer = product.variants.filter(({ digital }) => !digital).flatMap(({ offers }) => offers).find(({ availability }) => availability === 'in_stock')
      if (offer) goods.push({ productId: id, offerId: offer.id })
    }
    if (page.nextCursor === null) break
    cursor = page.nextCursor
  }
  for (const { offerId } of goods) await shopper.want(200, 'POST', `/api/operator/stock/${offerId}`, { change: 1_000_000, reason: 'enough to measure with' }, { authorization: `Bearer ${operatorToken}` })
  shopper.close()
  if (goods.length < 5) throw new Error('fewer than five offers in stock')
  return goods
}
