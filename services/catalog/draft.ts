import { z } from 'zod'
import { currencySchema, moneySchema } from '@octavo/money'

const text = (most: number) => z.string().trim().min(1).max(most)
const contributors = z.array(z.object({
  name: text(300),
  sortName: text(300).optional(),
  role: z.enum(['author', 'translator', 'illustrator', 'editor', 'narrator', 'foreword', 'other']),
  sequence: z.int().min(1).max(10_000),
})).max(200)

export const formatSchema = z.enum(['paperback', 'hardback', 'ebook', 'audiobook', 'audiobook_cd', 'large_print', 'mass_market', 'board_book', 'other'])
export type Format = z.infer<typeof formatSchema>
export const conditionSchema = z.enum(['new', 'used_like_new', 'used_very_good', 'used_good', 'used_acceptable'])
export const identifierSchema = z.object({ scheme: z.enum(['isbn13', 'isbn10', 'gtin', 'asin', 'sku']), value: text(100) })

/** Countries (ISO 3166-1) where something may be sold, `WORLD` for all, less those excluded. */
export const salesRightsSchema = z.object({ included: z.array(z.string().regex(/^([A-Z]{2}|WORLD)$/)).max(300), excluded: z.array(z.string().regex(/^[A-Z]{2}$/)).max(300) })
export type SalesRights = z.infer<typeof salesRightsSchema>

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/)

/** A price for some countries or some days. Where and when it holds it goes before the price of its currency that holds otherwise. */
export const priceTermSchema = z.object({
  amountMinor: z.int().min(0), currency: currencySchema,
  /** Absent: wherever its currency is paid. */
  countries: salesRightsSchema.optional(),
  /** First and last day, `YYYY-MM-DD`. */
  from: day.optional(),
  until: day.optional(),
})
export type PriceTerm = z.infer<typeof priceTermSchema>

/** A product as a source describes it, whole: what is not in it is not so. Every feed is mapped to this and nothing else. */
export const productDraftSchema = z.object({
  /** The record's own identity within its source. */
  key: text(200),
  /**
   * For sources that tell of one edition at a time: what it shares with others of the same text, in the source's own words. Drafts with
   * one of them in common become one product; `key` is then the edition's.
   */
  joins: z.array(text(200)).max(200).optional(),
  /** With `joins`: what this draft does not say stays as the one before said it. */
  amends: z.boolean().optional(),
  /** With `amends`: what was offered is not any more. Without it, no offers are no word on them. */
  notOffered: z.boolean().optional(),
  /** No longer sold: the page stays, no list has it. */
  withdrawn: z.boolean().optional(),
  /** Joins products that are one work: translations, abridgements. */
  work: z.object({ key: text(200), title: text(1000) }).optional(),
  /** Wished for; made from the title when absent, numbered when taken. */
  handle: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/).max(100).optional(),
  kind: z.enum(['book', 'other']),
  title: text(1000),
  subtitle: text(1000).optional(),
  /** BCP 47. */
  language: text(35).optional(),
  originalLanguage: text(35).optional(),
  descriptionHtml: z.string().max(100_000).optional(),
  contributors,
  series: z.array(z.object({ name: text(300), position: text(40).optional() })).max(20).optional(),
  subjects: z.array(z.object({ scheme: z.enum(['bisac', 'thema', 'keyword']), code: text(200), label: text(300).optional() })).max(200),
  /** Handles of categories. */
  categories: z.array(text(200)).max(50),
  brand: text(200).optional(),
  attributes: z.record(z.string().max(100), z.string().trim().max(1000)).optional(),
  media: z.array(z.object({ kind: z.enum(['cover', 'image']), url: z.string().max(2000), alt: z.string().max(500).optional() })).max(50),
  rating: z.object({ average: z.number().min(0).max(5), count: z.int().min(0), histogram: z.array(z.int().min(0)).length(5).optional() }).optional(),
  /** Lower comes first. */
  featuredRank: z.int().min(0).max(2_000_000_000).optional(),
  firstPublishedYear: z.int().min(-4000).max(3000).optional(),
  variants: z.array(z.object({
    key: text(200),
    identifiers: z.array(identifierSchema).max(20),
    /** ISBN-13 of editions that it took the place of: they lead here. */
    replaces: z.array(text(100)).max(20).optional(),
    format: formatSchema,
    title: text(1000).optional(),
    edition: text(200).optional(),
    imprint: text(300).optional(),
    publisher: text(300).optional(),
    language: text(35).optional(),
    /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
    publishedOn: z.string().regex(/^-?\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/).optional(),
    pages: z.int().min(1).max(100_000).optional(),
    durationMinutes: z.int().min(1).max(1_000_000).optional(),
    heightMm: z.int().min(1).max(10_000).optional(),
    widthMm: z.int().min(1).max(10_000).optional(),
    thicknessMm: z.int().min(1).max(10_000).optional(),
    weightGrams: z.int().min(1).max(1_000_000).optional(),
    digital: z.boolean(),
    contributors: contributors.optional(),
    /** Absent: sold everywhere. */
    salesRights: salesRightsSchema.optional(),
    taxClass: z.enum(['book', 'ebook', 'audiobook', 'standard']),
    offers: z.array(z.object({
      key: text(200),
      /** A seller's handle; `house` is the shop itself. */
      seller: text(100),
      condition: conditionSchema,
      conditionNote: text(500).optional(),
      prices: z.array(moneySchema.refine((price) => price.amountMinor >= 0, 'a price cannot be below nothing')).max(50),
      priceTerms: z.array(priceTermSchema).max(200).optional(),
      /** What it draws on; absent for digital goods. `onHand` is what is there when the stock item is first seen. */
      stock: z.object({
        sku: text(200),
        onHand: z.int().min(0).max(100_000_000),
        unitsPerSale: z.int().min(1).max(1000).optional(),
        /** Copies that may be promised before they are there. */
        promiseLimit: z.int().min(0).max(100_000_000).optional(),
        /** When promised copies are expected, `YYYY-MM-DD`. */
        availableOn: day.optional(),
      }).optional(),
    })).max(200),
  })).min(1).max(200),
})
export type ProductDraft = z.infer<typeof productDraftSchema>
