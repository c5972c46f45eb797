/** The Redis of a run of the tests against outside engines. */
export const readTestRedisUrl = (environment: Readonly<Record<string, string | undefined>> = process.env): string | undefined => environment['OCTAVO_TEST_REDIS_URL'] || undefined
