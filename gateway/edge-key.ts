import type { IncomingMessage } from 'node:http'

const lists = ['market', 'limit', 'cursor', 'sort', 'category', 'contributor', 'series', 'subject', 'identifier']
/** What a shelf is narrowed by: there are more such pages than are worth keeping. */
const narrowing = ['format', 'language', 'condition', 'availability', 'seller', 'contributor', 'series', 'category', 'subject', 'brand', 'decade', 'attribute', 'price', 'priceFrom', 'priceTo', 'yearFrom', 'yearTo', 'ratingFrom']
/** The routes that hold nothing personal, and what of their query they look at; none is kept with one of `unless`. */
const cached: readonly { readonly route: RegExp; readonly parameters: readonly string[]; readonly unless?: readonly string[] }[] = [
  { route: /^\/api\/products$/, parameters: lists },
  { route: /^\/api\/(products|contributors|series|subjects|sellers)\/[^/]+$/, parameters: ['market'] },
  { route: /^\/api\/categories(\/[^/]+)?$/, parameters: ['market'] },
  { route: /^\/api\/sellers$/, parameters: ['limit', 'cursor'] },
  { route: /^\/api\/markets$/, parameters: [] },
  { route: /^\/$/, parameters: ['market'] },
  { route: /^\/(offline|manifest\.webmanifest|share\/[^/]+\.png)$/, parameters: ['market'] },
  { route: /^\/(books|(c|contributors|series|subjects)\/[^/]+)$/, parameters: ['market', 'sort', 'cursor'], unless: narrowing },
  { route: /^\/b\/[^/]+$/, parameters: ['market', 'variant'] },
]

export interface EdgeKeyOptions {
  /** Naming it is the same as naming none. */
  readonly firstMarket: string | undefined
  /** The shop has one address, whatever the Host header says; else pages name the one they were asked at. */
  readonly oneHost: boolean
}

/** What makes two requests one to the edge. */
export interface EdgeKey {
  readonly text: string
  /** The query as far as the route looks at it, in one form: what is kept under the key was made from this alone. */
  readonly query: string
}

/** The key of a request for what everybody may see; undefined for any other. */
export function edgeKeys({ firstMarket, oneHost }: EdgeKeyOptions): (request: IncomingMessage, target: string) => EdgeKey | undefined {
  // What was worked out once for a target, by host; null for those that are not kept.
  const known = new Map<string, Map<string, EdgeKey | null>>()
  let size = 0
  return (request, target) => {
    if ((request.method !== 'GET' && request.method !== 'HEAD') || request.headers.authorization !== undefined) return undefined
    const host = oneHost ? '' : String(request.headers.host)
    let key = known.get(host)?.get(target)
    if (key === undefined) {
      const at = target.indexOf('?')
      const path = at < 0 ? target : target.slice(0, at)
      const query = queryOf(path, at < 0 ? '' : target.slice(at + 1), firstMarket)
      key = query === undefined ? null : { text: `${host} ${path}?${query}`, query }
      if (size >= 5000) { known.clear(); size = 0 }
      const targets = known.get(host) ?? new Map<string, EdgeKey | null>()
      known.set(host, targets.set(target, key))
      size += 1
    }
    return key ?? undefined
  }
}

/** The parameters a path looks at only, sorted, empty ones and the first market left out; undefined for a path that is not kept. */
function queryOf(path: string, query: string, firstMarket: string | undefined): string | undefined {
  const { parameters: looksAt, unless = [] } = cached.find(({ route }) => route.test(path)) ?? {}
  if (!looksAt) return undefined
  if (query === '') return ''
  const kept: string[] = []
  const seen = new Set<string>()
  for (const [name, value] of new URLSearchParams(query)) {
    // Twice the same: whoever answers says what it thinks of that.
    if (seen.has(name)) return undefined
    seen.add(name)
    if (value !== '' && unless.includes(name)) return undefined
    // What a route ignores (campaign marks) is not part of its key.
    if (looksAt.includes(name) && value !== '' && !(name === 'market' && value === firstMarket)) kept.push(`${name}=${encodeURIComponent(value)}`)
  }
  return kept.sort().join('&')
}
