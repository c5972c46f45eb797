import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import type { Caller } from '@octavo/caller'
import type { CardNetworkOptions } from '@octavo/card-network'
import { testCardNetwork, type TestCardNetwork } from '@octavo/card-network/testing'
import { systemClock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import { testDatabases } from '@octavo/database/testing'
import type { Events } from '@octavo/events'
import { logTables, testEvents } from '@octavo/events/testing'
import type { Client } from '@octavo/rpc'
import { direct } from '@octavo/rpc/direct'
import { openLog } from '@octavo/telemetry'
import { paymentsContract } from './contract.ts'
import type { PaymentsDeps } from './deps.ts'
import { createPayments, paymentsTables, type PaymentsService, webhookEvents } from './service.ts'

export { SimulatedPayments, type Fate, type Moment, type SimulatedAuthorisation, type Steps } from './tests/simulated.ts'
export type { SimulatedCard } from './tests/simulated-provider.ts'

export interface TestPayments {
  readonly service: PaymentsService
  readonly database: Database
  readonly events: Events
  readonly network: TestCardNetwork
  /** Where the network's webhooks arrive. */
  readonly webhookUrl: string
  /** The shop itself asking, unless said otherwise. */
  client(as?: Caller): Client<typeof paymentsContract>
}

/** What webhooks are signed with. */
export const testWebhookSecret = 'whsec_of_the_tests'

/** A running payments service on a fresh database, with a card network of its own that sends it webhooks. */
export async function startTestPayments(overrides: Partial<PaymentsDeps> = {}, ofNetwork: Partial<CardNetworkOptions> = {}): Promise<TestPayments> {
  // Hooks run in their order: the service stops before its database closes, or what it asks then is waited for in vain.
  let stop = async (): Promise<void> => {}
  after(() => stop())
  const fresh = overrides.database && overrides.events ? undefined : await testDatabases({ payments: paymentsTables(), events: logTables })
  const database = overrides.database ?? fresh!.payments
  const events = overrides.events ?? await testEvents(fresh!.events)
  const network = await testCardNetwork(ofNetwork)
  const service = createPayments({
    clock: systemClock, log: openLog({ name: 'payments under test', level: 'silent' }),
    config: { secretKey: network.secretKey, publishableKey: null, webhookSecret: testWebhookSecret, apiUrl: new URL(network.url), frameUrl: new URL(network.url) },
    ...overrides, database, events,
  })
  const door = createServer((request, response) => {
    Promise.resolve(service.raw(request, response, { caller: { kind: 'anonymous' }, requestId: 'req_test' })).then((known) => { if (!known) response.writeHead(404).end() }, () => response.destroy())
  })
  door.listen(0, '127.0.0.1')
  await once(door, 'listening')
  const webhookUrl = `http://127.0.0.1:${(door.address() as AddressInfo).port}/webhooks/stripe`
  network.setWebhook({ url: webhookUrl, secret: testWebhookSecret, events: webhookEvents })
  await service.start()
  stop = async () => {
    await service.drain()
    await service.stop()
    await network.stop()
    door.closeAllConnections()
    door.close()
  }
  return { service, database, events, network, webhookUrl, client: (as = { kind: 'service', service: 'orders' }) => direct(service.router, service.raw).client(paymentsContract, as) }
}
