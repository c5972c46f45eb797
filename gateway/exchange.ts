import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Caller } from '@octavo/caller'
import { failure } from '@octavo/failure'

/** One request on its way through the gateway, with what was found out about it so far. */
export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly query: string
  readonly requestId: string
  /** The shopper's address, through believed proxies. */
  readonly address: string
  /** Scheme and host the shopper sees. */
  origin: string
  readonly cookies: ReadonlyMap<string, string>
  readonly bearer: string | undefined
  /** It asks for what everybody may see: whoever asks is nobody in particular. */
  readonly shared: boolean
  caller: Caller
  /** Set on the answer, whatever it is. */
  readonly setCookies: string[]
}

export const maxBodyBytes = 1024 * 1024

/** The body as text. @throws TOO_LARGE beyond a megabyte (products in bulk: `most`). */
export async function readBody(request: IncomingMessage, most = maxBodyBytes): Promise<string> {
  const said = Number(request.headers['content-length'] ?? 0)
  if (said > most) { request.resume(); throw failure('TOO_LARGE') }
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += part.length
      if (size > most) break
      parts.push(part)
    }
  } catch {
    throw failure('INVALID_INPUT', 'The body ended before it was whole. Send it again.')
  }
  if (size > most) { request.resume(); throw failure('TOO_LARGE') }
  return parts.length === 1 && parts[0] ? parts[0].toString() : Buffer.concat(parts).toString()
}

export function readCookies(header: string | undefined): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>()
  for (const pair of header?.split(';') ?? []) {
    const at = pair.indexOf('=')
    if (at > 0) cookies.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim())
  }
  return cookies
}

export const isUnsafe = (method: string): boolean => method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS'
