import { readOutsideDatabaseUrl, useServer } from '@octavo/database/testing'

useServer(readOutsideDatabaseUrl())
await import('./in-process.test.ts')
