import { randomUUID } from 'node:crypto'
import { after } from 'node:test'
import { openSearchIndex } from '@octavo/search-index/opensearch'
import { readTestOpenSearchUrl } from '@octavo/search-index/config'
import { findingStories } from './stories.ts'
import { openShop } from './shop.ts'

const url = readTestOpenSearchUrl()
if (url === undefined) throw new Error('OCTAVO_TEST_OPENSEARCH_URL names the OpenSearch that these tests run against')
const prefix = `test-${randomUUID()}-`
after(async () => {
  const index = openSearchIndex({ url, prefix })
  for (const name of await index.list()) await index.drop(name)
  await index.close()
})

await findingStories(await openShop({ index: openSearchIndex({ url, prefix }) }))
