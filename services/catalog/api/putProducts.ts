import { requireOperator } from '@octavo/caller'
import { failure } from '@octavo/failure'
import type { Handler } from '@octavo/rpc'
import type { catalogContract } from '../contract.ts'
import type { ProductDraft } from '../draft.ts'
import { readDraft } from '../products/check-draft.ts'
import { draftsAtOnce, putDrafts, type Outcome } from '../products/put-drafts.ts'
import type { CatalogParts } from '../deps.ts'

export const putProducts = (parts: CatalogParts): Handler<typeof catalogContract.putProducts> =>
  async ({ input, context }) => {
    requireOperator(context.caller)
    if (input.drafts.length > draftsAtOnce) throw failure('INVALID_INPUT', `At most ${draftsAtOnce} drafts at once.`)
    const outcomes: Outcome[] = []
    const drafts: ProductDraft[] = []
    const places: number[] = []
    for (const [at, given] of input.drafts.entries()) {
      const read = readDraft(given)
      if ('reason' in read) outcomes[at] = { key: keyOf(given), outcome: 'rejected', reason: read.reason }
      else {
        places.push(at)
        drafts.push(read.draft)
      }
    }
    for (const [n, outcome] of (await putDrafts(parts, input.source, drafts)).entries()) outcomes[places[n] as number] = outcome
    return { outcomes }
  }

/** What a bad draft calls itself, so that it is found again. */
function keyOf(given: unknown): string {
  const key = typeof given === 'object' && given !== null ? (given as { key?: unknown }).key : undefined
  return typeof key === 'string' ? key : ''
}
