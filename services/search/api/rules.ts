import { requireOperator } from '@octavo/caller'
import { failure } from '@octavo/failure'
import { newId } from '@octavo/ids'
import type { Handler } from '@octavo/rpc'
import type { searchContract } from '../contract.ts'
import type { SearchParts } from '../deps.ts'
import { keyOf } from '../rules/apply.ts'
import { deleteRule, readRules, writeRule } from '../store/rules.ts'

export const listRules = ({ database }: Pick<SearchParts, 'database'>): Handler<typeof searchContract.listRules> =>
  async ({ context }) => {
    requireOperator(context.caller)
    return readRules(database)
  }

/** Effective in every process at once; nothing is indexed anew. */
export const putRule = ({ database, rules }: Pick<SearchParts, 'database' | 'rules'>): Handler<typeof searchContract.putRule> =>
  async ({ input, context }) => {
    requireOperator(context.caller)
    const words = input.kind === 'synonym' ? input.words : [input.query]
    if (words.some((word) => keyOf(word) === '')) throw failure('INVALID_INPUT', 'A rule is about words: give letters or numbers.', { fields: [{ path: input.kind === 'synonym' ? 'words' : 'query', message: 'has no word in it' }] })
    const rule = { ...input, id: input.id ?? newId('rule') }
    await writeRule(database, rule)
    await rules.changed()
    return rule
  }

export const removeRule = ({ database, rules }: Pick<SearchParts, 'database' | 'rules'>): Handler<typeof searchContract.removeRule> =>
  async ({ input, context }) => {
    requireOperator(context.caller)
    const removed = await deleteRule(database, input.id)
    if (!removed) throw failure('NOT_FOUND', 'There is no such rule.')
    await rules.changed()
    return { removed }
  }
