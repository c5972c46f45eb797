import { z } from 'zod'
import { declare } from '@octavo/failure'
import { moneySchema } from '@octavo/money'
import { pageInput, pageOf } from '@octavo/paging'
import { idempotent, procedure } from '@octavo/rpc'
import { productDraftSchema, salesRightsSchema } from './draft.ts'

export * from './draft.ts'

/** What a shopper is told of an offer's stock. Within `low_stock` each copy counts. */
export const availabilitySchema = z.enum(['in_stock', 'low_stock', 'preorder', 'backorder', 'out_of_stock'])
export type Availability = z.infer<typeof availabilitySchema>

export const sortSchema = z.enum(['featured', 'newest', 'price', '-price', 'title'])
export type Sort = z.infer<typeof sortSchema>

const contributorSchema = z.object({ id: z.string(), handle: z.string(), name: z.string(), role: z.string() })
const ratingSchema = z.object({ average: z.number(), count: z.int(), histogram: z.array(z.int()).length(5).optional() })
/**
 * What shows a product. Pictures that were uploaded here have an id and their size, and stand beside their `url` (`/media/NAME/WIDTH.jpg`) in
 * each of `widthsPx`, as `.jpg` and `.webp`; what stands under such an address never changes.
 */
export const mediaSchema = z.object({
  kind: z.enum(['cover', 'image']), url: z.string(), alt: z.string().optional(),
  id: z.string().optional(), widthPx: z.int().optional(), heightPx: z.int().optional(), widthsPx: z.array(z.int()).optional(),
}).meta({ id: 'Medium' })

/** What a card shows: one row, stored as it is served, for each product and market. */
export const cardSchema = z.object({
  id: z.string(),
  handle: z.string(),
  kind: z.enum(['book', 'other']),
  title: z.string(),
  subtitle: z.string().optional(),
  language: z.string().optional(),
  contributors: z.array(contributorSchema),
  series: z.array(z.object({ handle: z.string(), name: z.string(), position: z.string().optional() })),
  /** The lowest price of what can be bought, else the lowest there is; null when nothing is offered in this market. */
  price: moneySchema.nullable(),
  /** Whether offers differ in price, so that a card says "from". */
  priceVaries: z.boolean(),
  availability: availabilitySchema,
  formats: z.array(z.string()),
  media: z.array(mediaSchema),
  rating: ratingSchema.omit({ histogram: true }).nullable(),
  publishedOn: z.string().optional(),
  /** What a drawn cover needs when no picture is there; `subject` is the codes of its first subjects, as their scheme writes them, with blanks between. */
  cover: z.object({ format: z.string(), heightMm: z.int().optional(), widthMm: z.int().optional(), subject: z.string().optional() }),
}).meta({ id: 'ProductCard' })
export type Card = z.infer<typeof cardSchema>

export const offerSchema = z.object({
  id: z.string(),
  seller: z.object({ id: z.string(), handle: z.string(), name: z.string() }),
  condition: z.string(),
  conditionNote: z.string().optional(),
  price: moneySchema,
  availability: availabilitySchema,
  /** Copies left, told only within `low_stock`. */
  left: z.int().optional(),
}).meta({ id: 'Offer' })

export const variantSchema = z.object({
  id: z.string(),
  format: z.string(),
  identifiers: z.array(z.object({ scheme: z.string(), value: z.string() })),
  title: z.string().optional(),
  edition: z.string().optional(),
  imprint: z.string().optional(),
  publisher: z.string().optional(),
  language: z.string().optional(),
  publishedOn: z.string().optional(),
  pages: z.int().optional(),
  durationMinutes: z.int().optional(),
  heightMm: z.int().optional(),
  widthMm: z.int().optional(),
  thicknessMm: z.int().optional(),
  weightGrams: z.int().optional(),
  digital: z.boolean(),
  /** What one of it adds to a parcel, estimated where nobody weighed it; 0 for what is not sent. */
  parcelGrams: z.int(),
  contributors: z.array(contributorSchema),
  /** Best first: what can be bought, then the lowest price. */
  offers: z.array(offerSchema),
}).meta({ id: 'Variant' })

export const productSchema = z.object({
  id: z.string(),
  handle: z.string(),
  kind: z.enum(['book', 'other']),
  title: z.string(),
  subtitle: z.string().optional(),
  language: z.string().optional(),
  originalLanguage: z.string().optional(),
  /** Sanitised: paragraphs, emphasis, lists, line breaks and quotations only. */
  descriptionHtml: z.string(),
  work: z.object({ id: z.string(), title: z.string() }).nullable(),
  contributors: z.array(contributorSchema),
  series: z.array(z.object({ id: z.string(), handle: z.string(), name: z.string(), position: z.string().optional() })),
  /** Those that have a list of their own carry its handle. */
  subjects: z.array(z.object({ scheme: z.string(), code: z.string(), label: z.string().optional(), handle: z.string().optional() })),
  /** Each from the root of the tree to the category itself. */
  categories: z.array(z.array(z.object({ id: z.string(), handle: z.string(), name: z.string() }))),
  brand: z.string().optional(),
  attributes: z.record(z.string(), z.string()),
  media: z.array(mediaSchema),
  rating: ratingSchema.nullable(),
  firstPublishedYear: z.int().optional(),
  variants: z.array(variantSchema),
  version: z.int(),
  updatedAt: z.string(),
}).meta({ id: 'Product' })
export type Product = z.infer<typeof productSchema>

/** An offer with all that a basket, a parcel and a tax table need to know of it, in one market. */
export const saleOfferSchema = z.object({
  offerId: z.string(),
  productId: z.string(),
  variantId: z.string(),
  sellerId: z.string(),
  sellerHandle: z.string(),
  sellerName: z.string(),
  handle: z.string(),
  title: z.string(),
  author: z.string().optional(),
  format: z.string(),
  condition: z.string(),
  /** Null when it is not offered in this market. */
  price: moneySchema.nullable(),
  availability: availabilitySchema,
  left: z.int().optional(),
  /** Null for digital goods, which draw no stock. */
  stockItemId: z.string().nullable(),
  unitsPerSale: z.int(),
  digital: z.boolean(),
  weightGrams: z.int(),
  taxClass: z.enum(['book', 'ebook', 'audiobook', 'standard']),
  /** Absent: sold everywhere. */
  salesRights: salesRightsSchema.optional(),
  identifiers: z.array(z.object({ scheme: z.string(), value: z.string() })),
  cover: cardSchema.shape.cover,
  media: z.array(mediaSchema),
})
export type SaleOffer = z.infer<typeof saleOfferSchema>

export const categorySchema = z.object({ id: z.string(), handle: z.string(), name: z.string(), parentId: z.string().nullable(), productCount: z.int() }).meta({ id: 'Category' })
export type Category = z.infer<typeof categorySchema>

/** A product in all markets at once, as whoever indexes or recommends it needs it. */
export const goodsSchema = z.object({
  productId: z.string(),
  /** Of the last event that told of it. */
  version: z.int(),
  /** On no list any more; its page stays. */
  withdrawn: z.boolean(),
  handle: z.string(),
  kind: z.enum(['book', 'other']),
  title: z.string(),
  subtitle: z.string().optional(),
  language: z.string().optional(),
  /** Plain text. */
  description: z.string(),
  contributors: z.array(contributorSchema),
  series: z.array(z.object({ handle: z.string(), name: z.string() })),
  /** In words, where the source gave any. */
  subjects: z.array(z.string()),
  /** Those that have a list of their own, in words or by their codes. */
  listedSubjects: z.array(z.object({ handle: z.string(), label: z.string() })),
  /** Its own and those above them, names by language. */
  categories: z.array(z.object({ handle: z.string(), names: z.record(z.string(), z.string()) })),
  brand: z.string().optional(),
  attributes: z.record(z.string(), z.string()),
  rating: ratingSchema.omit({ histogram: true }).nullable(),
  firstPublishedYear: z.int().optional(),
  /** Lower comes first; nobody ranked the others. */
  featuredRank: z.int().optional(),
  variants: z.array(z.object({
    id: z.string(),
    format: z.string(),
    language: z.string().optional(),
    publishedOn: z.string().optional(),
    identifiers: z.array(z.object({ scheme: z.string(), value: z.string() })),
    contributors: z.array(contributorSchema),
    offers: z.array(z.object({
      id: z.string(), seller: z.object({ handle: z.string(), name: z.string() }), condition: z.string(), availability: availabilitySchema,
      /** Minor units by currency. */
      prices: z.record(z.string(), z.int()),
    })),
  })),
})
export type Goods = z.infer<typeof goodsSchema>

/** A code of BISAC or Thema, with the words of the first source that gave any. */
export const subjectSchema = z.object({ handle: z.string(), scheme: z.string(), code: z.string(), label: z.string().optional() })
  .meta({ id: 'Subject', examples: [{ handle: 'thema-fbc', scheme: 'thema', code: 'FBC', label: 'Classic fiction: literary and general' }] })

/** An import as the shop remembers it. One whose file was uploaded whole has its size, and runs in the shop by itself. */
export const importSchema = z.object({
  id: z.string(), format: z.string(), file: z.string(), status: z.enum(['running', 'stopped', 'completed', 'failed']),
  read: z.int(), created: z.int(), updated: z.int(), unchanged: z.int(), rejected: z.int(), startedAt: z.string(), endedAt: z.string().nullable(),
  /** Bytes that are done, and how many there are. */
  position: z.int(), sizeBytes: z.int().nullable(), failure: z.string().nullable(),
  /** Codes that the lists of its standard do not have, most frequent first: how many records have them, and the first of them. */
  unknownCodes: z.array(z.object({ list: z.int(), element: z.string(), code: z.string(), count: z.int(), line: z.int(), identity: z.string() })),
}).meta({ id: 'Import' })
export type ImportRecord = z.infer<typeof importSchema>

/** What became of a batch of drafts, in their order. */
export const putResultSchema = z.object({
  outcomes: z.array(z.object({ key: z.string(), outcome: z.enum(['created', 'updated', 'unchanged', 'rejected']), productId: z.string().optional(), reason: z.string().optional() })),
})

const market = z.string().optional()

/** A category to make or change: its names by language, and the handle of the one above it. */
export const categoryDraftSchema = z.object({ handle: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), name: z.record(z.string(), z.string()), parent: z.string().optional() })

export const catalogContract = {
  /** One indexed read of stored cards. Filters exclude each other except `market`; each list is by one key. */
  listProducts: idempotent
    .input(z.object({
      market, ...pageInput, sort: sortSchema.default('featured'),
      /** A handle or an id. Products of categories below it are in it. */
      category: z.string().max(200).optional(),
      contributor: z.string().max(200).optional(),
      series: z.string().max(200).optional(),
      /** A handle, such as `thema-fbc`. */
      subject: z.string().max(250).optional(),
      /** `isbn13:9780140449136` */
      identifier: z.string().max(200).optional(),
      /** Titles that begin like this, accents, capitals and a leading article aside; sorted by title. */
      title: z.string().max(200).optional(),
    }))
    .output(pageOf(cardSchema)).errors(declare('NOT_FOUND', 'INVALID_INPUT')),
  getProduct: idempotent.input(z.object({ market, idOrHandle: z.string().max(200) })).output(productSchema).errors(declare('NOT_FOUND')),
  /** Cards in the order asked for; unknown ids are left out. */
  getCards: idempotent.input(z.object({ market, productIds: z.array(z.string()).max(200) })).output(z.array(cardSchema)),
  /** In no order; unknown ids are left out. */
  getGoods: idempotent.input(z.object({ productIds: z.array(z.string()).max(200) })).output(z.array(goodsSchema)).errors(declare('FORBIDDEN', 'SIGN_IN_REQUIRED')),
  /** Offers as they are to be sold; unknown ids are left out. */
  getOffers: idempotent.input(z.object({ market, offerIds: z.array(z.string()).max(200) })).output(z.array(saleOfferSchema)),
  listCategories: idempotent.input(z.object({ market })).output(z.array(categorySchema)),
  getCategory: idempotent.input(z.object({ market, idOrHandle: z.string().max(200) }))
    .output(categorySchema.extend({ path: z.array(categorySchema), children: z.array(categorySchema) })).errors(declare('NOT_FOUND')),
  getContributor: idempotent.input(z.object({ idOrHandle: z.string().max(200) })).output(z.object({ id: z.string(), handle: z.string(), name: z.string() })).errors(declare('NOT_FOUND')),
  getSeries: idempotent.input(z.object({ idOrHandle: z.string().max(200) })).output(z.object({ id: z.string(), handle: z.string(), name: z.string() })).errors(declare('NOT_FOUND')),
  getSubject: idempotent.input(z.object({ handle: z.string().max(250) })).output(subjectSchema).errors(declare('NOT_FOUND')),
  /** Handles of all that is on sale, in parts that are counted from one: what site maps are made of. */
  listHandles: idempotent.input(z.object({ part: z.int().min(1).max(100_000) })).output(z.object({ parts: z.int(), items: z.array(z.object({ handle: z.string(), updatedAt: z.string() })) })),
  putCategories: idempotent
    .input(z.array(categoryDraftSchema).max(1000))
    .output(z.object({ count: z.int() })).errors(declare('INVALID_INPUT', 'FORBIDDEN')),
  /**
   * The one way goods come in: whole drafts, told apart by `source` and their own `key`. The same draft again changes nothing; a bad
   * one is answered with its reason and does not stop the rest.
   */
  putProducts: idempotent
    .input(z.object({ source: z.string().min(1).max(100), drafts: z.array(productDraftSchema.or(z.unknown())).max(1000) }))
    .output(putResultSchema).errors(declare('FORBIDDEN', 'INVALID_INPUT')),
  /** A product's uploaded pictures in their order; the first is its cover. They come by `POST /products/{id}/pictures`. */
  listPictures: idempotent.input(z.object({ productId: z.string().max(200) })).output(z.array(mediaSchema)).errors(declare('NOT_FOUND', 'FORBIDDEN')),
  /** Names each of them once, in their new order, with what they show for those who do not see them. */
  arrangePictures: idempotent.input(z.object({ productId: z.string().max(200), pictures: z.array(z.object({ id: z.string().max(200), alt: z.string().max(500) })).max(100) }))
    .output(z.array(mediaSchema)).errors(declare('NOT_FOUND', 'FORBIDDEN', 'CONFLICT')),
  removePicture: idempotent.input(z.object({ productId: z.string().max(200), pictureId: z.string().max(200) })).output(z.object({ removed: z.boolean() })).errors(declare('NOT_FOUND', 'FORBIDDEN')),
  /** Current facts by keyset, with versions: fills a consumer that begins late. */
  snapshot: idempotent
    .input(z.object({ ...pageInput }))
    .output(pageOf(z.object({ productId: z.string(), version: z.int(), offers: z.array(z.object({ offerId: z.string(), stockItemId: z.string().nullable() })) }))),
  /** Sets an offer's price in one currency, or takes it away. */
  setPrice: procedure.input(z.object({ offerId: z.string(), price: moneySchema.optional(), currency: z.string().optional() })).output(z.object({ version: z.int() })).errors(declare('NOT_FOUND', 'FORBIDDEN', 'INVALID_INPUT')),
  /** The imports known to the shop, newest first. */
  listImports: idempotent.input(z.object({ ...pageInput })).output(pageOf(importSchema)).errors(declare('FORBIDDEN')),
  /** Goes on with an uploaded file that failed, from where it stands. */
  resumeImport: idempotent.input(z.object({ importId: z.string().max(100) })).output(z.object({ resumed: z.literal(true) })).errors(declare('FORBIDDEN', 'NOT_FOUND', 'CONFLICT')),
}
