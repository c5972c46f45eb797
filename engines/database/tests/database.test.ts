import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { after, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { loadMigrations, MigrationRefused } from '../migrations.ts'
import type { Database, Migration } from '../port.ts'
import { openDatabase, type DatabaseOptions } from '../postgres.ts'
import { ensureSchema } from '../provision.ts'
import { endConnections, testDatabase, testDatabases, testServer, testUrls } from '../testing.ts'

const closing: Database[] = []
after(async () => { for (const database of closing) await database.close() })
async function open(options: Partial<DatabaseOptions> & { name: string }): Promise<Database> {
  const { shop: url } = await testUrls({ shop: [] })
  const database = openDatabase({ url, schema: 'shop', poolMax: 4, applicationName: options.name, ...options })
  closing.push(database)
  return database
}
const failsWith = (code: string) => (error: unknown): boolean => (error as { code?: string }).code === code
const connections = async (name: string): Promise<number> => {
  const client = new pg.Client({ connectionString: await testServer() })
  await client.connect()
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from pg_stat_activity where application_name = $1', [name])
  await client.end()
  return rows[0]?.count ?? 0
}

/**
 * In front of the server: lets everybody through, and at a word breaks all connections off and refuses the next ones, or keeps from those
 * who came through already whatever the server answers.
 */
async function openDoor(to: number) {
  let left = 0
  const through = new Set<Socket>()
  const answers = new Set<Socket>()
  const door = createServer((socket) => {
    socket.on('error', () => {})
    if (left > 0) { left -= 1; socket.destroy(); return }
    const server = connect(to, '127.0.0.1')
    answers.add(server)
    for (const [one, other] of [[socket, server], [server, socket]] as const) {
      through.add(one)
      one.on('error', () => {}).on('close', () => { through.delete(one); answers.delete(one); other.destroy() }).pipe(other)
    }
  })
  door.listen(0, '127.0.0.1')
  await once(door, 'listening')
  return {
    port: (door.address() as AddressInfo).port,
    refuse(times: number) { left = times; for (const socket of through) socket.destroy() },
    deafen() { for (const server of answers) server.unpipe().resume() },
    close() { for (const socket of through) socket.destroy(); door.close() },
  }
}

describe('a service’s own schema', () => {
  it('cannot be read, written or looked into by another service', async () => {
    const { orders, payments } = await testDatabases({ orders: [], payments: [] })
    await orders.migrate([{ number: 1, name: 'secret', sql: 'create table secret (word text); insert into secret values ($$open sesame$$)' }])
    assert.equal((await orders.one<{ word: string }>('select word from secret')).word, 'open sesame')
    for (const statement of ['select * from orders.secret', 'insert into orders.secret values ($$x$$)', 'delete from orders.secret', 'drop table orders.secret', 'create table orders.mine (n int)', 'create table public.mine (n int)', 'set role octavo_orders', 'grant octavo_orders to octavo_payments'])
      await assert.rejects(payments.run(statement), failsWith('42501'), statement)
  })

  it('has a role that may not make roles or databases', async () => {
    const database = await testDatabase('orders')
    assert.deepEqual(await database.one('select rolsuper, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user'), { rolsuper: false, rolcreatedb: false, rolcreaterole: false })
  })

  it('may stand in a database of its own', async () => {
    const { orders: here } = await testUrls({ orders: [] })
    const there = new URL(await testServer())
    there.pathname = new URL((await testUrls({ other: [] })).other).pathname
    await ensureSchema(there.href, 'orders')
    await ensureSchema(there.href, 'orders')
    const [first, second] = [here, there.href].map((url) => openDatabase({ url, schema: 'orders', poolMax: 2, applicationName: 'own' })) as [Database, Database]
    closing.push(first, second)
    for (const [n, database] of [first, second].entries()) await database.migrate([{ number: 1, name: 'one', sql: `create table place (n int); insert into place values (${n})` }])
    assert.deepEqual([await first.one('select n from place'), await second.one('select n from place')], [{ n: 0 }, { n: 1 }])
  })
})

describe('an array given to a statement', () => {
  it('comes back as it was, whatever its texts are made of', async () => {
    const database = await testDatabase()
    const texts = [['plain', 'with, comma', '{braces}', '', 'null', 'NULL', ' blanks ', 'Größe – “marks” 书 🙂'], ['say "so"', 'back\\slash', '{"json": "with \\"marks\\" and \\\\"}'], ['new\nline and "marks"', 'tab\t', '\u0001', 'bell\u0007 \\b'], [null, 'beside nothing', null], []]
    for (const one of texts) assert.deepEqual(await database.one('select $1::text[] as back', [one]), { back: one })
    for (const one of [[1, -2, 0], [null, 3], [2 ** 31 - 1]]) assert.deepEqual(await database.one('select $1::int[] as back', [one]), { back: one })
    assert.deepEqual(await database.one('select $1::float8[] as back', [[0.5, 1e21, NaN, -Infinity]]), { back: [0.5, 1e21, NaN, -Infinity] })
    // Half of a letter is nothing that UTF-8 can say, alone or beside a mark.
    assert.deepEqual(await database.one('select $1::text[] as back', [['\ud83d', '"']]), { back: ['\ufffd', '"'] })
  })
})

describe('migrations', () => {
  const first: Migration = { number: 1, name: 'first', sql: 'create table thing (n int)' }
  const second: Migration = { number: 2, name: 'second', sql: 'insert into thing values (2)' }

  it('are applied once, in the order of their numbers, whoever starts at the same time', async () => {
    const { shop: url } = await testUrls({ shop: [] })
    const processes = Array.from({ length: 4 }, () => openDatabase({ url, schema: 'shop', poolMax: 1, applicationName: 'starting' }))
    closing.push(...processes)
    await Promise.all(processes.map((database) => database.migrate([second, { ...first, sql: `${first.sql}; select pg_sleep(0.1)` }])))
    assert.deepEqual(await processes[0]?.rows('select n from thing'), [{ n: 2 }])
    assert.deepEqual(await processes[0]?.rows('select number, name from schema_migration order by number'), [{ number: 1, name: 'first' }, { number: 2, name: 'second' }])
  })

  it('that are all there keep nobody waiting', async () => {
    const database = await testDatabase('test', [first])
    await database.transaction(async (tx) => {
      await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', ['octavo migrations test'])
      await database.migrate([first])
    })
  })

  it('stand in a test’s database from its start, and what one test writes no other sees', async () => {
    const [one, other] = [await testDatabase('test', [first]), await testDatabase('test', Promise.resolve([first]))]
    assert.deepEqual(await (await testDatabase('test')).one(`select to_regclass('thing')::text as thing`), { thing: null })
    await one.run('insert into thing values (1)')
    assert.deepEqual(await other.rows('select n from thing'), [])
    await other.migrate([first, second])
    assert.deepEqual(await (await testDatabase('test', [first])).rows('select n from thing'), [])
    assert.deepEqual([await one.rows('select n from thing'), await other.rows('select n from thing')], [[{ n: 1 }], [{ n: 2 }]])
  })

  it('are refused when an applied one was changed, but for the ends of its lines', async () => {
    const database = await testDatabase()
    const long = { ...first, sql: 'create table thing (\n  n int\n)' }
    await database.migrate([long])
    await database.migrate([{ ...long, sql: long.sql.replaceAll('\n', '\r\n') }])
    await assert.rejects(database.migrate([first, second]), (error) => error instanceof MigrationRefused && /Migration 1 \(first\) of test was changed/.test(error.message))
    await assert.rejects(database.one('select n from thing'), /one row was expected and 0 came/)
  })

  it('are refused when the database is newer than the code, or two have one number', async () => {
    const database = await testDatabase()
    await database.migrate([first, second])
    await assert.rejects(database.migrate([first]), (error) => error instanceof MigrationRefused && /newer than this version/.test(error.message))
    await assert.rejects(database.migrate([first, { ...second, number: 1 }]), MigrationRefused)
  })

  it('leave nothing of one that fails, and all before it', async () => {
    const database = await testDatabase()
    await assert.rejects(database.migrate([first, { number: 2, name: 'broken', sql: 'create table half (n int); select 1/0' }]), /migration 2 \(broken\) failed: division by zero/)
    await assert.rejects(database.run('select * from half'), failsWith('42P01'))
    await database.migrate([first, second])
    assert.deepEqual(await database.rows('select n from thing'), [{ n: 2 }])
  })

  it('are read from files that begin with their number', async () => {
    const [one] = await loadMigrations(new URL('migrations/', import.meta.url))
    assert.deepEqual(one, { number: 1, name: 'first', sql: 'create table thing (n int);\n' })
    await assert.rejects(loadMigrations(new URL('wrong-migrations/', import.meta.url)), /called 0001-name.sql, not first.sql/)
  })
})

describe('connections', () => {
  it('are opened when they are needed, never more than the pool’s, and let go when idle', async () => {
    const database = await open({ name: 'pool', poolMax: 3 })
    assert.equal(await connections('pool'), 0)
    await Promise.all(Array.from({ length: 20 }, () => database.one('select 1')))
    const used = await connections('pool')
    assert.ok(used >= 1 && used <= 3, `${used}`)
    while ((await connections('pool')) > 0) await pause(250)
  })

  it('come back as one, however often the server refused them meanwhile', async () => {
    const { shop } = await testUrls({ shop: [] })
    const door = await openDoor(Number(new URL(shop).port))
    const url = new URL(shop)
    url.port = String(door.port)
    url.searchParams.delete('host')
    const database = await open({ name: 'refused', url: url.href })
    const heard: string[] = []
    let wake = (): void => {}
    await database.listen('word', (payload) => { heard.push(payload); wake() })
    const next = (): Promise<void> => new Promise((resolve) => { wake = resolve })
    const back = next()
    door.refuse(4)
    await back
    // Time for whoever else might be coming back.
    await database.rows('select pg_sleep(0.5)')
    for (const word of ['one', 'two']) {
      const told = next()
      await database.notify('word', word)
      await told
    }
    assert.deepEqual(heard, ['', 'one', 'two'])
    await database.close()
    closing.splice(closing.indexOf(database), 1)
    door.close()
  })

  it('are given up when the other end has gone without a word, alone and in a transaction', async () => {
    const { shop } = await testUrls({ shop: [] })
    const url = new URL(shop)
    const door = await openDoor(Number(url.port))
    url.port = String(door.port)
    url.searchParams.delete('host')
    const database = await open({ name: 'deaf', url: url.href, statementTimeoutMs: 100, answerGraceMs: 100 })
    await database.rows('select 1')
    door.deafen()
    await assert.rejects(database.rows('select 2'), /read timeout/)
    await database.rows('select 3')
    await assert.rejects(database.transaction(async (tx) => { await tx.rows('select 4'); door.deafen(); await tx.rows('select 5') }), /read timeout/)
    assert.equal((await database.one<{ six: number }>('select 6 as six')).six, 6)
    door.close()
  })

  it('listen over one for all services of a process, and hear again after it broke', async () => {
    const urls = await testUrls({ one: [], two: [] })
    const [one, two] = (['one', 'two'] as const).map((schema) => openDatabase({ url: urls[schema], schema, poolMax: 1, applicationName: 'ears' })) as [Database, Database]
    closing.push(one, two)
    const heard: string[] = []
    let wake = (): void => {}
    const next = () => new Promise<void>((done) => { wake = done })
    await one.listen('first', (payload) => { heard.push(`first ${payload}`); wake() })
    const stop = await two.listen('second', (payload) => { heard.push(`second ${payload}`); wake() })
    assert.equal(await connections('ears listener'), 1)
    let waiting = next()
    await two.notify('first', 'a')
    await waiting
    assert.deepEqual(heard.splice(0), ['first a'])
    waiting = next()
    assert.equal(await endConnections('ears listener'), 1)
    await waiting
    while (heard.length < 2) await next()
    assert.deepEqual(heard.splice(0), ['first ', 'second '])
    await stop()
    waiting = next()
    await one.notify('second', 'nobody hears')
    await one.notify('first', 'b')
    await waiting
    assert.deepEqual(heard, ['first b'])
  })

  it('end a statement that takes too long, and a transaction that is left open', async () => {
    const database = await open({ name: 'limits' })
    assert.deepEqual(await database.one(`select current_setting('statement_timeout') as statement, current_setting('idle_in_transaction_session_timeout') as idle`), { statement: '30s', idle: '10s' })
    const strict = await open({ name: 'strict', statementTimeoutMs: 50, idleInTransactionTimeoutMs: 50 })
    await assert.rejects(strict.run('select pg_sleep(30)'), failsWith('57014'))
    await assert.rejects(strict.transaction(async (tx) => {
      await tx.run('select 1')
      while ((await connections('strict')) > 0) await pause(20)
      await tx.run('select 1')
    }))
    assert.deepEqual(await strict.one('select 1 as n'), { n: 1 }, 'the next one has a sound connection')
  })
})

describe('transactions', () => {
  const counter: Migration = { number: 1, name: 'counter', sql: 'create table counter (id int primary key, n int not null check (n < 100)); insert into counter values (1, 0), (2, 0)' }

  it('are run again after a deadlock', async () => {
    const database = await testDatabase()
    await database.migrate([counter])
    let attempts = 0
    const both = new Promise<void>((done) => { const look = setInterval(() => { if (attempts >= 2) { clearInterval(look); done() } }, 1) })
    const crossing = (a: number, b: number) => database.transaction(async (tx) => {
      await tx.run('update counter set n = n + 1 where id = $1', [a])
      attempts += 1
      await both
      await tx.run('update counter set n = n + 1 where id = $1', [b])
    })
    await Promise.all([crossing(1, 2), crossing(2, 1)])
    assert.deepEqual(await database.rows('select n from counter order by id'), [{ n: 2 }, { n: 2 }])
    assert.ok(attempts > 2)
  })

  it('say so when a statement failed and its error was swallowed', async () => {
    const database = await testDatabase()
    await database.migrate([counter])
    let told = false
    await assert.rejects(database.transaction(async (tx) => {
      tx.afterCommit(() => { told = true })
      await tx.run('update counter set n = 5')
      await tx.run('select 1/0').catch(() => {})
    }), /was rolled back/)
    await assert.rejects(database.transaction(async (tx) => { tx.send('update counter set n = 100') }), failsWith('23514'))
    assert.deepEqual(await database.rows('select n from counter'), [{ n: 0 }, { n: 0 }])
    assert.equal(told, false)
    await database.transaction(async (tx) => { tx.afterCommit(() => { told = true }); await tx.run('select 1') })
    assert.equal(told, true)
  })

  it('take rows by COPY between other statements', async () => {
    const database = await testDatabase()
    await database.migrate([counter])
    async function* rows(): AsyncGenerator<string> { for (let n = 10; n < 2010; n++) yield `${n}\t1\n` }
    await database.transaction(async (tx) => {
      tx.send('delete from counter where id = 1')
      assert.equal(await tx.copyIn('copy counter (id, n) from stdin', rows()), 2000)
      assert.equal((await tx.one<{ count: number }>('select count(*) as count from counter')).count, 2001)
    })
    async function* broken(): AsyncGenerator<string> { yield '5000\t1\n'; throw new Error('the file ended early') }
    await assert.rejects(database.transaction((tx) => tx.copyIn('copy counter (id, n) from stdin', broken())), /the file ended early/)
    assert.equal((await database.one<{ count: number }>('select count(*) as count from counter')).count, 2001)
  })

  it('give whole numbers as numbers, and refuse those that would not be exact', async () => {
    const database = await testDatabase()
    assert.deepEqual(await database.one(`select 9007199254740991::bigint as big, '{1,2}'::bigint[] as many, '2026-02-28'::date as day, 1.10::numeric as exact`), { big: 9_007_199_254_740_991, many: [1, 2], day: '2026-02-28', exact: '1.10' })
    await assert.rejects(database.one('select 9007199254740993::bigint as big'), RangeError)
  })
})
