import type { ProductDraft } from '../../draft.ts'

type Variant = ProductDraft['variants'][number]
type Role = ProductDraft['contributors'][number]['role']

/** Product form (list 150) and its detail (list 175), as the import reads them. */
export function formCodes(format: Variant['format'], kind: ProductDraft['kind'], digital: boolean): readonly [form: string, ...details: string[]] {
  switch (format) {
    case 'paperback': return ['BC']
    case 'hardback': return ['BB']
    case 'ebook': return digital ? ['ED'] : ['DZ']
    case 'audiobook': return digital ? ['AJ'] : ['AZ']
    case 'audiobook_cd': return ['AC']
    case 'large_print': return ['BC']
    case 'mass_market': return ['BC', 'B101']
    case 'board_book': return ['BH']
    case 'other': return kind === 'book' ? ['BZ'] : digital ? ['EA'] : ['ZA']
  }
}

/** Contributor roles, list 17. */
export const roleCodes: Readonly<Record<Role, string>> = { author: 'A01', translator: 'B06', illustrator: 'A12', editor: 'B01', narrator: 'E07', foreword: 'A23', other: 'Z99' }

/** Product identifier types of list 5; what has none of its own is proprietary, under its scheme's name. */
export function identifierType(scheme: Variant['identifiers'][number]['scheme'], value: string): readonly [type: string, name?: string] {
  if (scheme === 'isbn13') return ['15']
  if (scheme === 'isbn10') return ['02']
  if (scheme === 'gtin' && value.length === 13) return ['03']
  if (scheme === 'gtin' && value.length === 14) return ['14']
  return ['01', scheme.toUpperCase()]
}

/** Thema's qualifiers have schemes of their own in list 27, by the digit they begin with; its subjects begin with a letter. */
export const subjectScheme = ({ scheme, code }: ProductDraft['subjects'][number]): string =>
  scheme === 'bisac' ? '10' : /^[1-6]/.test(code) ? String(93 + Number(code[0])) : '93'

/** Product availability, list 65: in stock, to order, not yet, out of stock; digital goods are there. */
export function availabilityCode({ digital, publishedOn = '' }: Variant, stock: Variant['offers'][number]['stock'], today: string): string {
  if (publishedOn > today && (digital || !stock?.onHand)) return '10'
  if (digital) return '20'
  if (stock && stock.onHand > 0) return '21'
  return stock?.promiseLimit ? '22' : '31'
}
