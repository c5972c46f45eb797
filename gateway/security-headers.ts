import type { ServerResponse } from 'node:http'

/**
 * The policy of our pages: scripts only from here or by hash, so that a cached page needs no nonce; styles from here, and style
 * attributes, which the covers' label settings need; frames only for entering a card and confirming a payment. A shop with Stripe's own
 * card fields takes their script too: Stripe serves it from its own origin only. Source: docs.stripe.com/security/guide, "Content security policy".
 */
export function contentSecurityPolicy({ scriptHashes, cardOrigin, stripeFields }: { scriptHashes: readonly string[]; cardOrigin: string | null; stripeFields: boolean }): string {
  const hashes = scriptHashes.map((hash) => ` '${hash}'`).join('')
  const card = cardOrigin ? ` ${cardOrigin}` : ''
  const fields = stripeFields ? { script: ' https://js.stripe.com', connect: ' https://api.stripe.com', frame: ' https://js.stripe.com https://hooks.stripe.com' } : { script: '', connect: '', frame: '' }
  return [
    "default-src 'self'", `script-src 'self'${hashes}${fields.script}`, "style-src 'self'", "style-src-attr 'unsafe-inline'", "img-src 'self' data: https:", "font-src 'self'",
    `connect-src 'self'${fields.connect}`, `frame-src 'self'${card}${fields.frame}`, `form-action 'self'${card}`, "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'",
  ].join('; ')
}

/** On every answer of a shop that is reached by https: nobody is led there by plain http again. */
export const httpsOnly: Record<string, string> = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }

/** On every answer. */
export function setSecurityHeaders(response: ServerResponse, { https }: { https: boolean }): void {
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'strict-origin-when-cross-origin')
  if (https) for (const [name, value] of Object.entries(httpsOnly)) response.setHeader(name, value)
}

/** On pages. */
export const pageHeaders = (policy: string): Record<string, string> => ({
  'content-security-policy': policy,
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(self)',
})
