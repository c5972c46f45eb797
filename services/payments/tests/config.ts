/** Where stripe-mock answers, which checks requests against Stripe's own description of its API. */
export function readStripeMockUrl(environment: Readonly<Record<string, string | undefined>> = process.env): URL {
  const url = environment['OCTAVO_TEST_STRIPE_MOCK_URL']
  if (!url) throw new Error('OCTAVO_TEST_STRIPE_MOCK_URL is where stripe-mock (go install github.com/stripe/stripe-mock@v0.203.0) answers, such as http://127.0.0.1:12111')
  return new URL(url)
}
