import type { ServerResponse } from 'node:http'

/**
 * The policy of our pages: scripts only from here or by hash, so that a cached page needs no nonce; styles from here, and style
 * attributes, which the covers' label settings need; frames only for entering a card and confirming a payment.
 */
export function contentSecurityPolicy({ scriptHashes, cardOrigin }: { scriptHashes: readonly string[]; cardOrigin: string | null }): string {
  const hashes = scriptHashes.map((hash) => ` '${hash}'`).join('')
  const card = cardOrigin ? ` ${cardOrigin}` : ''
  return [
    "default-src 'self'", `script-src 'self'${hashes}`, "style-src 'self'", "style-src-attr 'unsafe-inline'", "img-src 'self' data: https:", "font-src 'self'",
    `connect-src 'self'`, `frame-src 'self'${card}`, `form-action 'self'${card}`, "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'",
  ].join('; ')
}

/** On every answer. */
export function setSecurityHeaders(response: ServerResponse, { https }: { https: boolean }): void {
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'strict-origin-when-cross-origin')
  if (https) response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains')
}

/** On pages. */
export const pageHeaders = (policy: string): Record<string, string> => ({
  'content-security-policy': policy,
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(self)',
})
