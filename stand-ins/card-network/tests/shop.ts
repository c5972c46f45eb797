import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Stripe from 'stripe'

export const webhookSecret = 'whsec_octavo_test'

type Options = { host: string; port: number; protocol: 'http' }

/** The client a shop has, without repeats of its own: tests see each answer. */
export function stripeOf({ stripeOptions, secretKey }: { stripeOptions: Options; secretKey: string }): Stripe {
  return new Stripe(secretKey, { ...stripeOptions, maxNetworkRetries: 0, telemetry: false })
}

/** What a call is refused with. */
export async function refusal(call: Promise<unknown>): Promise<InstanceType<typeof Stripe.errors.StripeError>> {
  try {
    await call
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error
    throw error
  }
  throw new Error('the call was not refused')
}

/** A form posted as a browser posts it, redirects not followed. */
export function post(url: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, { method: 'POST', body: new URLSearchParams(fields), headers: { origin: new URL(url).origin, ...headers }, redirect: 'manual' })
}

/** A shop's webhook endpoint that verifies with the `stripe` package, and hands events over as they come. */
export async function webhookReceiver() {
  const seen: Stripe.Event[] = []
  const refuse: number[] = []
  const waiting: { wanted: (event: Stripe.Event) => boolean; found: (event: Stripe.Event) => void }[] = []
  const stripe = new Stripe('sk_test_unused')
  let attempts = 0
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      attempts += 1
      const status = refuse.shift()
      if (status !== undefined) return response.writeHead(status).end()
      const event = stripe.webhooks.constructEvent(Buffer.concat(chunks), String(request.headers['stripe-signature']), webhookSecret)
      seen.push(event)
      response.writeHead(200).end()
      for (const waiter of waiting.splice(0)) {
        if (waiter.wanted(event)) waiter.found(event)
        else waiting.push(waiter)
      }
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    webhook: { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`, secret: webhookSecret, firstRetryMs: 5 },
    seen,
    attempts: () => attempts,
    /** Answers these statuses to the next deliveries. */
    refuseWith: (...statuses: number[]) => void refuse.push(...statuses),
    /** The event of this type about this object, come or to come. */
    event(type: string, objectId: string): Promise<Stripe.Event> {
      const wanted = (event: Stripe.Event) => event.type === type && (event.data.object as { id: string }).id === objectId
      const come = seen.find(wanted)
      return come ? Promise.resolve(come) : new Promise((found) => waiting.push({ wanted, found }))
    },
    async stop() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
