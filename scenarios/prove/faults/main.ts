import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { freePort } from '@octavo/database/free-port'
import { startSeparateShop, type SeparateShop } from '@octavo/run/separate'
import { auditAll } from '../../audit-all.ts'
import { Visitor, type Stage } from '../../visitor.ts'
import { chosenPoints, outOfReach, type Point } from './points.ts'
import { openLoad, until, type Load } from './load.ts'
import { findSites } from './sites.ts'

const leaseSeconds = 6
/** How long a fail point may take to be passed under load. */
const patienceMs = 20_000

const { values } = parseArgs({ options: { kills: { type: 'string', default: '40' }, buyers: { type: 'string', default: '4' } } })
const wanted = Number(values.kills)
if (!Number.isInteger(wanted) || wanted < 1) {
  console.error('--kills is a whole number.')
  process.exit(2)
}

const root = join(import.meta.dirname, '..', '..', '..')
const home = mkdtempSync(join(tmpdir(), 'octavo-faults-'))
process.on('exit', () => rmSync(home, { recursive: true, force: true }))
const sites = findSites(root)
writeFileSync(join(home, 'sites.json'), JSON.stringify(sites))
const { points, covering } = chosenPoints(sites, wanted)
console.log(`fail points: ${sites.length} places in the code, ${points.length} points at which a process may die; ${outOfReach.length} places are out of this load's reach:`)
for (const { name, why } of outOfReach) console.log(`    ${name}: ${why}`)

const operatorToken = randomBytes(24).toString('hex')
const breaches: string[] = []
let kills = 0
let others = 0
const killed = new Set<string>()
const died: { name: string; done: () => void }[] = []
let watching = true

const port = await freePort(join(home, 'port'))
const shop: SeparateShop = await startSeparateShop({
  pages: false, twice: ['orders', 'payments'],
  environment: {
    PATH: process.execPath, OCTAVO_HOME: join(home, 'shop'), PORT: String(port), OCTAVO_OPERATOR_TOKEN: operatorToken, OCTAVO_RATE_LIMITS: 'off', OCTAVO_LOG_LEVEL: 'silent', OCTAVO_CHECKOUT_LEASE_SECONDS: String(leaseSeconds),
    OCTAVO_PROOF_FAULTS: home, NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'fail-points.ts')).href} --disable-warning=ExperimentalWarning`,
  },
  died: (name) => {
    if (!watching) return
    kills += 1
    shop.start(name).catch((error: unknown) => breaches.push(`${name} does not start again: ${(error as Error).message}`)).finally(() => { for (const one of died.splice(0)) one.done() })
  },
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    watching = false
    void shop.stop().finally(() => process.exit(130))
  })
}
const stage: Stage = { url: shop.url, operatorToken }
const load = await openLoad(stage, Number(values.buyers))
try {
  for (const point of covering) await dieAt(point)
  await freeze()
  await cutConnections()
  await crashDatabase()
  await provider()
} finally {
  writeFileSync(join(home, 'armed'), '')
}
for (const giveUp = Date.now() + 120_000; neverPassed().length > 0 && Date.now() < giveUp;) await pause(2_000)
await load.stop()
await allEnded()
await staysTrue(load)
for (const breach of await auditAll(stage)) breaches.push(JSON.stringify(breach))
watching = false
await shop.stop()

for (const [point, times] of [...passes()].sort(([one], [other]) => one.localeCompare(other))) console.log(`${String(times).padStart(7)}  ${killed.has(point) ? 'killed' : '      '}  ${point.replace('\t', ': ')}`)
for (const point of neverPassed()) breaches.push(`never passed under load: ${point.replace('\t', ': ')}`)
for (const breach of breaches) console.log(`✗ ${breach}`)
const { checkouts, completed, failed, refused } = load.counts
console.log(`faults: ${kills} kills at ${killed.size} of ${points.length} fail points, ${others} other faults; ${checkouts} checkouts, ${completed} placed, ${failed} failed, ${refused} refused; ${breaches.length} breaches`)
process.exit(breaches.length === 0 ? 0 : 1)

/** Waits until a process of the service has died there and another one stands in its place. */
async function dieAt({ service, name, when }: Point): Promise<void> {
  const point = `${service}\t${when} ${name}`
  const gone = Promise.withResolvers<void>()
  died.push({ name: service, done: gone.resolve })
  rmSync(join(home, `killed-${point.replaceAll(/\W/g, '_')}`), { force: true })
  writeFileSync(join(home, 'armed'), point)
  const late = new AbortController()
  const reached = await Promise.race([gone.promise.then(() => true), pause(patienceMs, false, { signal: late.signal }).catch(() => false)])
  late.abort()
  writeFileSync(join(home, 'armed'), '')
  if (reached) killed.add(point)
}

/** A process sleeps past its lease and wakes again. */
async function freeze(): Promise<void> {
  for (const name of ['orders', 'orders-2', 'payments']) {
    const pid = await runningPid(name)
    others += 1
    process.kill(pid, 'SIGSTOP')
    await pause((leaseSeconds + 2) * 1000)
    process.kill(pid, 'SIGCONT')
  }
}

/** It may just be starting again. */
async function runningPid(name: string): Promise<number> {
  for (let tries = 0; ; tries++) {
    try { return shop.pidOf(name) } catch (error) { if (tries > 600) throw error }
    await pause(100)
  }
}

async function cutConnections(): Promise<void> {
  for (const service of ['orders', 'payments', 'inventory', 'cart']) {
    others += 1
    await asked(service, 'select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and pid <> pg_backend_pid()')
    await pause(300)
  }
}

/** One of the database's own processes is killed: PostgreSQL then ends all others, and recovers from its log. */
async function crashDatabase(): Promise<void> {
  others += 1
  const [row] = await asked('orders', 'select pg_backend_pid() as pid', (pid) => { process.kill(pid, 'SIGKILL') })
  if (row) await pause(2_000)
}

async function asked(service: string, text: string, also?: (pid: number) => void): Promise<{ pid?: number }[]> {
  const client = new pg.Client({ connectionString: shop.databaseUrls[service] ?? '' })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<{ pid?: number }>(text)
  if (also && rows[0]?.pid !== undefined) also(rows[0].pid)
  await client.end().catch(() => {})
  return rows
}

/** Slow, failing, silent, answering after nothing, doing without answering. */
async function provider(): Promise<void> {
  const { cards } = shop
  if (!cards) throw new TypeError('no card network is played')
  const desk = (method: string, body?: object) => fetch(`http://127.0.0.1:${cards.port}/_control/faults`, { method, headers: { authorization: `Bearer ${cards.secretKey}` }, ...(body && { body: JSON.stringify(body) }) })
  for (const mode of ['slow', 'fail', 'drop', 'do-then-fail', 'do-then-drop'] as const) {
    for (const path of ['/payment_intents$', '/confirm$', '/cancel$', '/capture$', '/refunds$']) await desk('POST', { method: 'POST', path, mode, ms: 1_500, count: 4 })
    others += 5
    await pause(4_000)
    await desk('DELETE')
  }
}

async function allEnded(): Promise<void> {
  const visitor = new Visitor(stage)
  for (const giveUp = Date.now() + 120_000; ;) {
    const open: string[] = []
    for (const status of ['running', 'waiting', 'undoing', 'stuck']) {
      const { body } = await until(() => visitor.call<{ items: { checkoutId: string }[] }>('GET', `/api/operator/sagas?status=${status}`, undefined, { authorization: `Bearer ${operatorToken}` }))
      open.push(...body.items.map(({ checkoutId }) => `${checkoutId} ${status}`))
    }
    if (open.length === 0) break
    if (Date.now() > giveUp) { breaches.push(`these never end: ${open.join(', ')}`); break }
    await pause(500)
  }
  // Money that is still to move has its next try within a few seconds of these.
  await pause(3_000)
}

/** What a buyer was told stays true. */
async function staysTrue({ told }: Load): Promise<void> {
  for (const [id, { visitor, status, orderId }] of told) {
    const now = await until(() => visitor.call<{ status: string; orderId?: string }>('GET', `/api/checkouts/${id}`))
    if (now.body.status !== status) breaches.push(`who was told that ${id} is ${status} is told now that it is ${now.body.status}`)
    if (orderId === undefined) continue
    const order = await until(() => visitor.call('GET', `/api/orders/${orderId}`))
    if (order.status !== 200) breaches.push(`the order ${orderId} is gone`)
  }
}

/** How often each point was passed, by all processes there were. */
function passes(): Map<string, number> {
  const counts = new Map<string, number>()
  for (const file of readdirSync(home)) {
    if (!file.startsWith('passed-')) continue
    for (const point of readFileSync(join(home, file), 'utf8').split('\n')) if (point !== '') counts.set(point, (counts.get(point) ?? 0) + 1)
  }
  return counts
}

function neverPassed(): string[] {
  const passed = passes()
  return points.map(({ service, when, name }) => `${service}\t${when} ${name}`).filter((point) => !passed.has(point))
}
