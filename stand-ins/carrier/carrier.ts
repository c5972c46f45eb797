import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { faultModes, faults as noFaults } from './faults.ts'
import { labelOf } from './label.ts'
import { isEnd, isState, nextOf, states, type State } from './states.ts'
import { openStore, type Parcel } from './store.ts'
import { webhookSender, type Webhook } from './webhooks.ts'

export type { Webhook } from './webhooks.ts'
export type { State } from './states.ts'

export interface CarrierOptions {
  /** 0 takes a free one. */
  readonly port: number
  /** Where the state is kept. One running carrier a folder. */
  readonly folder: string
  /** What the shop signs in with. */
  readonly key: string
  readonly webhook: Webhook | null
  /** Parcels move on by themselves each time this has passed; null: only when told. */
  readonly paceMs: number | null
  readonly nowMs?: () => number
}

export interface Carrier {
  readonly url: string
  readonly port: number
  stop(): Promise<void>
}

class Refusal extends Error {
  readonly status: number
  constructor(status: number, message: string) { super(message); this.status = status }
}

const maxBodyBytes = 64 * 1024
const lookMs = 250

/** A parcel carrier on loopback: it makes labels, moves parcels and tells of each move by a signed webhook. */
export async function startCarrier({ port, folder, key, webhook, paceMs, nowMs = Date.now }: CarrierOptions): Promise<Carrier> {
  const store = openStore(folder)
  const faults = noFaults()
  const sender = webhookSender({ store, webhook, faults, nowMs })
  const nextMs = (state: State): number | null => (paceMs === null || isEnd(state) ? null : nowMs() + paceMs)

  /** What became of a parcel, with its event in the same transaction. */
  function tell(parcel: Parcel, state: State): void {
    const id = `cev_${randomUUID()}`
    store.insertEvent(id, parcel.trackingNumber, JSON.stringify({ id, trackingNumber: parcel.trackingNumber, reference: parcel.reference, state, at: new Date(nowMs()).toISOString() }), webhook ? nowMs() : null)
  }

  function move(parcel: Parcel, state: State): void {
    store.transaction(() => { store.move(parcel.trackingNumber, state, nextMs(state)); tell(parcel, state) })
    sender.wake()
  }

  /** The same reference is the same parcel. */
  function label(given: Record<string, unknown>): Parcel {
    const { reference, to, service } = given
    if (typeof reference !== 'string' || reference === '' || !Array.isArray(to) || !to.every((line) => typeof line === 'string') || typeof service !== 'string') throw new Refusal(400, 'A label needs reference, service and the lines of to.')
    const known = store.parcelOf(reference)
    if (known) return known
    const parcel: Parcel = { trackingNumber: `PP${String(store.parcels() + 1).padStart(10, '0')}`, reference, state: 'label_created', to, service, nextMs: nextMs('label_created') }
    store.transaction(() => { store.insertParcel(parcel); tell(parcel, 'label_created') })
    sender.wake()
    return parcel
  }

  function answer(method: string, path: string, given: Record<string, unknown>): { body: string; type?: string } {
    const [, trackingNumber = '', rest = ''] = /^\/v1\/parcels\/([^/.]+)(\/label\.svg|\/moves)?$/.exec(path) ?? []
    if (method === 'POST' && path === '/v1/labels') return { body: JSON.stringify(shown(label(given))) }
    if (method === 'POST' && path === '/_control/faults') {
      const mode = faultModes.find((one) => one === given['mode'])
      if (!mode) throw new Refusal(400, `mode is one of ${faultModes.join(', ')}.`)
      faults.add(mode, Number(given['count'] ?? 1), Number(given['ms'] ?? 0))
      return { body: '{}' }
    }
    if (method === 'DELETE' && path === '/_control/faults') { faults.clear(); return { body: '{}' } }
    const parcel = store.parcel(trackingNumber)
    if (!parcel) throw new Refusal(404, 'There is no such parcel.')
    if (method === 'GET' && rest === '') return { body: JSON.stringify({ ...shown(parcel), events: store.history(trackingNumber) }) }
    if (method === 'GET' && rest === '/label.svg') return { body: labelOf(parcel, 'Octavo, booksellers'), type: 'image/svg+xml' }
    if (method === 'POST' && rest === '/moves') {
      if (isEnd(parcel.state)) throw new Refusal(409, `This parcel is ${parcel.state}.`)
      const to = given['state'] ?? nextOf(parcel.state)
      if (!isState(to) || to === 'label_created') throw new Refusal(400, `state is one of ${states.slice(1).join(', ')}.`)
      move(parcel, to)
      return { body: JSON.stringify(shown({ ...parcel, state: to })) }
    }
    throw new Refusal(404, 'There are /v1/labels and /v1/parcels.')
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!/^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i.test(request.headers.host ?? '')) throw new Refusal(421, 'This server answers on loopback only.')
    if (request.headers.authorization !== `Bearer ${key}`) throw new Refusal(401, 'The key is not ours.')
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    const given = await readJson(request)
    if (path.startsWith('/v1/')) {
      const slow = faults.take('slow')
      if (slow) await pause(slow.ms)
      if (faults.take('fail')) throw new Refusal(500, 'The carrier failed.')
    }
    const { body, type = 'application/json' } = answer(request.method ?? 'GET', path, given)
    if (path.startsWith('/v1/') && faults.take('do-then-drop')) { response.destroy(); return }
    response.writeHead(200, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body)
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      const status = error instanceof Refusal ? error.status : 500
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error: error instanceof Refusal ? error.message : 'The stand-in failed.' }))
    })
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening').catch((error: unknown) => { store.close(); throw error })
  const { port: taken } = server.address() as AddressInfo
  const walk = setInterval(() => {
    for (const parcel of store.dueParcels(nowMs())) {
      const next = nextOf(parcel.state)
      if (next) move(parcel, next)
    }
  }, lookMs).unref()
  sender.wake()
  return {
    url: `http://127.0.0.1:${taken}`, port: taken,
    async stop() {
      clearInterval(walk)
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
      await sender.stop()
      store.close()
    },
  }
}

const shown = ({ trackingNumber, reference, state }: Parcel): object => ({ trackingNumber, reference, state })

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = ''
  for await (const part of request) {
    text += String(part)
    if (text.length > maxBodyBytes) throw new Refusal(413, 'Too large.')
  }
  if (text === '') return {}
  try { return JSON.parse(text) as Record<string, unknown> } catch { throw new Refusal(400, 'The body is no JSON.') }
}
