import { readConfig, wholeNumber, type Environment } from '@octavo/config'

export interface CatalogConfig {
  /** Batches of an import that are put at the same time. */
  readonly importBatchesAtOnce: number
}

export function readCatalogConfig(environment: Environment): CatalogConfig {
  const read = readConfig({ OCTAVO_IMPORT_BATCHES_AT_ONCE: wholeNumber({ min: 1, max: 8 }).default(2) }, environment)
  return { importBatchesAtOnce: read.OCTAVO_IMPORT_BATCHES_AT_ONCE }
}
