/** The OpenSearch of a run of the tests against a real one. */
export const readTestOpenSearchUrl = (environment: Readonly<Record<string, string | undefined>> = process.env): string | undefined => environment['OCTAVO_TEST_OPENSEARCH_URL'] || undefined
