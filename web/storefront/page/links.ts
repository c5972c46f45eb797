export type Query = Readonly<Record<string, string | number | undefined | null>>

/** An address in the shop: path, query, and the market when it is not the shop's first (whose key is empty). */
export function linkIn(marketKey: string, path: string, query?: Query): string {
  // Most links of a page.
  if (query === undefined && marketKey === '') return path
  const [bare = '', hash] = path.split('#')
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined && value !== null && value !== '') parameters.set(name, String(value))
  if (marketKey !== '') parameters.set('market', marketKey)
  const search = parameters.toString()
  return `${bare}${search && `?${search}`}${hash === undefined ? '' : `#${hash}`}`
}

/** The same page in another market; a place in a list and what was said there belong to this one. */
export function elsewhere(marketKey: string, { pathname, searchParams }: URL): string {
  return linkIn(marketKey, pathname, { ...Object.fromEntries(searchParams), market: undefined, cursor: undefined, said: undefined })
}

/** Where to go after signing in: a path of this shop, never another site. */
export function ownPath(wanted: string | null | undefined, otherwise: string): string {
  return wanted && /^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) ? wanted : otherwise
}
