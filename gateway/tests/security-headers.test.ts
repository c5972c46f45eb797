import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contentSecurityPolicy } from '../security-headers.ts'

const directives = (policy: string): Record<string, string[]> => Object.fromEntries(policy.split('; ').map((text) => { const [name = '', ...sources] = text.split(' '); return [name, sources] }))

test('a shop whose cards are entered elsewhere takes no script but its own, and frames that origin', () => {
  const policy = directives(contentSecurityPolicy({ scriptHashes: ['sha256-abc'], cardOrigin: 'http://127.0.0.1:4242', stripeFields: false }))
  assert.deepEqual(policy['script-src'], ["'self'", "'sha256-abc'"])
  assert.deepEqual(policy['frame-src'], ["'self'", 'http://127.0.0.1:4242'])
  assert.deepEqual(policy['connect-src'], ["'self'"])
})

test('a shop with Stripe\'s own card fields takes Stripe\'s script, lets it talk to Stripe, and nobody else\'s', () => {
  const policy = directives(contentSecurityPolicy({ scriptHashes: [], cardOrigin: null, stripeFields: true }))
  assert.deepEqual(policy['script-src'], ["'self'", 'https://js.stripe.com'])
  assert.deepEqual(policy['connect-src'], ["'self'", 'https://api.stripe.com'])
  assert.deepEqual(policy['frame-src'], ["'self'", 'https://js.stripe.com', 'https://hooks.stripe.com'])
})
