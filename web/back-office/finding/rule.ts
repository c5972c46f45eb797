import type { shop } from '../desk/shop.ts'

export type Rule = Awaited<ReturnType<typeof shop.operatorListSearchRules>>['items'][number]
export type NewRule = Parameters<typeof shop.operatorPutSearchRule>[0]['rule']
