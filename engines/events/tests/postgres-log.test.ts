import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { z } from 'zod'
import type { Database } from '@octavo/database'
import { openDatabase } from '@octavo/database/postgres'
import { endConnections, testUrls } from '@octavo/database/testing'
import { Registry, silentLog } from '@octavo/telemetry'
import { eventsConformance, type EventsShop } from '../conformance.ts'
import { logTables } from '../log-tables.ts'
import { batchReaction, defineEvent, eventTables, reaction, type Events, type Outbox, type Patience } from '../port.ts'
import { postgresEvents, type PostgresLogOptions } from '../postgres-log.ts'

const noted = defineEvent('notes', 'noted', 1, z.object({ n: z.int() }))

/** A fresh shop whose processes have databases of their own to the same server. */
async function openShop(test: TestContext): Promise<EventsShop & { log(name?: string): Database; process(patience?: Patience, more?: Partial<PostgresLogOptions>): Promise<Events> }> {
  const urls = await testUrls({ publisher: [eventTables], consumer: [eventTables], events: logTables })
  const open = (schema: keyof typeof urls, name: string): Database => {
    const database = openDatabase({ url: urls[schema], schema, poolMax: 8, applicationName: name })
    test.after(() => database.close())
    return database
  }
  return {
    publisher: open('publisher', 'publisher'), consumer: open('consumer', 'consumer'), log: (name = 'log') => open('events', name),
    async process(patience?: Patience, more: Partial<PostgresLogOptions> = {}) {
      const events = postgresEvents({ database: open('events', 'events'), log: silentLog, metrics: new Registry(), alone: false, ...(patience && { patience }), ...more })
      await events.log.start()
      test.after(() => events.log.stop())
      return events
    },
  }
}

eventsConformance({ name: 'PostgreSQL log', open: (test) => openShop(test) })

describe('the log in PostgreSQL', { timeout: 400_000 }, () => {
  const append = (outbox: Outbox, publisher: Database, ...all: number[]) =>
    publisher.transaction(async (tx) => { for (const n of all) await outbox.append(tx, noted, 'a', { n }) })

  it('has each fact once when a relay died between the log and its outbox', async (test) => {
    const shop = await openShop(test)
    const events = await shop.process()
    await append(events.outbox('notes', shop.publisher), shop.publisher, 1, 2, 3)
    const dying: Database = { ...shop.publisher, transaction: (work) => shop.publisher.transaction(async (tx) => { await work(tx); throw new Error('the process died') }) }
    await assert.rejects(events.relay('notes', dying).flush(), /the process died/)
    const log = shop.log()
    const inLog = () => log.rows<{ n: number; position: number }>(`select (data->>'n')::int as n, position from log order by position`)
    assert.equal((await inLog()).length, 3, 'the log had them before the relay died')
    assert.equal((await shop.publisher.one<{ count: number }>('select count(*) as count from outbox')).count, 3)
    const next = await shop.process()
    await append(events.outbox('notes', shop.publisher), shop.publisher, 4)
    await next.relay('notes', shop.publisher).flush()
    assert.deepEqual(await inLog(), [1, 2, 3, 4].map((n) => ({ n, position: n })))
    assert.equal((await shop.publisher.one<{ count: number }>('select count(*) as count from outbox')).count, 0)
  })

  it('tells other processes by NOTIFY', async (test) => {
    const shop = await openShop(test)
    const events = await shop.process()
    const log = shop.log()
    const heard = new Promise<void>((done, failed) => { log.listen('octavo_events', () => done()).catch(failed) })
    await log.run('select 1')
    await append(events.outbox('notes', shop.publisher), shop.publisher, 1)
    await events.relay('notes', shop.publisher).flush()
    await heard
  })

  it('reaches other processes by polling when nobody is told', async (test) => {
    const shop = await openShop(test)
    const quiet = await shop.process(undefined, { alone: true })
    const deaf = await shop.process(undefined, { alone: true })
    const relay = quiet.relay('notes', shop.publisher)
    await relay.start()
    test.after(() => relay.stop())
    const seen = new Promise<number>((done, failed) => {
      const consumer = deaf.consumer({ consumer: 'reader', database: shop.consumer, from: 'beginning', reactions: [reaction(noted, async ({ data }) => { done(data.n) })] })
      test.after(() => consumer.stop())
      consumer.start().catch(failed)
    })
    // Written by a statement of the service's own: not even the relay of this process is woken.
    await shop.publisher.run(`select append_event('evt_1', 'noted', 1, 'a', '{"n": 7}', null)`)
    assert.equal(await seen, 7)
  })

  it('goes on after its listening connection broke', async (test) => {
    const shop = await openShop(test)
    const events = await shop.process()
    const relay = events.relay('notes', shop.publisher)
    const seen: number[] = []
    const consumer = events.consumer({ consumer: 'reader', database: shop.consumer, from: 'beginning', reactions: [reaction(noted, async ({ data }) => { seen.push(data.n) })] })
    for (const part of [relay, consumer]) { await part.start(); test.after(() => part.stop()) }
    assert.equal(await endConnections('events listener'), 1)
    await append(events.outbox('notes', shop.publisher), shop.publisher, 1)
    await relay.flush()
    await consumer.caughtUp()
    assert.deepEqual(seen, [1])
  })

  it('gives fewer at once of what cannot be done together, not each alone', async (test) => {
    const shop = await openShop(test)
    const events = await shop.process()
    await append(events.outbox('notes', shop.publisher), shop.publisher, ...Array.from({ length: 200 }, (_, n) => n))
    await events.relay('notes', shop.publisher).flush()
    const given: number[] = []
    const seen: number[] = []
    const consumer = events.consumer({
      consumer: 'hurried', database: shop.consumer, from: 'beginning',
      reactions: [batchReaction(noted, async (all) => {
        given.push(all.length)
        if (all.length > 30) throw new Error('there is no time for so many')
        seen.push(...all.map(({ data }) => data.n))
      })],
    })
    await consumer.start()
    test.after(() => consumer.stop())
    await consumer.caughtUp()
    assert.deepEqual(seen, Array.from({ length: 200 }, (_, n) => n))
    assert.ok(given.length < 40, given.join(', '))
  })

  it('is kept for ever, or for as many days as it is told, month by month; who comes late begins with what is left', async (test) => {
    const shop = await openShop(test)
    const keeping = await shop.process()
    const log = shop.log()
    await log.run(`create table log_2019_03 partition of log for values from ('2019-03-01') to ('2019-04-01')`)
    await append(keeping.outbox('notes', shop.publisher), shop.publisher, 1, 2, 3)
    await keeping.relay('notes', shop.publisher).flush()
    await log.run(`update log set appended_at = '2019-03-15' where position < 3`)
    const months = async () => (await log.rows<{ name: string }>(`select relid::text as name from pg_partition_tree('log') where isleaf order by 1`)).map(({ name }) => name)
    await shop.process()
    assert.equal((await months()).length, 3, 'this month, the next, and the old one')
    const forgetting = await shop.process(undefined, { retentionDays: 30 })
    assert.equal((await months()).includes('log_2019_03'), false)
    const seen: number[] = []
    const consumer = forgetting.consumer({ consumer: 'late', database: shop.consumer, from: 'beginning', reactions: [reaction(noted, async ({ data }) => { seen.push(data.n) })] })
    await consumer.start()
    test.after(() => consumer.stop())
    await consumer.caughtUp()
    assert.deepEqual(seen, [3])
  })
})
