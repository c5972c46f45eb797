import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTestOpenSearchUrl } from '@octavo/search-index/config'
import { judgedDemo } from './demo-judgments.ts'
import { withDemo } from './demo-shop.ts'
import { askDemo } from './demo-searches.ts'
import { mean } from './measures.ts'

const url = readTestOpenSearchUrl()
if (url === undefined) throw new Error('OCTAVO_TEST_OPENSEARCH_URL names the OpenSearch that these tests run against')

test('on OpenSearch the demo’s judged searches are answered as the embedded index answers them', () => withDemo({ OCTAVO_OPENSEARCH_URL: url }, async (shop) => {
  const found = await askDemo(shop)
  const differences = judgedDemo.map(({ query, stood }) => (found.get(query) as number) - stood)
  const told = judgedDemo.map(({ query }, at) => `${query} ${differences[at]?.toFixed(3)}`).filter((_, at) => Math.abs(differences[at] as number) > 0.005)
  assert.ok(Math.abs(mean(differences)) <= 0.02, `they differ by ${mean(differences).toFixed(3)} in the mean: ${told.join(', ')}`)
}))
