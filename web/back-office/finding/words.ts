/** How many of a query's words had to be there. */
export const matchingWords: Readonly<Record<string, string>> = { all: 'all words', most: 'most words', any: 'some words', related: 'about the same', popular: 'nothing; what others like' }

export const ruleKinds = ['synonym', 'redirect', 'pin', 'boost', 'hide'] as const
export type RuleKind = (typeof ruleKinds)[number]

export const ruleWords: Readonly<Record<RuleKind, { readonly name: string; readonly what: string; readonly empty: string }>> = {
  synonym: { name: 'Synonyms', what: 'All of these words find the same.', empty: 'No words are called the same.' },
  redirect: { name: 'Redirects', what: 'Whoever asks this is led to a page of the shop.', empty: 'No query leads to a page.' },
  pin: { name: 'Pins', what: 'These come first for the query, in this order.', empty: 'Nothing is pinned.' },
  boost: { name: 'Boosts', what: 'These come earlier for the query.', empty: 'Nothing comes earlier.' },
  hide: { name: 'Hidden', what: 'This query is never suggested to others.', empty: 'No query is hidden.' },
}
