/** A PostgreSQL that a whole test run shares, when one was started for it. */
export const readTestDatabaseUrl = (environment: Readonly<Record<string, string | undefined>> = process.env): string | undefined => environment['OCTAVO_TEST_DATABASE_URL'] || undefined
