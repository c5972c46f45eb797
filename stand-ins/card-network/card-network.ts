import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { controlDesk } from './control.ts'
import { webhookSender, type Logger, type Webhook } from './events/webhooks.ts'
import { faultRules } from './faults.ts'
import type { Network } from './network.ts'
import { pagesDesk } from './pages/pages.ts'
import { stripeApi } from './protocol/api.ts'
import { cardNetworkServer } from './server.ts'
import { openStore } from './store.ts'

export type { Logger, Webhook } from './events/webhooks.ts'
export type { FaultMode } from './faults.ts'

export interface CardNetworkOptions {
  /** 0 takes a free one. */
  port: number
  /** Where the state is kept. One running network a folder. */
  folder: string
  /** What the shop signs in with: `sk_test_…`. */
  secretKey: string
  webhook: Webhook | null
  /** Origins of the shop's pages, which may show the card frame and be gone back to. */
  allowedOrigins: readonly string[]
  logger?: Logger
  nowMs?: () => number
}

export interface CardNetwork {
  url: string
  port: number
  /** Sends events here from now on, with those that still wait; null sends none and keeps none for later. */
  setWebhook(webhook: Webhook | null): void
  /** Adds origins of the shop's pages. */
  allowOrigins(origins: readonly string[]): void
  stop(): Promise<void>
}

/**
 * Starts a card network on loopback that speaks Stripe's API, with its own pages for card entry and 3-D Secure.
 * @throws {TypeError} when an allowed origin is no URL.
 */
export async function startCardNetwork({ port, folder, secretKey, webhook, allowedOrigins, logger, nowMs = Date.now }: CardNetworkOptions): Promise<CardNetwork> {
  const store = openStore(folder)
  const webhooks = webhookSender({ store, nowMs, logger })
  const faults = faultRules()
  const allowed = new Set(allowedOrigins.map((url) => new URL(url).origin))
  let url = ''
  const network: Network = { store, nowMs, origin: () => url, delivers: webhooks.delivers, announce: webhooks.announce }
  const api = stripeApi({ network, faults, secretKey })
  const server = cardNetworkServer({
    api: api.answer, control: controlDesk({ store, faults, secretKey, webhooksWaiting: webhooks.waiting }), pages: pagesDesk(network, allowed),
  }, (error) => logger?.warn({ error: error instanceof Error ? error.stack : String(error) }, 'a call failed'))

  server.listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch (error) {
    api.stop()
    store.close()
    throw error
  }
  const taken = (server.address() as AddressInfo).port
  url = `http://127.0.0.1:${taken}`
  webhooks.set(webhook)
  return {
    url, port: taken,
    setWebhook: webhooks.set,
    allowOrigins: (origins) => origins.forEach((origin) => allowed.add(new URL(origin).origin)),
    async stop() {
      const closed = once(server, 'close')
      server.close()
      server.closeIdleConnections()
      // Calls under way get a moment; those left hanging by a fault do not.
      const patience = setTimeout(() => server.closeAllConnections(), 500)
      await closed
      clearTimeout(patience)
      api.stop()
      await webhooks.stop()
      store.close()
    },
  }
}
