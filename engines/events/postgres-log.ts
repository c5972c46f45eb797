import type { Database } from '@octavo/database'
import type { Log, Registry } from '@octavo/telemetry'
import { openConsumer } from './consumer.ts'
import { eventFigures } from './figures.ts'
import { openLogStore } from './log-store.ts'
import { outboxOf } from './outbox.ts'
import type { Events, Patience, Relay } from './port.ts'
import { openRelay } from './relay.ts'

export interface PostgresLogOptions {
  /** The schema `events`, under a role of its own. */
  readonly database: Database
  readonly log: Log
  readonly metrics: Registry
  /** Whether every consumer lives in this process: then nobody else is told by NOTIFY. Others would still find out by polling. */
  readonly alone: boolean
  /** Days that events are kept; for ever when not given. */
  readonly retentionDays?: number
  /** Some five minutes when not given: another service may be away for that long. */
  readonly patience?: Patience
}

const fiveMinutes: Patience = { attempts: 14, firstMs: 200, mostMs: 60_000 }

/** Events by PostgreSQL: outboxes in the services' schemas, the log in a schema of its own. */
export function postgresEvents({ database, log, metrics, alone, retentionDays, patience = fiveMinutes }: PostgresLogOptions): Events {
  const figures = eventFigures(metrics)
  const store = openLogStore({ database, log, alone, ...(retentionDays !== undefined && { retentionDays }) })
  const relays = new Map<string, Relay>()
  const topics = new WeakMap<Database, string>()
  /** An outbox says of no row which topic it is for: a second relay would carry it into the wrong one. */
  const publishes = (own: Database, topic: string): void => {
    const known = topics.get(own) ?? topic
    if (known !== topic) throw new TypeError(`the outbox of ${own.schema} is for ${known}, not for ${topic}`)
    topics.set(own, topic)
  }
  return {
    log: store,
    outbox(topic, own) {
      publishes(own, topic)
      return outboxOf(topic, own, () => relays.get(topic)?.wake())
    },
    relay(topic, own, { gatherMs = 25 } = {}) {
      publishes(own, topic)
      const relay = openRelay({ topic, database: own, store, log, gatherMs })
      relays.set(topic, relay)
      return relay
    },
    consumer: (options) => openConsumer({ ...options, patience, store, log, figures }),
  }
}
