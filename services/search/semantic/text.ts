import type { Text } from '@octavo/embedding'
import type { FacetValue, IndexedProduct } from '@octavo/search-index'

/** What a product is compared by: what it is called says more than what it is filed under, and that more than what is told of it. */
export function textOf({ title, subtitle = '', brand = '', contributors, series, subjects, attributes, description }: IndexedProduct): Text {
  return [
    { words: `${title} ${subtitle}`, weight: 3 },
    { words: [brand, ...contributors.map(nameOf), ...series.map(nameOf)].join(' '), weight: 2 },
    { words: [...subjects, ...attributes.map(nameOf)].join(' '), weight: 2 },
    { words: description, weight: 1 },
  ].filter(({ words }) => words.trim() !== '')
}

const nameOf = ({ value, label = value }: FacetValue): string => label
