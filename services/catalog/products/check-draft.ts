import type { z } from 'zod'
import { productDraftSchema, type ProductDraft } from '../draft.ts'

/** Reads something as a draft, or says in plain words why it is none. */
export function readDraft(given: unknown): { readonly draft: ProductDraft } | { readonly reason: string } {
  const read = productDraftSchema.safeParse(given)
  return read.success ? { draft: read.data } : { reason: reasonOf(read.error) }
}

function reasonOf({ issues }: z.ZodError): string {
  const told = issues.slice(0, 3).map(({ path, message }) => `${place(path)}: ${message}`)
  if (issues.length > 3) told.push(`and ${issues.length - 3} more`)
  return told.join('; ')
}

/** `variants 2, offers 1, prices`: counted as people count. */
function place(path: readonly PropertyKey[]): string {
  const words: string[] = []
  for (const step of path) {
    if (typeof step === 'number' && words.length) words[words.length - 1] += ` ${step + 1}`
    else words.push(String(step))
  }
  return words.join(', ') || 'the record'
}

/** What is wrong with a draft that its schema cannot say, or undefined. */
export function faultOf({ variants }: ProductDraft): string | undefined {
  const offers = variants.flatMap((variant) => variant.offers)
  const variantTwice = repeated(variants.map(({ key }) => key))
  if (variantTwice !== undefined) return `two of its variants have the key "${variantTwice}"`
  const offerTwice = repeated(offers.map(({ key }) => key))
  if (offerTwice !== undefined) return `two of its offers have the key "${offerTwice}"`
  for (const offer of offers) {
    const currency = repeated(offer.prices.map((price) => price.currency))
    if (currency !== undefined) return `the offer "${offer.key}" has two prices in ${currency}`
  }
  const bare = variants.find((variant) => !variant.digital && variant.offers.some(({ stock }) => stock === undefined))
  if (bare) return `an offer of "${bare.key}" says nothing of its stock, and only digital goods draw none`
  return undefined
}

function repeated(texts: readonly string[]): string | undefined {
  const seen = new Set<string>()
  return texts.find((text) => seen.size === seen.add(text).size)
}
