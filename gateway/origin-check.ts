import { failure } from '@octavo/failure'
import { isUnsafe, type Exchange } from './exchange.ts'

/**
 * A write that a browser sends with somebody's cookies must come from one of our own pages (or from a configured site). Bearer calls
 * and webhooks carry no cookie's authority and are not asked.
 * @throws FORBIDDEN
 */
export function checkOrigin({ method, request, origin, bearer, cookies }: Exchange, corsOrigins: readonly string[]): void {
  if (!isUnsafe(method) || bearer !== undefined) return
  const said = request.headers.origin ?? refererOrigin(request.headers.referer)
  if (said === undefined) {
    // Without any cookie there is no authority to borrow: a plain client that begins a basket.
    if (cookies.size === 0) return
    throw failure('FORBIDDEN', 'Send an Origin header with writes that carry cookies.')
  }
  if (said !== origin && !corsOrigins.includes(said)) throw failure('FORBIDDEN', 'This write came from another site and was refused.')
}

function refererOrigin(referer: string | undefined): string | undefined {
  return referer !== undefined && URL.canParse(referer) ? new URL(referer).origin : undefined
}
