import { join } from 'node:path'
import { z } from 'zod'
import { readConfig, type Environment } from '@octavo/config'

export interface SearchConfig {
  /** Where the embedded index keeps its files. */
  readonly folder: string
  /** An OpenSearch in its place. */
  readonly openSearchUrl: string | undefined
}

/** @throws {BadConfig} */
export function readSearchConfig(environment: Environment, home: string): SearchConfig {
  const read = readConfig({
    OCTAVO_OPENSEARCH_URL: z.url({ protocol: /^https?$/, error: 'an address such as http://search.example:9200' }).optional(),
  }, environment)
  return { folder: join(home, 'search'), openSearchUrl: read.OCTAVO_OPENSEARCH_URL }
}
