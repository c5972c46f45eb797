import { requireOperator } from '@octavo/caller'
import type { Handler } from '@octavo/rpc'
import type { catalogContract } from '../contract.ts'
import type { ImportJobs } from '../import/jobs.ts'

export const resumeImport = (jobs: ImportJobs): Handler<typeof catalogContract.resumeImport> =>
  async ({ input: { importId }, context }) => {
    requireOperator(context.caller)
    await jobs.resume(importId)
    return { resumed: true }
  }
