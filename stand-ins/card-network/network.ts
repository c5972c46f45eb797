import { recordEvent, type Delivery, type EventOrigin } from './events/events.ts'
import type { Resource, Store } from './store.ts'

/** What the operations work with: the state, the time, the address that shoppers are sent to, and where news of events goes. */
export interface Network {
  store: Store
  nowMs(): number
  /** This server's own origin. */
  origin(): string
  /** Whether an event's type is sent to the shop. */
  delivers(type: string): boolean
  /** Called after the commit with what is to be delivered. */
  announce(deliveries: Delivery[]): void
}

/** One request's work, inside its transaction. */
export interface Work {
  store: Store
  /** Unix seconds. */
  now: number
  nowMs: number
  origin: string
  /** Records an event about an object as it stands now. */
  record(type: string, object: Resource): void
}

/** Does work in one transaction; its events are kept with it and sent after it. */
export function doWork<Result>(network: Network, from: EventOrigin, perform: (work: Work) => Result): Result {
  const nowMs = network.nowMs()
  const now = Math.floor(nowMs / 1000)
  const deliveries: Delivery[] = []
  const result = network.store.transaction(() =>
    perform({
      store: network.store, now, nowMs, origin: network.origin(),
      record(type, object) {
        const delivers = network.delivers(type)
        const recorded = recordEvent(network.store.db, { type, object, now, from, delivers })
        if (delivers) deliveries.push(recorded)
      },
    }),
  )
  if (deliveries.length > 0) network.announce(deliveries)
  return result
}
