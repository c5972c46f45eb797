import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { FolderInUse, FolderUnusable, startEmbeddedPostgres, type EmbeddedPostgres } from '../embedded.ts'

const folders: string[] = []
const fresh = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-embedded-'))
  folders.push(folder)
  return folder
}
/** A folder whose data was made: making it anew takes a second each time. */
let first: Promise<string> | undefined
const made = async (): Promise<string> => {
  first ??= (async () => {
    const folder = await fresh()
    await (await startEmbeddedPostgres({ ...settings, folder, durable: false })).stop()
    return folder
  })()
  const folder = await fresh()
  await cp(join(await first, 'data'), join(folder, 'data'), { recursive: true })
  return folder
}
after(async () => { for (const folder of folders) await rm(folder, { recursive: true, force: true }) })

const settings = { secret: 'a secret of the tests', sharedBuffersMb: 16, maxConnections: 20 }
const ask = async ({ adminUrl }: Pick<EmbeddedPostgres, 'adminUrl'>, text: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try { return (await client.query(text)).rows as unknown[] } finally { await client.end() }
}

/** A process of its own that has the folder; killed if the test leaves it. */
async function elsewhere(folder: string): Promise<{ readonly adminUrl: string; readonly pid: number; end(signal: NodeJS.Signals): Promise<void> }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('hold-folder.ts', import.meta.url)), folder, settings.secret], { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = once(child, 'exit')
  after(() => { child.kill('SIGKILL') })
  const [adminUrl] = (await once(createInterface(child.stdout), 'line')) as [string]
  return { adminUrl, pid: child.pid as number, async end(signal) { child.kill(signal); await gone } }
}

describe('the embedded database', { timeout: 400_000 }, () => {
  it('is version 18, works in a folder that only its owner may enter, and keeps what it has over a stop', async () => {
    const above = await fresh()
    const folder = join(above, 'only', 'mine')
    await mkdir(folder, { recursive: true })
    await chmod(join(above, 'only'), 0o700)
    await chmod(above, 0o700)
    const first = await startEmbeddedPostgres({ ...settings, folder })
    assert.deepEqual(await ask(first, `select current_setting('server_version_num')::int / 10000 as major`), [{ major: 18 }])
    await ask(first, 'create table kept as select 7 as n')
    await first.stop()
    const again = await startEmbeddedPostgres({ ...settings, folder })
    assert.deepEqual(await ask(again, 'select n from kept'), [{ n: 7 }])
    await again.stop()
  })

  it('has every committed row after it and its process were killed', async () => {
    const folder = await made()
    const running = await elsewhere(folder)
    await ask(running, 'create table kept (n int)')
    for (let n = 0; n < 20; n++) await ask(running, `insert into kept values (${n})`)
    const postmaster = Number((await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8')).split('\n')[0])
    process.kill(postmaster, 'SIGKILL')
    await running.end('SIGKILL')
    const again = await startEmbeddedPostgres({ ...settings, folder })
    assert.deepEqual(await ask(again, 'select count(*)::int as count from kept'), [{ count: 20 }])
    await again.stop()
    assert.match(await readFile(join(folder, 'postgres.log'), 'utf8'), /not properly shut down/)
  })

  it('ends with its process, however that ends, and the next start waits for that', async () => {
    const folder = await made()
    const running = await elsewhere(folder)
    await ask(running, 'create table kept as select 1 as n')
    await running.end('SIGKILL')
    const again = await startEmbeddedPostgres({ ...settings, folder })
    assert.deepEqual(await ask(again, 'select n from kept'), [{ n: 1 }])
    await again.stop()
  })

  it('says who has the folder to whoever starts there too', async () => {
    const folder = await made()
    const running = await elsewhere(folder)
    await assert.rejects(startEmbeddedPostgres({ ...settings, folder }), (error) => error instanceof FolderInUse && error.message.includes(`in use by process ${running.pid} since 20`))
    assert.deepEqual(await ask(running, 'select 1 as n'), [{ n: 1 }], 'and leaves that one alone')
    await running.end('SIGTERM')
    const mine = await startEmbeddedPostgres({ ...settings, folder })
    await assert.rejects(startEmbeddedPostgres({ ...settings, folder }), FolderInUse)
    await mine.stop()
  })

  it('is had by one of many that start at the same time, though a dead one left its note', async () => {
    const folder = await fresh()
    // Its process id is another's by now: ours.
    await writeFile(join(folder, 'holder.json'), JSON.stringify({ pid: process.pid, began: '1', since: '2020-01-01T00:00:00.000Z' }))
    const starts = await Promise.allSettled(Array.from({ length: 5 }, () => startEmbeddedPostgres({ ...settings, folder, durable: false })))
    const won = starts.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    for (const one of starts) if (one.status === 'rejected') assert.ok(one.reason instanceof FolderInUse, String(one.reason))
    assert.equal(won.length, 1)
    await won[0]?.stop()
  })

  it('says plainly when a folder cannot be used', async () => {
    const folder = await fresh()
    await writeFile(join(folder, 'a-file'), '')
    await assert.rejects(startEmbeddedPostgres({ ...settings, folder: join(folder, 'a-file', 'below') }), (error) => error instanceof FolderUnusable && /Point OCTAVO_HOME/.test(error.message))
    await mkdir(join(folder, 'data'))
    await writeFile(join(folder, 'data', 'PG_VERSION'), '14\n')
    await assert.rejects(startEmbeddedPostgres({ ...settings, folder }), (error) => error instanceof FolderUnusable && /made by PostgreSQL 14, and this is 18/.test(error.message))
  })

  it('lets nobody in without its password', async () => {
    const folder = await made()
    const server = await startEmbeddedPostgres({ ...settings, folder, durable: false })
    const wrong = new URL(server.adminUrl)
    wrong.password = 'guessed'
    await assert.rejects(ask({ adminUrl: wrong.href }, 'select 1'), (error) => (error as { code?: string }).code === '28P01')
    await server.stop()
  })
})
