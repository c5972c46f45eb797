import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCardNetwork, type CardNetwork, type CardNetworkOptions } from './card-network.ts'

export interface TestCardNetwork extends CardNetwork {
  secretKey: string
  folder: string
  /** What the `stripe` package takes to reach it. */
  stripeOptions: { host: string; port: number; protocol: 'http' }
  /** Lets something go wrong: `{ path: '/confirm$', mode: 'do-then-drop', count: 1 }`. */
  fault(rule: { method?: string; path: string; mode: string; ms?: number; count?: number }): Promise<void>
  clearFaults(): Promise<void>
  state(): Promise<NetworkState>
}

/** Minor units by currency. */
export interface NetworkState {
  intents: Record<string, number>
  heldMinor: Record<string, number>
  capturedMinor: Record<string, number>
  refundedMinor: Record<string, number>
  webhooksWaiting: number
}

/** A card network of a test's own, in a temporary folder on a free port. A folder that is given stays there after `stop`. */
export async function testCardNetwork(options: Partial<CardNetworkOptions> = {}): Promise<TestCardNetwork> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'octavo-card-network-')))
  const secretKey = options.secretKey ?? 'sk_test_octavo_stand_in'
  const network = await startCardNetwork({ port: 0, webhook: null, allowedOrigins: [], ...options, folder, secretKey })
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${network.url}${path}`, { method, headers: { authorization: `Bearer ${secretKey}` }, ...(body ? { body: JSON.stringify(body) } : {}) })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return answer.json()
  }
  return {
    ...network, secretKey, folder,
    stripeOptions: { host: '127.0.0.1', port: network.port, protocol: 'http' },
    fault: async (rule) => void (await ask('POST', '/_control/faults', rule)),
    clearFaults: async () => void (await ask('DELETE', '/_control/faults')),
    state: async () => (await ask('GET', '/_control/state')) as NetworkState,
    async stop() {
      await network.stop()
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}
