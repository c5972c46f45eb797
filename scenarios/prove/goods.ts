import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Product } from '@octavo/catalog/contract'
import { Visitor, type Stage } from '../visitor.ts'

/** A product of its own with so many copies; each of its offers draws on the same copies. Gives the offers' ids. */
export async function putGoods(stage: Stage, { copies, offers = 1 }: { readonly copies: number; readonly offers?: number }): Promise<string[]> {
  const key = randomUUID()
  const visitor = new Visitor(stage)
  const formats = ['paperback', 'hardback', 'large_print'] as const
  const { outcomes: [put] } = await visitor.operator<{ outcomes: { productId?: string; reason?: string }[] }>('POST', '/products', {
    source: 'proof',
    drafts: [{
      key, kind: 'book', title: `Proof ${key}`, contributors: [], subjects: [], categories: [], media: [],
      variants: formats.slice(0, offers).map((format) => ({
        key: `${key} ${format}`, identifiers: [], format, digital: false, taxClass: 'book', weightGrams: 200,
        offers: [{ key: `${key} ${format}`, seller: 'house', condition: 'new', prices: [{ amountMinor: 799, currency: 'GBP' }], stock: { sku: key, onHand: copies } }],
      })),
    }],
  })
  assert.ok(put?.productId, put?.reason ?? 'nothing was put')
  const { variants } = await visitor.want<Product>(200, 'GET', `/api/products/${put.productId}`)
  return variants.flatMap((variant) => variant.offers.map(({ id }) => id))
}

export const levelOf = (stage: Stage, offerId: string) => new Visitor(stage).operator<{ onHand: number; reserved: number; available: number }>('GET', `/stock/${offerId}`)
