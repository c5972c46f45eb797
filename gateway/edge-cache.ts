import type { IncomingMessage, ServerResponse } from 'node:http'
import { createHash } from 'node:crypto'
import { chooseEncoding, compress, isCompressible, type Encoding } from './compression.ts'
import { httpsOnly } from './security-headers.ts'

/** An answer without anything personal in it, ready to be sent again. */
interface Entry {
  /** Its bytes, a letter each: head and body then leave in one write. */
  readonly body: string
  /** Name after name and value, the length among them. */
  readonly headers: readonly string[]
  readonly etag: string
  readonly tags: readonly string[]
  readonly storedAt: number
  readonly until: number
  /** When it last became the most recently used. */
  usedAt: number
  /** What a hit says, name after name and value, the request's id last; written anew each second. */
  told: string[]
  toldUntil: number
}

export interface Storable {
  readonly body: Buffer
  readonly contentType: string
  readonly headers: Record<string, string>
  readonly tags: readonly string[]
  readonly ttlMs: number
}

export interface EdgeCache {
  /** Answers out of the cache when it can; false when the request must go on. */
  serve(request: IncomingMessage, response: ServerResponse, url: string, requestId: string): boolean
  /** Marks the beginning of a fill; what was purged after it is not stored. */
  begin(): number
  /** Sends an answer, and keeps it unless one of its tags was purged since `began`. */
  fill(request: IncomingMessage, response: ServerResponse, url: string, answer: Storable, began: number): Promise<void>
  purge(tags: readonly string[]): void
  clear(): void
  readonly size: number
}

/**
 * The cache at the public door, for routes that hold nothing personal: cookies are neither read nor part of the key. The key is the
 * normalised URL (market and language are in it) and the encoding. Entries end by time, by size (least recently used first), and by
 * the tags of what changed.
 */
export function edgeCache({ maxBytes, varyByOrigin = false, https = false, now = Date.now }: { maxBytes: number; varyByOrigin?: boolean; https?: boolean; now?: () => number }): EdgeCache {
  const entries = new Map<string, Entry>()
  const byTag = new Map<string, Set<string>>()
  const purgedAt = new Map<string, number>()
  let purges = 0
  let clearedAt = 0
  let bytes = 0

  const drop = (key: string): void => {
    const entry = entries.get(key)
    if (!entry) return
    entries.delete(key)
    bytes -= entry.body.length
    for (const tag of entry.tags) {
      const keys = byTag.get(tag)
      keys?.delete(key)
      if (keys?.size === 0) byTag.delete(tag)
    }
  }

  const keep = (key: string, entry: Entry): void => {
    drop(key)
    entries.set(key, entry)
    bytes += entry.body.length
    for (const tag of entry.tags) {
      const keys = byTag.get(tag)
      if (keys) keys.add(key)
      else byTag.set(tag, new Set([key]))
    }
    for (const oldest of entries.keys()) {
      if (bytes <= maxBytes) break
      drop(oldest)
    }
  }

  return {
    serve(request, response, url, requestId) {
      const key = `${chooseEncoding(request.headers['accept-encoding'])} ${url}`
      const entry = entries.get(key)
      if (!entry) return false
      const at = now()
      if (at >= entry.until) { drop(key); return false }
      // To the second is exact enough for what goes first, and spares a busy entry the moving.
      if (at - entry.usedAt >= 1000) {
        entry.usedAt = at
        entries.delete(key)
        entries.set(key, entry)
      }
      if (at >= entry.toldUntil) {
        const ageSeconds = Math.floor((at - entry.storedAt) / 1000)
        entry.told = entry.headers.concat('cache-status', `octavo; hit; ttl=${Math.ceil((entry.until - at) / 1000)}`, 'age', String(ageSeconds), 'x-request-id', requestId)
        entry.toldUntil = entry.storedAt + (ageSeconds + 1) * 1000
      } else entry.told[entry.told.length - 1] = requestId
      send(request, response, entry, entry.told)
      return true
    },
    begin: () => purges,
    async fill(request, response, url, answer, began) {
      const wanted: Encoding = isCompressible(answer.contentType, answer.body.length) ? chooseEncoding(request.headers['accept-encoding']) : 'identity'
      const bytes = await compress(answer.body, wanted, { lasting: true })
      const etag = `"${createHash('sha1').update(bytes).digest('base64url')}"`
      const at = now()
      const ttlSeconds = Math.floor(answer.ttlMs / 1000)
      const headers = Object.entries({
        'content-type': answer.contentType,
        ...(wanted !== 'identity' && { 'content-encoding': wanted }),
        vary: varyByOrigin ? 'accept-encoding, origin' : 'accept-encoding',
        etag,
        // A browser asks again each time (and mostly hears 304); a CDN may keep it as long as we do.
        'cache-control': `public, max-age=0, s-maxage=${ttlSeconds}, must-revalidate`,
        ...(answer.tags.length > 0 && { 'surrogate-key': answer.tags.join(' ') }),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin-when-cross-origin',
        ...(https && httpsOnly),
        ...answer.headers,
        'content-length': String(bytes.length),
      }).flat()
      const entry: Entry = { body: bytes.toString('latin1'), headers, etag, tags: answer.tags, storedAt: at, until: at + answer.ttlMs, usedAt: at, told: [], toldUntil: at }
      const stale = clearedAt > began || answer.tags.some((tag) => (purgedAt.get(tag) ?? 0) > began)
      // Nothing so large that it would push out everything else.
      if (!stale && answer.ttlMs > 0 && bytes.length * 8 <= maxBytes) keep(`${chooseEncoding(request.headers['accept-encoding'])} ${url}`, entry)
      send(request, response, entry, headers.concat('cache-status', stale ? 'octavo; fwd=stale' : 'octavo; fwd=miss; stored', 'age', '0'))
    },
    purge(tags) {
      purges += 1
      if (purgedAt.size > 50_000) { purgedAt.clear(); clearedAt = purges }
      for (const tag of tags) {
        purgedAt.set(tag, purges)
        for (const key of byTag.get(tag) ?? []) drop(key)
      }
    },
    clear() {
      entries.clear()
      byTag.clear()
      bytes = 0
      clearedAt = purges += 1
    },
    get size() { return entries.size },
  }
}

function send(request: IncomingMessage, response: ServerResponse, entry: Entry, headers: string[]): void {
  if (matches(request.headers['if-none-match'], entry.etag)) {
    response.writeHead(304, headers.filter((_, at) => !ofTheBody.has(headers[at - (at % 2)] ?? '')))
    response.end()
    return
  }
  response.writeHead(200, headers)
  if (request.method === 'HEAD') response.end()
  else response.end(entry.body, 'latin1')
}

const ofTheBody = new Set(['content-type', 'content-encoding', 'content-length'])

export const matches = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch !== undefined && (ifNoneMatch === '*' || ifNoneMatch.split(',').some((part) => part.trim().replace(/^W\//, '') === etag))
