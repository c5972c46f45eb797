import { randomUUID } from 'node:crypto'
import { searchIndexConformance } from '../conformance.ts'
import { readTestOpenSearchUrl } from '../config.ts'
import { openSearchIndex } from '../opensearch/opensearch.ts'

const url = readTestOpenSearchUrl()
if (url === undefined) throw new Error('OCTAVO_TEST_OPENSEARCH_URL names the OpenSearch that these tests run against')

searchIndexConformance({
  name: 'OpenSearch',
  async open(context) {
    const prefix = `test-${randomUUID()}-`
    const again = async () => openSearchIndex({ url, prefix })
    context.after(async () => {
      const index = await again()
      for (const name of await index.list()) await index.drop(name)
      await index.close()
    })
    return { index: await again(), again }
  },
})
