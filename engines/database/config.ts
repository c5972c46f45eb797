/** A PostgreSQL that a whole test run shares, when one was started for it. */
export const readTestDatabaseUrl = (environment: Readonly<Record<string, string | undefined>> = process.env): string | undefined => environment['OCTAVO_TEST_DATABASE_URL'] || undefined

/** A PostgreSQL that somebody else runs, of any version from 15 on, for the tests that have to hold there too. */
export function readOutsideDatabaseUrl(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const url = environment['OCTAVO_TEST_POSTGRES_URL']
  if (!url) throw new Error('OCTAVO_TEST_POSTGRES_URL names the PostgreSQL that these tests run against')
  return url
}
