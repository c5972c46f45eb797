import { createHmac } from 'node:crypto'

/** The `Stripe-Signature` of a body sent at a time: `t=…,v1=…`, HMAC-SHA256 over `t.body`. Source: docs.stripe.com/webhooks/signature. */
export function signatureOf(body: string, { secret, at }: { secret: string; at: number }): string {
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`
}
