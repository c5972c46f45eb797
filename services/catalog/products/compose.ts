import type { ProductDraft } from '../draft.ts'

/**
 * One product of the editions that are its variants. What it is called, who made it and what it is about is said by the edition that says
 * most; what only others say is taken from them.
 */
export function composed(key: string, editions: readonly ProductDraft[]): ProductDraft {
  const living = editions.filter(({ withdrawn }) => withdrawn !== true)
  const [first, ...others] = (living.length > 0 ? living : editions).toSorted((a, b) => weightOf(b) - weightOf(a))
  if (!first) throw new RangeError(`the product ${key} has no edition`)
  const { joins: _joins, amends: _amends, notOffered: _notOffered, withdrawn: _withdrawn, ...said } = first
  const product = others.reduce<typeof said>((whole, { joins: _, amends: __, notOffered: ___, withdrawn: ____, ...other }) => ({ ...other, ...filled(whole) }), said)
  return {
    ...product, key,
    ...(living.length === 0 && { withdrawn: true }),
    variants: editions.flatMap(({ variants, withdrawn }) => (withdrawn ? variants.map((variant) => ({ ...variant, offers: [] })) : variants)),
  }
}

/** What a later word on an edition leaves out stays as it was; a title that is only the key is none. */
export function amended(before: ProductDraft, after: ProductDraft): ProductDraft {
  const [was] = before.variants
  const [is] = after.variants
  if (!was || !is) return after
  const { amends: _, withdrawn: __, notOffered, title, joins = [], ...said } = after
  const { withdrawn: ___, ...stood } = before
  return {
    ...stood, ...filled(said), kind: is.format === 'other' ? before.kind : after.kind,
    title: title === after.key ? before.title : title,
    joins: [...new Set([...before.joins ?? [], ...joins])],
    ...(after.withdrawn && { withdrawn: true }),
    variants: [{
      ...was, ...filled(is),
      ...(is.format === 'other' && { format: was.format, digital: was.digital, taxClass: was.taxClass }),
      offers: is.offers.length > 0 || after.withdrawn || notOffered ? is.offers : was.offers,
    }],
  }
}

function filled<Draft extends object>(draft: Draft): Partial<Draft> {
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0))) as Partial<Draft>
}

/** Words about it count most, then who made it and what it is about. */
const weightOf = ({ descriptionHtml = '', contributors, subjects }: ProductDraft): number => Math.min(descriptionHtml.length, 5000) + 100 * contributors.length + 20 * subjects.length
