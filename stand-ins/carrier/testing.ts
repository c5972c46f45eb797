import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCarrier, type Carrier, type CarrierOptions, type State } from './carrier.ts'

export interface TestCarrier extends Carrier {
  readonly key: string
  readonly folder: string
  ask(method: string, path: string, body?: object): Promise<unknown>
  /** Moves a parcel on, or to where it is told. */
  move(trackingNumber: string, state?: State): Promise<void>
  /** Lets something go wrong: `{ mode: 'duplicate', count: 3 }`. */
  fault(rule: { mode: string; count?: number; ms?: number }): Promise<void>
}

/** A carrier of a test's own, in a temporary folder on a free port. A folder that is given stays there after `stop`. */
export async function testCarrier(options: Partial<CarrierOptions> = {}): Promise<TestCarrier> {
  const folder = options.folder ?? await mkdtemp(join(tmpdir(), 'octavo-carrier-'))
  const key = options.key ?? 'a key of the tests'
  const carrier = await startCarrier({ port: 0, webhook: null, paceMs: null, ...options, folder, key })
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${carrier.url}${path}`, { method, headers: { authorization: `Bearer ${key}` }, ...(body && { body: JSON.stringify(body) }) })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return answer.headers.get('content-type') === 'application/json' ? answer.json() : answer.text()
  }
  return {
    ...carrier, key, folder, ask,
    move: async (trackingNumber, state) => { await ask('POST', `/v1/parcels/${trackingNumber}/moves`, state ? { state } : {}) },
    fault: async (rule) => { await ask('POST', '/_control/faults', rule) },
    async stop() {
      await carrier.stop()
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}
