import type { Clients } from '../clients.ts'
import type { Some } from './operation.ts'

type Names =
  | 'search' | 'suggest' | 'moreLikeThis' | 'operatorListSearchRules' | 'operatorPutSearchRule' | 'operatorRemoveSearchRule' | 'noteSearchInteractions' | 'operatorListFailingQueries' | 'operatorListQueries' | 'operatorGetSearchLog' | 'operatorGetJudgments' | 'operatorGetSearchIndex' | 'operatorRebuildSearchIndex'

export const finding = ({ search }: Clients): Some<Names> => ({
  search: ({ market, q, sort, undo, verbatim, explain, limit, cursor, priceFrom, priceTo, yearFrom, yearTo, ratingFrom, ...chosen }, { on, asker }) => search.search({
    market, q, sort, verbatim, explain, limit, cursor, undo: listed(undo) ?? [], by: asker,
    filters: { ...Object.fromEntries(Object.entries(chosen).map(([name, values]) => [name, listed(values)])), priceFrom, priceTo, yearFrom, yearTo, ratingFrom },
  }, on),
  noteSearchInteractions: ({ interactions }, { on, asker }) => search.noteInteractions({ by: asker, interactions }, on),
  suggest: (input, { on }) => search.suggest(input, on),
  moreLikeThis: (input, { on }) => search.moreLikeThis(input, on),
  operatorListSearchRules: async (_, { on }) => ({ items: await search.listRules({}, on) }),
  operatorPutSearchRule: ({ rule }, { on }) => search.putRule(rule, on),
  operatorRemoveSearchRule: ({ ruleId }, { on }) => search.removeRule({ id: ruleId }, on),
  operatorListFailingQueries: async (input, { on }) => ({ items: await search.listFailingQueries(input, on) }),
  operatorListQueries: async (input, { on }) => ({ items: await search.listQueries(input, on) }),
  operatorGetSearchLog: (input, { on }) => search.listLog(input, on),
  operatorGetJudgments: (input, { on }) => search.judgments(input, on),
  operatorGetSearchIndex: (_, { on }) => search.indexState({}, on),
  operatorRebuildSearchIndex: (_, { on }) => search.rebuild({}, on),
})

const listed = (values: string | string[] | undefined): string[] | undefined => (typeof values === 'string' ? [values] : values)
