import { isProblem } from '@octavo/client'
import { shop } from '../desk/shop.ts'

interface Found {
  readonly handle: string
  readonly title: string
  readonly contributors: readonly { readonly name: string }[]
}

/** By an identifier whose scheme its shape tells, else by the last part of an address. */
export async function findProducts(text: string): Promise<readonly Found[]> {
  const plain = text.replaceAll(/[\s-]/g, '')
  const schemes = /^97[89]\d{10}$/.test(plain) ? ['isbn13'] : /^\d{9}[\dX]$/i.test(plain) ? ['isbn10'] : /^\d{8,14}$/.test(plain) ? ['gtin'] : []
  for (const scheme of schemes) {
    const { items } = await shop.listProducts({ identifier: `${scheme}:${plain.toUpperCase()}` })
    if (items.length > 0) return items
  }
  if (/^[a-z][a-z0-9]*:.+$/i.test(text) && !text.startsWith('http')) return (await shop.listProducts({ identifier: text })).items
  const handle = text.split(/[?#]/)[0]?.split('/').filter(Boolean).at(-1) ?? ''
  try { return [await shop.getProduct({ idOrHandle: handle })] } catch (error) {
    if (isProblem(error, 'NOT_FOUND')) return []
    throw error
  }
}
