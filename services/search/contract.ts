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
  contributor: chosen.optional(), series: chosen.optional(), category: chosen.optional(), subject: chosen.optional(), brand: chosen.optional(), decade: chosen.optional(),
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
  /** The place of the first of `items` among all that was found, from 1. */
  firstPosition: z.int(),
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
  /** Never suggested to others. */
  z.object({ id, kind: z.literal('hide'), query: words }),
])
export const ruleSchema = z.discriminatedUnion('kind', [
  newRuleSchema.options[0].required({ id: true }), newRuleSchema.options[1].required({ id: true }), newRuleSchema.options[2].required({ id: true }), newRuleSchema.options[3].required({ id: true }),
  newRuleSchema.options[4].required({ id: true }),
]).meta({ id: 'SearchRule' })
export type Rule = z.infer<typeof ruleSchema>

const market = z.string().max(20).optional()
const days = z.int().min(1).max(730).default(30)

/** Who asks, as far as the log is told: a browser whose owner agreed to be noted names itself by a random id. */
export const askerSchema = z.object({ robot: z.boolean().default(false), clientId: z.string().min(1).max(60).optional() })
export type Asker = z.input<typeof askerSchema>

/** What a shopper does with what a query showed, by the names of User Behavior Insights. */
export const interactionSchema = z.object({
  action: z.enum(['impression', 'click', 'add_to_cart', 'purchase']), queryId: z.string().min(1).max(60),
  /** The places count from 1 over all pages of the query. */
  items: z.array(z.object({ productId: z.string().min(1).max(60), position: z.int().min(1).max(1000) })).min(1).max(100),
})
export type Interaction = z.infer<typeof interactionSchema>

/** A query as many asked it. What was done with it is known of those who agreed to be noted: `shoppers` of them, in `watched` askings. */
export const queryFiguresSchema = z.object({
  query: z.string(), market: z.string(), times: z.int(), total: z.int(), matching: z.string(), lastAskedAt: z.string(),
  shoppers: z.int(), watched: z.int(), clicked: z.int(), added: z.int(), bought: z.int(),
}).meta({ id: 'QueryFigures' })
export type QueryFigures = z.infer<typeof queryFiguresSchema>

/** A query and what was done with it in the shape of User Behavior Insights 1.3.0: lines of `ubi_queries` and `ubi_events`. */
export const loggedQuerySchema = z.object({
  query: z.object({
    application: z.string(), query_id: z.string(), client_id: z.string().optional(), user_query: z.string(), object_id_field: z.string(), timestamp: z.string(),
    query_attributes: z.record(z.string(), z.unknown()), query_response_id: z.string(), query_response_hit_ids: z.array(z.string()),
  }),
  events: z.array(z.object({
    application: z.string(), action_name: z.string(), query_id: z.string(), client_id: z.string().optional(), timestamp: z.string(), message_type: z.string(), message: z.string(),
    event_attributes: z.object({ object: z.object({ object_id: z.string(), object_id_type: z.string(), object_id_field: z.string() }), position: z.object({ ordinal: z.int() }) }),
  })),
}).meta({ id: 'LoggedQuery' })
export type LoggedQuery = z.infer<typeof loggedQuerySchema>

/** How good a product is for a query, as clicks imply. */
export const judgmentSchema = z.object({
  market: z.string(), query: z.string(), productId: z.string(),
  /** The share of those who look at it that click: from 0 to 1, drawn towards the shop's mean where few saw it. */
  attractiveness: z.number(),
  shown: z.int(), clicked: z.int(), added: z.int(), bought: z.int(),
}).meta({ id: 'Judgment' })
export type Judgment = z.infer<typeof judgmentSchema>

export const failingQuerySchema = z.object({ query: z.string(), times: z.int(), lastAskedAt: z.string() }).meta({ id: 'FailingQuery' })
export const indexStateSchema = z.object({
  /** `pending`: how many products each has still to be told of. */
  indexes: z.array(z.object({ name: z.string(), state: z.enum(['building', 'live', 'previous']), pending: z.int() })),
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
      by: askerSchema.prefault({}),
      limit: z.int().min(1).max(100).default(24), cursor: z.string().max(1000).optional(),
    }))
    .output(searchAnswerSchema).errors(declare('INVALID_INPUT', 'FORBIDDEN', 'SIGN_IN_REQUIRED')),
  suggest: idempotent.input(z.object({ market, q: z.string().max(mostQueryLetters), limit: z.int().min(1).max(20).default(8) }))
    .output(z.object({ items: z.array(suggestionSchema) })).errors(declare('INVALID_INPUT')),
  /** What is about the same as a product and can be bought, the nearest first; nothing in a shop of too few products to tell. */
  moreLikeThis: idempotent.input(z.object({ market, productId: z.string().min(1).max(60), limit: z.int().min(1).max(24).default(8) }))
    .output(z.object({ items: z.array(cardSchema) })).errors(declare('INVALID_INPUT', 'NOT_FOUND')),

  /** What somebody did with what they were shown. Of whoever agreed to nothing, nothing is kept; what is told twice counts once. */
  noteInteractions: procedure.input(z.object({ by: askerSchema, interactions: z.array(interactionSchema).min(1).max(50) })).output(z.object({ noted: z.int() })),
  /** How many days queries and what was done with them are kept. */
  logTerms: idempotent.input(z.object({})).output(z.object({ keptDays: z.int() })),
  /** Somebody does not agree any more: what was kept of that browser goes, and its queries are nobody's. */
  forgetClient: idempotent.input(z.object({ clientId: z.string().min(1).max(60) })).output(z.object({ forgotten: z.int() })),

  /** Newest first. */
  listRules: idempotent.input(z.object({})).output(z.array(ruleSchema)).errors(operator),
  /** Makes a rule, or changes the one with its id. */
  putRule: procedure.input(newRuleSchema).output(ruleSchema).errors(declare('FORBIDDEN', 'SIGN_IN_REQUIRED', 'INVALID_INPUT')),
  removeRule: procedure.input(z.object({ id: z.string().max(60) })).output(z.object({ removed: z.boolean() })).errors(declare('FORBIDDEN', 'SIGN_IN_REQUIRED', 'NOT_FOUND')),
  /** What people asked for and did not find, the most frequent first. */
  listFailingQueries: idempotent.input(z.object({ days, limit: z.int().min(1).max(500).default(100) })).output(z.array(failingQuerySchema)).errors(operator),
  /** What people asked, the most frequent first: all of it, what found nothing, or what was looked at and never clicked. */
  listQueries: idempotent.input(z.object({ days, which: z.enum(['all', 'not-found', 'not-clicked']).default('all'), limit: z.int().min(1).max(500).default(100) })).output(z.array(queryFiguresSchema)).errors(operator),
  /** The log itself, query by query, oldest first. */
  listLog: idempotent.input(z.object({ days, limit: z.int().min(1).max(1000).default(200), cursor: z.string().max(1000).optional() })).output(z.object({ items: z.array(loggedQuerySchema), nextCursor: z.string().nullable() }))
    .errors(declare('FORBIDDEN', 'SIGN_IN_REQUIRED', 'INVALID_INPUT')),
  /** What clicks imply by the position-based model, of queries that so many different shoppers asked. `positions` says how often each place was looked at, and whether that was measured on places drawn by lot. */
  judgments: idempotent.input(z.object({ days, shoppers: z.int().min(1).max(1000).default(3), limit: z.int().min(1).max(100_000).default(10_000) }))
    .output(z.object({ model: z.string(), positions: z.array(z.object({ position: z.int(), examined: z.number(), measured: z.boolean() })), items: z.array(judgmentSchema) })).errors(operator),
  /** Which indexes there are, and whether the live one answers and has everything. */
  indexState: idempotent.input(z.object({})).output(indexStateSchema).errors(operator),
  /** Begins a new index in place of the live one, which answers until that has everything; what was begun goes on. `products` is how many it will have; `indexState` tells how far it is. */
  rebuild: procedure.input(z.object({})).output(z.object({ name: z.string(), products: z.int() })).errors(operator),
}
