import type { Card } from '@octavo/catalog/contract'
import type { View } from '../page/view.ts'

type People = readonly { readonly name: string; readonly role: string }[]

export const authorsOf = (contributors: People): string[] => contributors.filter(({ role }) => role === 'author').map(({ name }) => name)

/** Names as a caption has them: up to three, else the first and others. */
export function byline(contributors: People): string {
  const authors = authorsOf(contributors)
  const names = authors.length > 0 ? authors : contributors.slice(0, 1).map(({ name }) => name)
  return names.length > 3 ? `${names[0]} …` : names.join(', ')
}

/** The price under a cover; null when it is not offered here. */
export function priceWords({ price, priceVaries }: Pick<Card, 'price' | 'priceVaries'>, { t, price: written }: View): string {
  if (!price) return t.list.notOffered
  return priceVaries ? t.list.from(written(price)) : written(price)
}

/** The one fact a caption may add: that it is scarce, gone or still to come, else its language, else what else there is. */
export function oneFact(card: Pick<Card, 'availability' | 'formats' | 'language' | 'cover' | 'price' | 'publishedOn'>, { t, locale, language, published }: View): string | undefined {
  switch (card.availability) {
    case 'out_of_stock': return card.price ? t.stock.out_of_stock : undefined
    case 'low_stock': return t.stock.low_stock
    case 'preorder': return t.stock.preorderCard(card.publishedOn && published(card.publishedOn))
    case 'backorder': case 'in_stock': break
    default: return card.availability satisfies never
  }
  if (card.language && card.language.split('-')[0] !== locale.split('-')[0]) return t.list.inLanguage(language(card.language))
  const others = card.formats.filter((format) => format !== card.cover.format).map((format) => t.formatAmong[format] ?? format)
  if (others.length > 0) return t.list.also(others.slice(0, 2).join(', '))
  return card.cover.format === 'paperback' || card.cover.format === 'other' ? undefined : t.format[card.cover.format]
}

/** For `lang` on a title, when it is not the page's own language. */
export const foreign = (language: string | undefined, locale: string): string | undefined => (language && language.split('-')[0] !== locale.split('-')[0] ? language : undefined)

/** `Moby-Dick; or, The Whale` as what is called out and what follows. */
export function titleParts(title: string): { main: string; rest: string | undefined } {
  const [, main, rest] = /^(.{3,40}?)[;:] (.+)$/.exec(title) ?? []
  return main === undefined ? { main: title, rest: undefined } : { main, rest }
}

/** Whether a word is too long for the largest type: German ones are. */
export const hasLongWord = (title = ''): boolean => title.split(/[\s\u00ad-]+/).some((word) => [...word].length > 10)
