import { z } from 'zod'
import { cardSchema } from '@octavo/catalog/contract'
import { declare } from '@octavo/failure'
import { moneySchema } from '@octavo/money'
import { idempotent, procedure } from '@octavo/rpc'

/** Longer queries are refused: nobody types them. */
export const mostQueryLetters = 500

export const searchSortSchema = z.enum(['relevance', 'featured', 'newest', 'price', '-price', 'title', 'rating'])
export type SearchSort = z.infer<typeof searchSortSchema>

const chosen = z.array(z.string().min(1).max(200)).max(50)

/** Several values of one facet widen, facets narrow each other; format, language, condition, seller, availability and price hold for one offer of one variant. */
export const filtersSchema = z.object({
  format: chosen.optional(), language: chosen.optional(), condition: chosen.optional(), availability: chosen.optional(), seller: chosen.optional(),
  contributor: chosen.optional(), series: chosen.optional(), category: chosen.optional(), brand: chosen.optional(), decade: chosen.optional(),
  /** `colour:red` */
  attribute: chosen.optional(),
  /** Minor units of the market's currency, inclusive. */
  priceFrom: z.int().min(0).max(1_000_000_000).optional(),
  priceTo: z.int().min(0).max(1_000_000_000).optional(),
  yearFrom: z.int().min(-4000).max(3000).optional(),
  yearTo: z.int().min(-4000).max(3000).optional(),
  ratingFrom: z.int().min(1).max(5).optional(),
})
export type ChosenFilters = z.infer<typeof filtersSchema>

/** A piece of text, and whether it is why the text was found. */
const segmentSchema = z.object({ text: z.string(), hit: z.boolean() })
export type Segment = z.infer<typeof segmentSchema>

export const searchItemSchema = cardSchema.extend({
  /** The variant that satisfies the filters, at its best offer; absent when nothing was chosen that tells variants apart. */
  matched: z.object({ variantId: z.string(), format: z.string(), offerId: z.string().nullable(), condition: z.string().nullable(), price: moneySchema.nullable(), availability: z.string().nullable() }).optional(),
  highlights: z.object({ title: z.array(segmentSchema), contributors: z.array(segmentSchema), description: z.array(segmentSchema) }),
  /** For operators: what each feature gave to the place it has. */
  explain: z.object({ score: z.number(), shares: z.record(z.string(), z.number()), features: z.record(z.string(), z.number()) }).optional(),
}).meta({ id: 'SearchItem' })
export type SearchItem = z.infer<typeof searchItemSchema>

export const facetSchema = z.object({
  name: z.string(),
  values: z.array(z.object({ value: z.string(), label: z.string(), count: z.int(), selected: z.boolean() })),
}).meta({ id: 'Facet' })
export type FacetTold = z.infer<typeof facetSchema>

/** Something that was read out of the words. Ask again with its `id` in `undo`, and it is taken as words. */
export const readingSchema = z.object({
  id: z.string(),
  kind: z.enum(['format', 'language', 'condition', 'availability', 'price', 'year', 'sort', 'contributor', 'identifier', 'without']),
  label: z.string(),
  /** As it was typed. */
  words: z.string(),
}).meta({ id: 'Reading' })
export type Reading = z.infer<typeof readingSchema>

export const searchAnswerSchema = z.object({
  items: z.array(searchItemSchema),
  /** Exact up to 10,000. */
  total: z.object({ value: z.int(), relation: z.enum(['exact', 'atLeast']) }),
  /** How many of them have all the words, or what `matching` says; what has some of them stands behind. */
  complete: z.int(),
  facets: z.array(facetSchema),
  readings: z.array(readingSchema),
  /** Read as well, and taken back because nothing is like that. */
  undone: z.array(readingSchema),
  /** The words in the spelling of this shop's goods; shown when `corrected`, offered when not. */
  didYouMean: z.string().optional(),
  /** What is shown was found by `didYouMean`, since the words as typed find nothing. */
  corrected: z.boolean(),
  /** How many of the words had to be there. `related`: none are; what is shown is about the same. `popular`: nothing is; what is shown is what others like. */
  matching: z.enum(['all', 'most', 'any', 'related', 'popular']),
  /** A page of the shop that an operator set for these words. */
  redirect: z.string().optional(),
  /** The index does not answer; these are plain matches of titles. */
  degraded: z.boolean(),
  /** The time for one query was over: the best of what had been found until then, and counts of that. */
  cut: z.boolean(),
  queryId: z.string(),
  nextCursor: z.string().nullable(),
}).meta({ id: 'SearchAnswer' })
export type SearchAnswer = z.infer<typeof searchAnswerSchema>

export const suggestionSchema = z.object({ kind: z.enum(['product', 'contributor', 'series', 'category', 'query']), text: z.string(), url: z.string() }).meta({ id: 'Suggestion' })
export type SuggestionTold = z.infer<typeof suggestionSchema>

const words = z.string().min(1).max(200)
const id = z.string().min(1).max(60).optional()
const productIds = z.array(z.string().min(1).max(60)).min(1).max(50)

/** What an operator says of words. Words are compared folded and as they are: a rule is no pattern. */
export const newRuleSchema = z.discriminatedUnion('kind', [
  /** All of them mean the same. */
  z.object({ id, kind: z.literal('synonym'), words: z.array(words).min(2).max(20).meta({ examples: [['whale', 'cetacean']] }) }),
  /** Whoever asks this is sent to a page of the shop. */
  z.object({ id, kind: z.literal('redirect'), query: words, to: z.string().max(500).regex(/^\/(?![/\\])[\x21-\x7e]*$/, 'a path of this shop, such as /c/the-sea') }),
  /** Come first for this query, in this order. */
  z.object({ id, kind: z.literal('pin'), query: words, productIds }),
  /** Come earlier for this query. */
  z.object({ id, kind: z.literal('boost'), query: words, productIds }),
])
export const ruleSchema = z.discriminatedUnion('kind', [
  newRuleSchema.options[0].required({ id: true }), newRuleSchema.options[1].required({ id: true }), newRuleSchema.options[2].required({ id: true }), newRuleSchema.options[3].required({ id: true }),
]).meta({ id: 'SearchRule' })
export type Rule = z.infer<typeof ruleSchema>

const market = z.string().max(20).optional()

export const failingQuerySchema = z.object({ query: z.string(), times: z.int(), lastAskedAt: z.string() }).meta({ id: 'FailingQuery' })
export const indexStateSchema = z.object({
  indexes: z.array(z.object({ name: z.string(), state: z.enum(['building', 'live', 'previous']) })),
  /** There are to be found, and are in the live index; null when it does not answer. */
  products: z.int(), indexed: z.int().nullable(), well: z.boolean(),
  /** What likeness is told by: the model that answers, how many products it has, and how many it has still to look at. */
  likeness: z.object({ model: z.string().nullable(), products: z.int(), pending: z.int() }),
}).meta({ id: 'SearchIndexState' })
const operator = declare('FORBIDDEN', 'SIGN_IN_REQUIRED')

export const searchContract = {
  search: idempotent
    .input(z.object({
      market, q: z.string().max(mostQueryLetters).default(''), filters: filtersSchema.default({}), sort: searchSortSchema.optional(),
      /** Ids of readings that are to stay words. */
      undo: z.array(z.string().max(200)).max(20).default([]),
      /** Exactly these words: nothing is corrected. */
      verbatim: z.boolean().default(false),
      explain: z.boolean().default(false),
      limit: z.int().min(1).max(100).default(24), cursor: z.string().max(1000).optional(),
    }))
    .output(searchAnswerSchema).errors(declare('INVALID_INPUT', 'FORBIDDEN', 'SIGN_IN_REQUIRED')),
  suggest: idempotent.input(z.object({ market, q: z.string().max(mostQueryLetters), limit: z.int().min(1).max(20).default(8) }))
    .output(z.object({ items: z.array(suggestionSchema) })).errors(declare('INVALID_INPUT')),

  /** Newest first. */
  listRules: idempotent.input(z.object({})).output(z.array(ruleSchema)).errors(operator),
  /** Makes a rule, or changes the one with its id. */
  putRule: procedure.input(newRuleSchema).output(ruleSchema).errors(declare('FORBIDDEN', 'SIGN_IN_REQUIRED', 'INVALID_INPUT')),
  removeRule: procedure.input(z.object({ id: z.string().max(60) })).output(z.object({ removed: z.boolean() })).errors(declare('FORBIDDEN', 'SIGN_IN_REQUIRED', 'NOT_FOUND')),
  /** What people asked for and did not find, the most frequent first. */
  listFailingQueries: idempotent.input(z.object({ days: z.int().min(1).max(90).default(30), limit: z.int().min(1).max(500).default(100) })).output(z.array(failingQuerySchema)).errors(operator),
  /** Which indexes there are, and whether the live one answers and has everything. */
  indexState: idempotent.input(z.object({})).output(indexStateSchema).errors(operator),
  /** A new index in place of the live one, filled while that answers; what was begun goes on. */
  rebuild: procedure.input(z.object({})).output(z.object({ name: z.string(), products: z.int() })).errors(operator),
}
