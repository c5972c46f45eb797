import { setTimeout as pause } from 'node:timers/promises'
import type { Step } from './load.ts'
import { Shopper } from './shopper.ts'
import type { BenchShop } from './shop-process.ts'
import type { Goods } from './steps.ts'

const words = ['sea', 'salt', 'letters', 'clockmaker', 'winter', 'notes', 'road', 'islands']
const names = ['byron', 'somerville', 'lear', 'sewell', 'collins', 'chopin', 'hardy', 'eden', 'burton', 'behn']
const misspelt = ['clokmaker', 'gardnes', 'somervile', 'isalnds', 'letetrs']
const pick = (some: readonly string[], nth: number): string => some[nth % some.length] as string

const ask = (shopper: Shopper, query: string): Promise<unknown> => shopper.want(200, 'GET', `/api/search?${query}`)

/** Searches of each kind in the catalogue that the shop is measured with, each with its facets; and what is suggested as one types. */
export const searches: Readonly<Record<string, Step>> = {
  'one word': async (shopper, nth) => { await ask(shopper, `q=${pick(words, nth)}`) },
  'two words and a name': async (shopper, nth) => { await ask(shopper, `q=${pick(words, nth)}+volume+${pick(names, nth >> 3)}`) },
  'a title': async (shopper, nth) => { await ask(shopper, `q=${pick(words, nth)}+volume+${1 + ((nth * 37) % 1000)}`) },
  'a word, narrowed and under a price': async (shopper, nth) => { await ask(shopper, `q=${pick(words, nth)}+under+20&format=hardback`) },
  'a misspelt word': async (shopper, nth) => { await ask(shopper, `q=${pick(misspelt, nth)}`) },
  'nothing but facets': async (shopper, nth) => { await ask(shopper, `format=${pick(['hardback', 'paperback'], nth)}`) },
  suggest: async (shopper, nth) => { await shopper.want(200, 'GET', `/api/search/suggest?q=${pick([...words, ...names], nth).slice(0, 1 + (nth % 5))}`) },
}

/** From a new price to its being found by it, milliseconds, one after the other. */
export async function untilSearchable(shop: BenchShop, goods: readonly Goods[], times: number): Promise<number[]> {
  const shopper = new Shopper(shop.url)
  const took: number[] = []
  for (let nth = 0; nth < times; nth++) {
    const { offerId, productId } = goods[nth % goods.length] as Goods
    const { title } = await shopper.want<{ title: string }>(200, 'GET', `/api/products/${productId}`)
    const amountMinor = 100_000 + nth
    await shopper.want(200, 'PUT', `/api/operator/offers/${offerId}/price`, { price: { amountMinor, currency: 'GBP' } }, { authorization: `Bearer ${shop.operatorToken}` })
    const from = performance.now()
    for (;;) {
      const { items } = await shopper.want<{ items: { id: string }[] }>(200, 'GET', `/api/search?q=${encodeURIComponent(title)}&priceFrom=${amountMinor}&priceTo=${amountMinor}`)
      if (items.some(({ id }) => id === productId)) break
      if (performance.now() - from > 30_000) throw new Error(`${title} is not found by its new price`)
      await pause(5)
    }
    took.push(performance.now() - from)
  }
  shopper.close()
  return took.sort((a, b) => a - b)
}
