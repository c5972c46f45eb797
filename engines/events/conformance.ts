import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Database, Migration } from '@octavo/database'
import { isFailure } from '@octavo/failure'
import type { Part } from '@octavo/service'
import { inRequest, requestContext, requestId, type RequestContext } from '@octavo/telemetry'
import { parkedHandlers } from './operations.ts'
import { batchReaction, defineEvent, eventTables, parkedActs, reaction, type Consumer, type Event, type Events, type Patience, type Reaction } from './port.ts'

export interface EventsAdapter {
  readonly name: string
  /** A fresh shop: databases of its services, and its events as one more process has them. */
  open(test: TestContext): Promise<EventsShop>
}

export interface EventsShop {
  readonly publisher: Database
  readonly consumer: Database
  /** Started, and ended by whoever opened it. */
  process(patience: Patience): Promise<Events>
}

const quick: Patience = { attempts: 3, firstMs: 5, mostMs: 20 }
const endless: Patience = { attempts: 1_000_000, firstMs: 5, mostMs: 20 }
const noted = defineEvent('notes', 'noted', 1, z.object({ n: z.int() }))
const other = defineEvent('notes', 'other', 1, z.object({ n: z.int() }))
const effects: Migration = { number: 2, name: 'effects', sql: 'create table effect (nth bigint generated always as identity primary key, consumer text not null, event_id text not null, key text not null, n int not null, position bigint not null); create sequence rank' }

/** How facts travel, whatever carries them. */
export function eventsConformance({ name, open }: EventsAdapter): void {
  describe(`events: ${name}`, { timeout: 400_000 }, () => {
    it('gives each fact its effect once, also to a consumer that starts again', async (test) => {
      const shop = await stage(test, open)
      await shop.publish(...numbers(1200, (n) => [`key ${n % 7}`, n] as const))
      const first = await shop.consume()
      await first.caughtUp()
      await first.stop()
      await shop.publish(['key 1', 1200])
      await (await shop.consume()).caughtUp()
      assert.deepEqual((await shop.effects()).map(({ n }) => n), numbers(1201, (n) => n))
      assert.deepEqual((await shop.effects()).map(({ position }) => position), numbers(1201, (n) => n + 1))
    })

    it('knows nothing of what was rolled back', async (test) => {
      const shop = await stage(test, open)
      const consumer = await shop.consume()
      await assert.rejects(shop.publisher.transaction(async (tx) => {
        await shop.outbox.append(tx, noted, 'a', { n: 1 })
        throw new Error('changed my mind')
      }))
      await shop.publish(['a', 2])
      await consumer.caughtUp()
      assert.deepEqual((await shop.effects()).map(({ n }) => n), [2])
    })

    it('loses its effect and its memory of the fact together', async (test) => {
      const shop = await stage(test, open, endless)
      let attempts = 0
      const consumer = await shop.consume({ reactions: [reaction(noted, async (event, tx) => {
        await note(tx, 'reader', event)
        attempts += 1
        if (attempts < 4) throw new Error('after its effect')
      })] })
      await shop.publish(['a', 1])
      await consumer.caughtUp()
      await until(async () => (await shop.effects()).length > 0)
      assert.equal(attempts, 4)
      assert.equal((await shop.effects()).length, 1)
    })

    it('keeps the order of each key as it was committed, under many writers', async (test) => {
      const shop = await stage(test, open)
      const consumer = await shop.consume()
      const write = async (n: number): Promise<void> => shop.publisher.transaction(async (tx) => {
        await shop.outbox.append(tx, noted, `key ${n % 3}`, { n })
        // Whoever comes to the key later draws a later rank, since the key is his until he commits.
        await tx.run(`insert into ranked (n, rank) select $1, nextval('rank')`, [n])
        await pause(Math.random() * 8)
      })
      await shop.publisher.run('create table ranked (n int primary key, rank bigint not null)')
      await Promise.all(numbers(6, async (writer) => { for (let n = 0; n < 25; n++) await write(writer * 25 + n) }))
      await shop.relay.flush()
      await consumer.caughtUp()
      const ranks = new Map((await shop.publisher.rows<{ n: number; rank: number }>('select n, rank from ranked')).map(({ n, rank }) => [n, rank]))
      const seen = await shop.effects()
      assert.equal(seen.length, 150)
      for (const key of ['key 0', 'key 1', 'key 2']) {
        const order = seen.filter((one) => one.key === key).map(({ n }) => ranks.get(n) as number)
        assert.deepEqual(order, order.toSorted((a, b) => a - b), key)
      }
    })

    it('keeps the order of keys in what is written together', async (test) => {
      const shop = await stage(test, open)
      const consumer = await shop.consume()
      await Promise.all(numbers(4, (writer) => shop.publisher.transaction(async (tx) => {
        await shop.outbox.appendAll(tx, numbers(50, (n) => ({ type: noted, key: `key ${(n * (writer % 2 ? 1 : -1) + 50) % 5}`, data: { n: writer * 50 + n } })))
      })))
      await shop.relay.flush()
      await consumer.caughtUp()
      const seen = await shop.effects()
      assert.equal(seen.length, 200)
      for (const writer of numbers(4, (n) => n)) for (const key of numbers(5, (n) => `key ${n}`)) {
        const order = seen.filter((one) => one.key === key && Math.floor(one.n / 50) === writer).map(({ n }) => n)
        assert.deepEqual(order, order.toSorted((a, b) => a - b))
      }
    })

    it('skips no fact that was committed late, and lets no open transaction hold up another’s', async (test) => {
      const shop = await stage(test, open)
      const consumer = await shop.consume()
      const late = held((wait) => shop.publisher.transaction(async (tx) => {
        await shop.outbox.append(tx, noted, 'late', { n: 1 })
        await tx.one('select 1')
        await wait()
      }))
      await late.begun
      await shop.publish(['prompt', 2], ['another', 3])
      await consumer.caughtUp()
      assert.deepEqual((await shop.effects()).map(({ n }) => n), [2, 3])
      late.end()
      await late.done
      await shop.relay.flush()
      await consumer.caughtUp()
      assert.deepEqual((await shop.effects()).map(({ n }) => n), [2, 3, 1])
    })

    it('gives each consumer every fact, and shares them among the processes of one', async (test) => {
      const shop = await stage(test, open)
      const elsewhere = await shop.another()
      const consumers = [await shop.consume({ name: 'mails' }), await shop.consume({ name: 'figures' }), await shop.consume({ name: 'figures', events: elsewhere })]
      for (let n = 0; n < 40; n++) await shop.publish(...numbers(5, (m) => [`key ${m}`, n * 5 + m] as const))
      for (const consumer of consumers) await consumer.caughtUp()
      await consumers[1]?.stop()
      await shop.publish(['key 0', 200])
      await consumers[2]?.caughtUp()
      await consumers[0]?.caughtUp()
      for (const consumer of ['mails', 'figures']) assert.deepEqual((await shop.effects(consumer)).map(({ n }) => n), numbers(201, (n) => n), consumer)
    })

    it('begins a new consumer at the beginning or from now on, as it says', async (test) => {
      const shop = await stage(test, open)
      await shop.publish(['a', 1], ['b', 2])
      const late = [await shop.consume({ name: 'all' }), await shop.consume({ name: 'new', from: 'now' })]
      await shop.publish(['a', 3])
      for (const consumer of late) { await consumer.caughtUp(); await consumer.stop() }
      await shop.publish(['a', 4])
      // It has begun once: what came while it was away is not new to it, but it is not lost either.
      await (await shop.consume({ name: 'new', from: 'now' })).caughtUp()
      assert.deepEqual((await shop.effects('all')).map(({ n }) => n), [1, 2, 3])
      assert.deepEqual((await shop.effects('new')).map(({ n }) => n), [3, 4])
    })

    it('passes what is not the consumer’s', async (test) => {
      const shop = await stage(test, open)
      const consumer = await shop.consume()
      await shop.publisher.transaction(async (tx) => { for (let n = 0; n < 20; n++) await shop.outbox.append(tx, other, 'a', { n }) })
      await shop.publish(['a', 20])
      await consumer.caughtUp()
      assert.deepEqual((await shop.effects()).map(({ n }) => n), [20])
    })

    it('never doubles a fact with two relays at work', async (test) => {
      const shop = await stage(test, open)
      const elsewhere = await shop.another()
      const second = elsewhere.relay('notes', shop.publisher)
      await second.start()
      test.after(() => second.stop())
      await Promise.all(numbers(8, async (writer) => { for (let n = 0; n < 20; n++) { await shop.append([`key ${writer}`, writer * 20 + n]); second.wake() } }))
      await Promise.all([shop.relay.flush(), second.flush()])
      const consumer = await shop.consume()
      await consumer.caughtUp()
      const seen = await shop.effects()
      // A second copy would take a position and, being known already, have no effect there.
      assert.deepEqual(seen.map(({ position }) => position), numbers(160, (n) => n + 1))
      assert.deepEqual(seen.map(({ n }) => n).toSorted((a, b) => a - b), numbers(160, (n) => n))
    })

    it('tries what fails again, later each time, then parks it; other keys go on, its own waits behind it', async (test) => {
      const shop = await stage(test, open)
      const tried: number[] = []
      const consumer = await shop.consume({ reactions: [reaction(noted, async (event, tx) => {
        tried.push(event.data.n)
        if (event.data.n === 1) throw new Error('the printer is out of ink')
        await note(tx, 'reader', event)
      })] })
      await shop.publish(['a', 0], ['a', 1], ['b', 2], ['a', 3], ['b', 4], ['a', 5])
      await consumer.caughtUp()
      const parked = await shop.parkedOnce('parked')
      assert.deepEqual((await shop.effects()).map(({ n }) => n), [0, 2, 4])
      assert.ok(tried.filter((n) => n === 1).length >= quick.attempts)
      assert.deepEqual(parked.map(({ key, state, data }) => ({ key, state, data })), [
        { key: 'a', state: 'parked', data: { n: 1 } }, { key: 'a', state: 'waiting', data: { n: 3 } }, { key: 'a', state: 'waiting', data: { n: 5 } }])
      const shown = await shop.operator('getParked', { eventId: parked[0]?.eventId as string })
      assert.deepEqual({ ...(shown as object), eventId: undefined, occurredAt: undefined, parkedAt: undefined }, {
        service: shop.consumer.schema, consumer: 'reader', eventId: undefined, topic: 'notes', name: 'noted', version: 1, key: 'a', data: { n: 1 }, state: 'parked', attempts: 3,
        lastError: 'Error: the printer is out of ink', nextAttemptAt: null, occurredAt: undefined, parkedAt: undefined })
      await shop.publish(['a', 6], ['b', 7])
      await consumer.caughtUp()
      assert.deepEqual((await shop.effects()).map(({ n }) => n), [0, 2, 4, 7])
    })

    it('gives what was parked its effect when it is replayed, then in order what waited behind it', async (test) => {
      const shop = await stage(test, open)
      let mended = false
      const consumer = await shop.consume({ reactions: [reaction(noted, async (event, tx) => {
        if (!mended && event.data.n === 1) throw new Error('not yet')
        await note(tx, 'reader', event)
      })] })
      await shop.publish(['a', 1], ['a', 2], ['a', 3])
      await consumer.caughtUp()
      const parked = await shop.parkedOnce('parked')
      await assert.rejects(shop.operator('replayParked', { eventId: parked.at(-1)?.eventId as string }), (error) => isFailure(error, 'NOT_FOUND'), 'what waits is not replayed before what it waits for')
      mended = true
      assert.deepEqual(await shop.operator('replayParked', { eventId: parked[0]?.eventId as string, reason: 'the printer has ink' }), { replayed: true })
      assert.deepEqual(await shop.acts(), [['tried again', 'reader', 'a', 'Error: not yet', 'token', 'the printer has ink']])
      await until(async () => (await shop.parked()).length === 0)
      await shop.publish(['a', 4])
      await consumer.caughtUp()
      assert.deepEqual((await shop.effects()).map(({ n }) => n), [1, 2, 3, 4])
    })

    it('lets what was parked go without its effect when it is dropped, and goes on behind it', async (test) => {
      const shop = await stage(test, open)
      const consumer = await shop.consume({ reactions: [reaction(noted, async (event, tx) => {
        if (event.data.n === 1) throw new Error('never')
        await note(tx, 'reader', event)
      })] })
      await shop.publish(['a', 1], ['a', 2], ['a', 3])
      await consumer.caughtUp()
      const eventId = (await shop.parkedOnce('parked'))[0]?.eventId as string
      assert.deepEqual(await shop.operator('dropParked', { eventId, reason: 'made no sense' }), { dropped: true })
      assert.deepEqual(await shop.acts(), [['let go', 'reader', 'a', 'Error: never', 'token', 'made no sense']])
      await until(async () => (await shop.parked()).length === 0)
      assert.deepEqual((await shop.effects()).map(({ n }) => n), [2, 3])
      await assert.rejects(shop.operator('dropParked', { eventId }), (error) => isFailure(error, 'NOT_FOUND'))
      await assert.rejects(shop.operator('getParked', { eventId }), (error) => isFailure(error, 'NOT_FOUND'))
    })

    it('shows and changes parked facts for operators only', async (test) => {
      const shop = await stage(test, open)
      const handlers = parkedHandlers(shop.consumer)
      const context = { caller: { kind: 'anonymous' as const }, requestId: 'req_test', deadlineMs: Date.now() + 10_000, signal: new AbortController().signal }
      for (const work of [handlers.listParked({ input: { limit: 10 }, context }), handlers.getParked({ input: { eventId: 'x' }, context }), handlers.replayParked({ input: { eventId: 'x', reason: '' }, context }), handlers.dropParked({ input: { eventId: 'x', reason: '' }, context }), handlers.listParkedActs({ input: { limit: 10 }, context })])
        await assert.rejects(work, (error) => isFailure(error) && ['FORBIDDEN', 'SIGN_IN_REQUIRED'].includes(error.code))
    })

    it('gives a batch to a reaction that takes many, and finds the one that fails', async (test) => {
      const shop = await stage(test, open)
      const sizes: number[] = []
      await shop.publish(...numbers(30, (n) => [`key ${n % 2}`, n] as const))
      const consumer = await shop.consume({ reactions: [batchReaction(noted, async (events, tx) => {
        sizes.push(events.length)
        for (const event of events) await note(tx, 'reader', event)
        if (events.some(({ data }) => data.n === 7)) throw new Error('seven')
      })] })
      await consumer.caughtUp()
      assert.equal(sizes[0], 30)
      const order = (await shop.effects()).map(({ n }) => n)
      assert.deepEqual(order, [...numbers(7, (n) => n), ...numbers(11, (n) => 8 + 2 * n)])
      assert.deepEqual((await shop.parked()).map(({ data }) => (data as { n: number }).n), numbers(12, (n) => 7 + 2 * n))
    })

    it('parks a fact of a version that the consumer does not know', async (test) => {
      const shop = await stage(test, open)
      const consumer = await shop.consume({ reactions: [reaction(defineEvent('notes', 'noted', 2, z.object({ words: z.string() })), async () => {})] })
      await shop.publish(['a', 1])
      await consumer.caughtUp()
      assert.match((await shop.parked())[0]?.lastError ?? '', /has version 1, and this consumer knows 2/)
    })

    it('carries the request that a fact became true in', async (test) => {
      const shop = await stage(test, open)
      const seen: (string | null | undefined)[] = []
      const consumer = await shop.consume({ reactions: [reaction(noted, async (event) => { seen.push(event.requestId, requestId()) })] })
      await inRequest({ requestId: 'req_of_the_shopper', deadlineMs: Date.now() + 60_000 }, () => shop.append(['a', 1]))
      await shop.relay.flush()
      await consumer.caughtUp()
      assert.deepEqual(seen, ['req_of_the_shopper', 'req_of_the_shopper'])
    })

    it('gives a batch time of its own, whoever woke its consumer', async (test) => {
      const shop = await stage(test, open)
      const seen: RequestContext[] = []
      const consumer = await shop.consume({ reactions: [batchReaction(noted, async () => { seen.push(requestContext() as RequestContext) })] })
      await inRequest({ requestId: 'req_in_time', deadlineMs: Date.now() + 60_000 }, () => shop.append(['a', 1], ['b', 2]))
      await inRequest({ requestId: 'req_long_over', deadlineMs: Date.now() - 1 }, async () => {
        await shop.relay.flush()
        await consumer.caughtUp()
      })
      assert.deepEqual(seen.map((one) => [one.requestId, one.deadlineMs > Date.now()]), [['req_in_time', true]])
    })

    it('lets a publisher say only what it declared, of its own topic', async (test) => {
      const shop = await stage(test, open)
      const say = (type: unknown, data: unknown) => shop.publisher.transaction((tx) => shop.outbox.append(tx, type as typeof noted, 'a', data as { n: number }))
      await assert.rejects(say(noted, { n: 'one' }), z.ZodError)
      await assert.rejects(say(defineEvent('orders', 'noted', 1, noted.schema), { n: 1 }), TypeError)
      assert.throws(() => shop.events.outbox('orders', shop.publisher), TypeError, 'an outbox is for one topic')
      assert.throws(() => shop.events.relay('orders', shop.publisher), TypeError)
      await shop.relay.flush()
      await (await shop.consume()).caughtUp()
      assert.deepEqual(await shop.effects(), [])
    })
  })
}

const numbers = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n))

const note = (tx: Parameters<Reaction['react']>[1], consumer: string, { id, key, data, position }: Event<{ n: number }>): Promise<number> =>
  tx.run('insert into effect (consumer, event_id, key, n, position) values ($1, $2, $3, $4, $5)', [consumer, id, key, data.n, position])

/** A shop of one publisher and consumers that write down what they heard. */
async function stage(test: TestContext, open: EventsAdapter['open'], patience = quick) {
  const { publisher, consumer, process } = await open(test)
  for (const database of [publisher, consumer]) await database.migrate([eventTables, parkedActs, effects])
  const events = await process(patience)
  const started = async <One extends Part>(part: One): Promise<One> => {
    await part.start()
    test.after(() => part.stop())
    return part
  }
  const outbox = events.outbox('notes', publisher)
  const relay = await started(events.relay('notes', publisher))
  const append = (...facts: readonly (readonly [string, number])[]) => publisher.transaction(async (tx) => { for (const [key, n] of facts) await outbox.append(tx, noted, key, { n }) })
  const handlers = parkedHandlers(consumer)
  const context = { caller: { kind: 'operator' as const }, requestId: 'req_test', deadlineMs: Date.now() + 60_000, signal: new AbortController().signal }
  // By what they say: facts of one moment are listed in no order.
  const parked = async () => (await handlers.listParked({ input: { limit: 100 }, context })).items.toSorted((a, b) => (a.data as { n: number }).n - (b.data as { n: number }).n)
  return {
    events, publisher, consumer, outbox, relay, append, parked,
    acts: async () => (await handlers.listParkedActs({ input: { limit: 10 }, context })).items.map(({ act, consumer: of, key, lastError, operator, reason }) => [act, of, key, lastError, operator, reason]),
    another: () => process(patience),
    async publish(...facts: readonly (readonly [string, number])[]) {
      await append(...facts)
      await relay.flush()
    },
    consume({ name = 'reader', from = 'beginning', reactions = [reaction(noted, async (event, tx) => { await note(tx, name, event) })], events: where = events }: { name?: string; from?: 'beginning' | 'now'; reactions?: readonly Reaction[]; events?: Events } = {}): Promise<Consumer> {
      return started(where.consumer({ consumer: name, database: consumer, reactions, from }))
    },
    effects: (name = 'reader') => consumer.rows<{ n: number; key: string; position: number }>('select n, key, position from effect where consumer = $1 order by nth', [name]),
    async parkedOnce(state: string) {
      await until(async () => (await parked()).some((one) => one.state === state))
      return parked()
    },
    operator: (operation: 'getParked' | 'replayParked' | 'dropParked', { eventId, reason = '' }: { eventId: string; reason?: string }): Promise<unknown> => handlers[operation]({ input: { eventId, reason }, context }),
  }
}

/** Work that goes on until it is told to end; begun when it waits for that. */
function held(work: (wait: () => Promise<void>) => Promise<unknown>) {
  const begun = Promise.withResolvers<void>()
  const ending = Promise.withResolvers<void>()
  const done = work(() => { begun.resolve(); return ending.promise })
  return { begun: begun.promise, done, end: () => { ending.resolve() } }
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(10)
}
