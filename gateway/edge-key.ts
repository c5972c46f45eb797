import type { IncomingMessage } from 'node:http'

const lists = ['market', 'limit', 'cursor', 'sort', 'category', 'contributor', 'series', 'identifier']
/** The routes that hold nothing personal, and what of their query they look at. */
const cached: readonly { readonly route: RegExp; readonly parameters: readonly string[] }[] = [
  { route: /^\/api\/products$/, parameters: lists },
  { route: /^\/api\/(products|contributors|series|sellers)\/[^/]+$/, parameters: ['market'] },
  { route: /^\/api\/categories(\/[^/]+)?$/, parameters: ['market'] },
  { route: /^\/api\/sellers$/, parameters: ['limit', 'cursor'] },
  { route: /^\/api\/markets$/, parameters: [] },
  { route: /^\/$/, parameters: ['market'] },
  { route: /^\/(books|(c|b|contributors|series)\/[^/]+)$/, parameters: ['market', 'sort', 'cursor', 'variant'] },
]

export interface EdgeKeyOptions {
  /** Naming it is the same as naming none. */
  readonly firstMarket: string | undefined
  /** The shop has one address, whatever the Host header says; else pages name the one they were asked at. */
  readonly oneHost: boolean
}

/** The key under which the edge may have an answer to a request; undefined when it is not one the edge answers. */
export function edgeKeys({ firstMarket, oneHost }: EdgeKeyOptions): (request: IncomingMessage, target: string) => string | undefined {
  // What was worked out once for a target; null for those that are not kept.
  const known = new Map<string, string | null>()
  return (request, target) => {
    if ((request.method !== 'GET' && request.method !== 'HEAD') || request.headers.authorization !== undefined) return undefined
    let key = known.get(target)
    if (key === undefined) {
      const at = target.indexOf('?')
      key = (at < 0 ? keyOf(target, '', firstMarket) : keyOf(target.slice(0, at), target.slice(at + 1), firstMarket)) ?? null
      if (known.size > 5000) known.clear()
      known.set(target, key)
    }
    if (key === null) return undefined
    return oneHost ? key : `${request.headers.host} ${key}`
  }
}

/** One text for one thing: the parameters it looks at only, sorted, empty ones and the first market left out. */
function keyOf(path: string, query: string, firstMarket: string | undefined): string | undefined {
  const looksAt = cached.find(({ route }) => route.test(path))?.parameters
  if (!looksAt) return undefined
  if (query === '') return path
  const kept: string[] = []
  const seen = new Set<string>()
  for (const [name, value] of new URLSearchParams(query)) {
    // Twice the same: whoever answers says what it thinks of that.
    if (seen.has(name)) return undefined
    seen.add(name)
    // What a route ignores (campaign marks) is not part of its key.
    if (looksAt.includes(name) && value !== '' && !(name === 'market' && value === firstMarket)) kept.push(`${name}=${encodeURIComponent(value)}`)
  }
  return kept.length ? `${path}?${kept.sort().join('&')}` : path
}
