import { textFields } from '../port.ts'

const keyword = { type: 'keyword' } as const
/** Words come cut and stemmed; the engine only divides them at blanks. */
const stems = { type: 'text', analyzer: 'whitespace' } as const
const stored = { type: 'keyword', index: false, doc_values: false } as const

export const settings = { index: { number_of_shards: 1, number_of_replicas: 0, refresh_interval: '1s', 'mapping.nested_objects.limit': 50_000 } }

/** A product is one document; each of its offers, and each variant that nobody offers, is one nested in it. */
export const mappings = {
  dynamic: false,
  properties: {
    live: { type: 'boolean' },
    text_language: keyword,
    /** The product itself, as JSON. */
    json: stored,
    ...Object.fromEntries(textFields.map((field) => [field, stems])),
    /** Words as people write them: of everything, and of titles, series and names. */
    words: stems, called: stems,
    title_words: stems, contributor_words: stems, series_words: stems,
    identifiers: keyword, named: keyword, title_key: keyword,
    /** Values by which is chosen, and with their labels as they are told. */
    contributor: keyword, contributor_told: keyword, series_value: keyword, series_told: keyword, category: keyword, subject_value: keyword, subject_told: keyword, brand_value: keyword, decade: keyword, attribute: keyword, attribute_told: keyword,
    year: { type: 'integer' }, published_on: { type: 'integer' }, rating: { type: 'float' }, popularity: { type: 'double' },
    offers: {
      type: 'nested',
      dynamic: true,
      properties: { format: keyword, language: keyword, condition: keyword, seller: keyword, seller_told: keyword, availability: keyword, buyable: { type: 'boolean' }, prices: { type: 'object', dynamic: true } },
    },
  },
  dynamic_templates: [{ prices: { path_match: 'offers.prices.*', mapping: { type: 'long' } } }],
} as const
