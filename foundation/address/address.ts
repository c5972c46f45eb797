import { z } from 'zod'

const line = (most: number) => z.string().trim().min(1, 'cannot be empty').max(most, `at most ${most} letters`)

/** A postal address, as written on the parcel. */
export const addressSchema = z.object({
  name: line(120),
  line1: line(200),
  line2: z.string().trim().max(200).optional(),
  city: line(120),
  /** State, province or county where the country's addresses have one; a two-letter state for US sales tax. */
  region: z.string().trim().max(120).optional(),
  postalCode: line(20),
  /** ISO 3166-1 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/, 'two capital letters, such as GB'),
}).meta({ id: 'Address', examples: [{ name: 'Ada Reader', line1: '1 Library Lane', city: 'London', postalCode: 'N1 9GU', country: 'GB' }] })

export type Address = z.infer<typeof addressSchema>
