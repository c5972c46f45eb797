import { join } from 'node:path'
import { z } from 'zod'
import { readConfig, wholeNumber, type Environment } from '@octavo/config'
import type { EndpointOptions } from '@octavo/embedding/endpoint'
import type { BehaviourOptions } from './deps.ts'

export interface SearchConfig {
  /** Where the embedded index keeps its files. */
  readonly folder: string
  /** An OpenSearch in its place. */
  readonly openSearchUrl: string | undefined
  /** Makes vectors in place of a fit on the shop's own products. */
  readonly embeddings: EndpointOptions | undefined
  /** For one query. */
  readonly budgetMs: number
  readonly behaviour: BehaviourOptions
}

const embeddingTimeoutMs = 20_000

/** @throws {BadConfig} */
export function readSearchConfig(environment: Environment, home: string): SearchConfig {
  const read = readConfig({
    OCTAVO_OPENSEARCH_URL: z.url({ protocol: /^https?$/, error: 'an address such as http://search.example:9200' }).optional(),
    OCTAVO_EMBEDDINGS_URL: z.url({ protocol: /^https?$/, error: 'an address such as https://embeddings.example/v1' }).optional(),
    OCTAVO_EMBEDDINGS_KEY: z.string().optional(),
    OCTAVO_EMBEDDINGS_MODEL: z.string().default('text-embedding-3-small'),
    OCTAVO_EMBEDDINGS_DIMENSIONS: wholeNumber({ min: 16, max: 4096 }).refine((number) => number % 16 === 0, 'a multiple of 16').default(256),
    OCTAVO_SEARCH_BUDGET_MS: wholeNumber({ min: 20, max: 60_000 }).default(500),
    OCTAVO_SEARCH_LOG_DAYS: wholeNumber({ min: 1, max: 730 }).default(90),
    OCTAVO_SEARCH_SHUFFLED_PERCENT: wholeNumber({ min: 0, max: 50 }).default(0),
    OCTAVO_SEARCH_SUGGESTED_FROM: wholeNumber({ min: 2, max: 100_000 }).default(5),
  }, environment)
  const { OCTAVO_EMBEDDINGS_URL: url, OCTAVO_EMBEDDINGS_KEY: key = null, OCTAVO_EMBEDDINGS_MODEL: model, OCTAVO_EMBEDDINGS_DIMENSIONS: dimensions } = read
  return {
    folder: join(home, 'search'), openSearchUrl: read.OCTAVO_OPENSEARCH_URL, budgetMs: read.OCTAVO_SEARCH_BUDGET_MS, embeddings: url === undefined ? undefined : { url, key, model, dimensions, timeoutMs: embeddingTimeoutMs },
    behaviour: { keptDays: read.OCTAVO_SEARCH_LOG_DAYS, shuffledPercent: read.OCTAVO_SEARCH_SHUFFLED_PERCENT, suggestedFrom: read.OCTAVO_SEARCH_SUGGESTED_FROM },
  }
}
