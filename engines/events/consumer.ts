import type { Transaction } from '@octavo/database'
import type { Log } from '@octavo/telemetry'
import type { EventFigures } from './figures.ts'
import type { LogStore } from './log-store.ts'
import { openLoop, type Next } from './loop.ts'
import { park, retryDue } from './parking.ts'
import type { Consumer, ConsumerOptions, Event, Patience } from './port.ts'
import { reactEach, reactTogether, reactionsByName } from './reacting.ts'

const batch = 500
/** Relays gather already: events that were carried together have their effect together. */
const gatherMs = 1
const pollMs = 5000
/** How long a consumer remembers what it has seen; the log never repeats an event after that. */
const inboxDays = 30
/** How often a cursor is written that only passed what is nobody's here. */
const keepMs = 5000

/**
 * Reads topics in order and gives each event its effect once: the cursor, the memory of the event and its effect are one transaction
 * in the consumer's own database, under the cursor's row lock, so that a consumer's processes take turns. What it has no reaction to is
 * passed in memory; the cursor may lie that far behind, and such events are then passed again.
 */
export function openConsumer({ consumer, database, reactions, from, patience, store, log, figures }: ConsumerOptions & { patience: Patience; store: LogStore; log: Log; figures: EventFigures }): Consumer {
  const topics = [...new Set(reactions.map(({ type }) => type.topic))]
  const byName = reactionsByName(reactions)
  const reached = new Map<string, number>()
  /** Events of a topic that are taken at once: fewer after a batch that failed. */
  const sizes = new Map<string, number>()
  let waiters: { goals: Map<string, number>; done: () => void }[] = []
  let retryAt = 0
  let tidied = Date.now()
  const passed = new Set<string>()
  let kept = Date.now()

  const loop = openLoop({
    gatherMs, pollMs,
    work: async () => {
      let next: Next = 'done'
      for (const topic of topics) if ((reached.get(topic) ?? -1) < store.known(topic) && (await advance(topic))) next = 'more'
      if (Date.now() >= retryAt) retryAt = await retryDue({ consumer, patience, database, byName, log, figures })
      if (Date.now() - kept > keepMs) await keepPassed()
      if (Date.now() - tidied > 3_600_000) {
        await database.run('delete from inbox where seen_at < now() - make_interval(days => $1)', [inboxDays])
        tidied = Date.now()
      }
      waiters = waiters.filter(({ goals, done }) => {
        if (![...goals].every(([topic, goal]) => (reached.get(topic) ?? -1) >= goal)) return true
        done()
        return false
      })
      return next
    },
    failed: (error) => log.warn({ err: error, consumer }, 'events could not be read; trying again'),
  })
  const unhear: (() => void)[] = []

  /** One batch of one topic. True when there may be more. */
  async function advance(topic: string): Promise<boolean> {
    const at = reached.get(topic) ?? 0
    const known = store.known(topic)
    const size = sizes.get(topic) ?? batch
    const events = await store.read(topic, at, size)
    const ours = events.filter(isOurs)
    // None although the log goes on: they were older than the log is kept.
    const until = events.at(-1)?.position ?? Math.max(at, known)
    if (ours.length === 0) {
      passed.add(topic)
      return come(topic, until)
    }
    const position = await database.transaction((tx) => together(tx, topic, { at, until, ours })).catch((error: unknown) => {
      log.debug({ err: error, consumer, topic, events: events.length }, 'a batch of events failed; taking fewer at once')
      return undefined
    })
    if (position !== undefined) {
      sizes.set(topic, Math.min(batch, 2 * size))
      return come(topic, position)
    }
    const now = await cursorOf(topic)
    // Another process has taken them.
    if (now > at) return come(topic, now)
    if (events.length === 1) return come(topic, await alone(topic))
    sizes.set(topic, Math.ceil(events.length / 4))
    return true
  }

  const cursorOf = async (topic: string): Promise<number> =>
    (await database.maybe<{ position: number }>('select position from consumer_cursor where consumer = $1 and topic = $2', [consumer, topic]))?.position ?? 0

  function come(topic: string, position: number): boolean {
    reached.set(topic, position)
    figures.lag(consumer, topic, Math.max(0, store.known(topic) - position))
    return position < store.known(topic)
  }

  async function together(tx: Transaction, topic: string, { at, until, ours }: { at: number; until: number; ours: readonly Event[] }): Promise<number> {
    const moved = tx.run('update consumer_cursor set position = $3 where consumer = $1 and topic = $2 and position <= $4', [consumer, topic, until, at])
    // Asked with it, and done after it: under the cursor's lock.
    const [mine, { fresh, behind }] = await Promise.all([moved, unseen(tx, ours)])
    // Another process was here first; nothing of this transaction counts.
    if (mine === 0) throw new Error(`the cursor of ${consumer} in ${topic} has gone beyond ${at}`)
    for (const event of behind) await park(tx, { consumer, patience, event, state: 'waiting', error: undefined })
    await reactTogether(fresh, byName, tx)
    const oldest = fresh[0]?.occurredAt
    if (oldest) tx.afterCommit(() => figures.delivered(consumer, topic, fresh.length, oldest))
    return until
  }

  async function keepPassed(): Promise<void> {
    kept = Date.now()
    for (const topic of passed) {
      passed.delete(topic)
      await database.run('update consumer_cursor set position = $3 where consumer = $1 and topic = $2 and position < $3', [consumer, topic, reached.get(topic) ?? 0])
    }
  }

  /** An event whose batches failed down to itself: when it fails again it is set aside, and what comes later of its key waits behind it. */
  function alone(topic: string): Promise<number> {
    return database.transaction(async (tx) => {
      const { events: [event], at } = await take(tx, topic, 1)
      if (!event) return at
      const { fresh, behind } = await unseen(tx, [event])
      for (const one of behind) await park(tx, { consumer, patience, event: one, state: 'waiting', error: undefined })
      if (fresh.length) {
        const error = await reactEach(event, byName, tx)
        if (error !== undefined) {
          figures.failed(consumer, topic)
          log.warn({ err: error, consumer, event: event.id, name: event.name, key: event.key }, 'an event failed and will be tried again')
          await park(tx, { consumer, patience, event, state: 'retrying', error })
          tx.afterCommit(() => { retryAt = 0 })
        } else tx.afterCommit(() => figures.delivered(consumer, topic, 1, event.occurredAt))
      }
      await tx.run('update consumer_cursor set position = $3 where consumer = $1 and topic = $2', [consumer, topic, event.position])
      return event.position
    })
  }

  async function take(tx: Transaction, topic: string, limit: number): Promise<{ events: Event[]; at: number }> {
    const row = await tx.maybe<{ position: number }>('select position from consumer_cursor where consumer = $1 and topic = $2 for update', [consumer, topic])
    const at = row?.position ?? 0
    return { events: await store.read(topic, at, limit), at }
  }

  const isOurs = (event: Event): boolean => byName.has(`${event.topic} ${event.name}`)

  /** Those with a reaction that were not seen before: to react to now, or behind an earlier one of their key. */
  async function unseen(tx: Transaction, events: readonly Event[]): Promise<{ fresh: Event[]; behind: Event[] }> {
    const ours = events.filter(isOurs)
    if (ours.length === 0) return { fresh: [], behind: [] }
    const rows = await tx.rows<{ event_id: string; held: boolean }>(
      // As JSON and not as arrays: the planner looks into arrays, and would plan anew for each.
      `with e as materialized (select id, key from json_to_recordset($2::json) as e (id text, key text)),
         seen as (insert into inbox (consumer, event_id) select $1, id from e on conflict do nothing returning event_id)
       select event_id, exists (select 1 from parked_event p where p.consumer = $1 and p.topic = $3 and p.key = e.key) as held from seen join e on e.id = event_id`,
      [consumer, JSON.stringify(ours.map(({ id, key }) => ({ id, key }))), ours[0]?.topic])
    const held = new Map(rows.map((row) => [row.event_id, row.held]))
    return { fresh: ours.filter(({ id }) => held.get(id) === false), behind: ours.filter(({ id }) => held.get(id) === true) }
  }

  return {
    name: `${consumer} consumer`,
    async start() {
      for (const topic of topics) {
        const start = from === 'now' ? await store.head(topic, true) : 0
        await database.run('insert into consumer_cursor (consumer, topic, position) values ($1, $2, $3) on conflict do nothing', [consumer, topic, start])
        // Read after it, not with it: another process of the group may have begun it a moment ago.
        const { position } = await database.one<{ position: number }>('select position from consumer_cursor where consumer = $1 and topic = $2', [consumer, topic])
        reached.set(topic, position)
      }
      unhear.push(store.onMove(() => {
        if (Date.now() >= retryAt || topics.some((topic) => (reached.get(topic) ?? -1) < store.known(topic))) loop.wake()
      }))
      loop.start()
    },
    ready: async () => true,
    drain: async () => {},
    async stop() {
      for (const off of unhear.splice(0)) off()
      await loop.stop()
      await keepPassed().catch(() => {})
    },
    async caughtUp() {
      await store.head(topics[0] ?? '', true)
      const goals = new Map(topics.map((topic) => [topic, store.known(topic)]))
      await new Promise<void>((done) => { waiters.push({ goals, done }); loop.wake() })
    },
  }
}
