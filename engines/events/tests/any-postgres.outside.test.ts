import { readOutsideDatabaseUrl, useServer } from '@octavo/database/testing'

// No statement of the log needs more than PostgreSQL 15.
useServer(readOutsideDatabaseUrl())
await import('./postgres-log.test.ts')
