import { z } from 'zod'

/**
 * Products of a general store, one JSON object a line, as Amazon's Shopping Queries data set (ESCI) comes with its products' details.
 * Which queries name a product is never read: it would give away what a search is judged by.
 */
export const productSchema = z.object({
  asin: z.string().regex(/^[A-Z0-9]{10}$/, 'ten letters and digits'),
  title: z.string().trim().min(1, 'is empty'),
  description: z.string().nullish(),
  bullet_points: z.string().nullish(),
  brand: z.string().nullish(),
  color: z.string().nullish(),
  price: z.number().min(0).nullish(),
  category: z.array(z.string()).nullish(),
  rating: z.number().min(0).max(5).nullish(),
  rating_count: z.int().min(0).nullish(),
  is_book: z.boolean().nullish(),
})
export type EsciProduct = z.infer<typeof productSchema>
