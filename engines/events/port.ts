import type { z } from 'zod'
import type { Database, Transaction } from '@octavo/database'
import type { Part } from '@octavo/service'

/** A kind of past fact: `order-placed` of the topic `orders`, the service that publishes it. */
export interface EventType<Name extends string = string, Data = unknown> {
  readonly topic: string
  readonly name: Name
  readonly version: number
  readonly schema: z.ZodType<Data>
}
export type DataOf<Type> = Type extends EventType<string, infer Data> ? Data : never

export function defineEvent<Name extends string, Schema extends z.ZodType>(topic: string, name: Name, version: number, schema: Schema): EventType<Name, z.output<Schema>> {
  return { topic, name, version, schema: schema as unknown as z.ZodType<z.output<Schema>> }
}

/** An event as consumers see it. Positions rise by one in a topic. */
export interface Event<Data = unknown> {
  readonly id: string
  readonly topic: string
  readonly name: string
  readonly version: number
  /** What it is about. Events of one key come in the order in which they became true. */
  readonly key: string
  readonly data: Data
  readonly occurredAt: Date
  readonly requestId: string | null
  readonly position: number
}

/** An event on its way into the outbox. */
export interface Appended {
  readonly type: EventType
  readonly key: string
  readonly data: unknown
}

/** Events as the columns of rows of the outbox, in their order. */
export interface OutboxColumns {
  readonly ids: readonly string[]
  readonly names: readonly string[]
  readonly versions: readonly number[]
  readonly keys: readonly string[]
  /** JSON. */
  readonly data: readonly string[]
  readonly requestId: string | null
}

/** Writes events in the transaction that made them true. */
export interface Outbox {
  append<Type extends EventType<string, never> | EventType>(tx: Transaction, type: Type, key: string, data: DataOf<Type>): Promise<void>
  /** Many in one statement. `keysLocked` when the transaction already holds a row lock of each key, so that none is taken here. */
  appendAll(tx: Transaction, events: readonly Appended[], options?: { readonly keysLocked?: boolean }): Promise<void>
  /** For a statement of the service's own that writes them with what makes them true, under a row lock of each key; it wakes the relay itself. */
  columns(events: readonly Appended[]): OutboxColumns
}

/** What a consumer does with events of one kind, in the transaction that remembers having seen them. */
export interface Reaction {
  readonly type: EventType
  react(event: Event<never>, tx: Transaction): Promise<void>
  /** Many at once, in order, for a consumer that can; when it fails fewer are given at once, and what still fails alone is given to `react`. */
  reactAll?(events: readonly Event<never>[], tx: Transaction): Promise<void>
}

export function reaction<Data>(type: EventType<string, Data>, react: (event: Event<Data>, tx: Transaction) => Promise<void>): Reaction {
  return { type: type, react: react }
}

export function batchReaction<Data>(type: EventType<string, Data>, reactAll: (events: readonly Event<Data>[], tx: Transaction) => Promise<void>): Reaction {
  return { type: type, react: (event, tx) => reactAll([event], tx), reactAll: reactAll }
}

/** How often an event that fails is tried before it waits for the operator, and how far apart: `firstMs`, doubled each time up to `mostMs`. */
export interface Patience {
  readonly attempts: number
  readonly firstMs: number
  readonly mostMs: number
}

export interface ConsumerOptions {
  /** The group: each gets every event, its processes share them. Unique in the consumer's schema. */
  readonly consumer: string
  /** The consumer's own: its cursor and what it has seen commit with the effect. */
  readonly database: Database
  readonly reactions: readonly Reaction[]
  /** Where a new group begins in each topic. */
  readonly from: 'beginning' | 'now'
}

export interface RelayOptions {
  /** Events that come within this time travel together; longer where nobody waits for them, since each journey costs as much as ten events. 25 when not given. */
  readonly gatherMs?: number
}

/** Carries one topic. */
export interface Relay extends Part {
  /** Something was written into the outbox otherwise than by `Outbox`: by a statement of the service that does so itself. */
  wake(): void
  /** Done when everything committed before the call is in the log. */
  flush(): Promise<void>
}

/** A consumer at work. */
export interface Consumer extends Part {
  /** Done when everything that was in the log before the call has had its effect, or is parked. For tests and imports. */
  caughtUp(): Promise<void>
}

/** How facts travel from service to service: an outbox a service, a log a topic, consumers with an inbox. */
export interface Events {
  /** Writes into the outbox of the schema that `database` is, which is for one topic. */
  outbox(topic: string, database: Database): Outbox
  /** Carries a topic's outbox into the log: one at a time, whichever process runs it. */
  relay(topic: string, database: Database, options?: RelayOptions): Relay
  consumer(options: ConsumerOptions): Consumer
  /** Begins and ends with its process, before and after everything that uses it. */
  readonly log: Part
}

export { eventTables, parkedActs } from './tables.ts'
