import { wordsOf } from '@octavo/search-index/analysis'
import type { Term } from '@octavo/search-index'
import type { Rule } from '../contract.ts'

/** The shop's rules, ready to be asked. Words are compared folded, so that a rule is no pattern and cannot be slow. */
export interface KnownRules {
  /** Words as terms, those of a synonym with all that mean the same. */
  terms(words: readonly string[]): Term[]
  redirect(query: string): string | undefined
  /** Products that come first, in their order. */
  pinned(query: string): readonly string[]
  boosted(query: string): ReadonlySet<string>
  /** Whether a query, by its key, is not to be suggested. */
  hidden(key: string): boolean
}

export function knownRules(rules: readonly Rule[]): KnownRules {
  const synonyms = new Map<string, Set<string>>()
  const redirects = new Map<string, string>()
  const pins = new Map<string, readonly string[]>()
  const boosts = new Map<string, Set<string>>()
  const hidden = new Set<string>()
  for (const rule of rules) {
    switch (rule.kind) {
      case 'synonym':
        for (const word of rule.words.map(keyOf)) synonyms.set(word, new Set([...(synonyms.get(word) ?? []), word, ...rule.words.map(keyOf)]))
        break
      case 'redirect': redirects.set(keyOf(rule.query), rule.to); break
      case 'pin': pins.set(keyOf(rule.query), rule.productIds); break
      case 'boost': boosts.set(keyOf(rule.query), new Set([...(boosts.get(keyOf(rule.query)) ?? []), ...rule.productIds])); break
      case 'hide': hidden.add(keyOf(rule.query)); break
      default: return rule satisfies never
    }
  }
  const longest = Math.max(1, ...[...synonyms.keys()].map((key) => key.split(' ').length))
  return {
    terms(words) {
      const terms: Term[] = []
      for (let at = 0; at < words.length;) {
        let length = Math.min(longest, words.length - at)
        while (length > 1 && !synonyms.has(words.slice(at, at + length).join(' '))) length--
        const typed = words.slice(at, at + length).join(' ')
        terms.push({ any: [...(synonyms.get(typed) ?? [typed])] })
        at += length
      }
      return terms
    },
    redirect: (query) => redirects.get(keyOf(query)),
    pinned: (query) => pins.get(keyOf(query)) ?? [],
    boosted: (query) => boosts.get(keyOf(query)) ?? new Set(),
    hidden: (key) => hidden.has(key),
  }
}

export const keyOf = (text: string): string => wordsOf(text).join(' ')
