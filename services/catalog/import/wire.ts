import { z } from 'zod'
import { moneySchema } from '@octavo/money'
import { mappingSchema } from './csv/mapping.ts'

export { mappingSchema, type Mapping } from './csv/mapping.ts'

/**
 * How a file comes in over `POST /imports`. First a JSON body opens the import and is answered by where to begin (`OpenedImport`). Then
 * requests `?id=…&position=…` carry the file's bytes from there, as many as the sender likes, each answered by lines of JSON
 * (`ImportLine`) while it is read and ending with `part` or `done`, whose position the next begins at. `end=true` says that the file ends
 * with this request. A broken request costs what it had not reported; the same opening goes on after it.
 */
export const importFormats = ['csv', 'goodbooks', 'onix', 'esci'] as const
export type ImportFormatName = (typeof importFormats)[number]

export const importOptionsSchema = z.strictObject({
  /** For what the source itself has no price for. */
  prices: z.array(moneySchema.refine(({ amountMinor }) => amountMinor >= 0, 'a price cannot be below nothing')).max(50).optional(),
  /** Copies of what the source itself has no number for. */
  stock: z.int().min(0).max(100_000_000).optional(),
  mapping: mappingSchema.optional(),
})
export type ImportOptions = z.infer<typeof importOptionsSchema>

export const openImportSchema = z.strictObject({
  format: z.enum(importFormats),
  /** Its name, for people. */
  file: z.string().min(1).max(500),
  /** Tells this file with this content from any other. */
  fingerprint: z.string().min(8).max(200),
  options: importOptionsSchema,
})
export type OpenImport = z.infer<typeof openImportSchema>

/** Records so far, over all requests of the import. */
export interface ImportTotals {
  readonly read: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly rejected: number
}

export interface OpenedImport extends ImportTotals {
  readonly id: string
  /** Bytes that are done: where to begin. */
  readonly position: number
}

/** How far it is. */
export interface ImportStanding extends ImportTotals {
  readonly position: number
}

export type ImportLine =
  | { readonly type: 'reject'; readonly line: number; readonly identity: string; readonly reason: string }
  /** So many more records have a code that its list does not; the first of them. */
  | { readonly type: 'unknown-code'; readonly list: number; readonly element: string; readonly code: string; readonly count: number; readonly line: number; readonly identity: string }
  | ({ readonly type: 'progress' } & ImportStanding)
  | ({ readonly type: 'part' } & ImportStanding)
  | ({ readonly type: 'done' } & ImportStanding)
  | { readonly type: 'failed'; readonly code: string; readonly detail: string }
