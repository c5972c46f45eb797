import { z } from 'zod'

/**
 * What a mapping file says about a table with headers of its own. `columns` goes from the file's header to Octavo's column; what is not
 * named keeps its own name. `values` translates cells, `constants` fills a column that is empty or missing.
 */
export const mappingSchema = z.strictObject({
  /** Tells this feed's records from another's with the same keys. */
  source: z.string().trim().min(1).max(100).optional(),
  columns: z.record(z.string(), z.string().nullable()).optional(),
  values: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  constants: z.record(z.string(), z.string()).optional(),
  /** Found out from the header when not said. */
  delimiter: z.string().length(1).optional(),
  /** Between the names in one cell; `;` when not said. */
  listSeparator: z.string().min(1).max(3).optional(),
  encoding: z.enum(['utf-8', 'windows-1252', 'iso-8859-15']).optional(),
})
export type Mapping = z.infer<typeof mappingSchema>
