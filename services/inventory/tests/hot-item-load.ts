import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { systemClock } from '@octavo/clock'
import { startEmbeddedPostgres } from '@octavo/database/embedded'
import { openDatabase } from '@octavo/database/postgres'
import { provision } from '@octavo/database/provision'
import { postgresEvents } from '@octavo/events/postgres-log'
import { isFailure } from '@octavo/failure'
import { newId } from '@octavo/ids'
import type { Client } from '@octavo/rpc'
import { direct } from '@octavo/rpc/direct'
import { overHttp, rpcServer } from '@octavo/rpc/http'
import { Registry, silentLog } from '@octavo/telemetry'
import { inventoryContract } from '../contract.ts'
import { createInventory } from '../service.ts'

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '4' }, callers: { type: 'string', default: '128' }, rate: { type: 'string', default: '2000' } } })
const [seconds, callers, rate] = [values.seconds, values.callers, values.rate].map(Number) as [number, number, number]
type Inventory = Client<typeof inventoryContract>
type Figures = { readonly transport: string; readonly what: string; readonly perSecond: number; readonly p50Ms: number; readonly p99Ms: number; readonly held: number; readonly exact: boolean }

/** One item that everybody wants, held at inventory's contract on a database that keeps every commit; one line of JSON a measurement. */
const folder = await mkdtemp(join(tmpdir(), 'octavo-hot-'))
const postgres = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), secret: 'a secret of the measurement' })
const urls = await provision({ adminUrl: postgres.adminUrl, services: ['inventory', 'events'], secret: 'a secret of the measurement' })
const open = (schema: string) => openDatabase({ url: urls[schema] ?? '', schema, poolMax: 8, applicationName: `hot ${schema}`, alone: true })
const [database, log] = [open('inventory'), open('events')]
const events = postgresEvents({ database: log, log: silentLog, metrics: new Registry(), alone: true })
await events.log.start()
const service = createInventory({ database, events, orders: { checkoutsAlive: async () => ({ known: [] }) }, clock: systemClock, log: silentLog, config: { graceMs: 120_000 } })
await service.start()
const keys = ['a key of the measurement, long enough to sign'] as const
const server = rpcServer({ router: service.router, raw: () => false, keys, extra: (_, response) => response.writeHead(404).end() })
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const http = overHttp(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, keys)

try {
  for (const [transport, connection] of [['direct', direct(service.router)], ['http', http]] as const) {
    const inventory = connection.client(inventoryContract, { kind: 'service', service: 'orders' })
    const items = (count: number) => stock(inventory, count)
    await flatOut(inventory, await items(1), 1)
    report(transport, `one item, ${callers} callers, flat out`, await flatOut(inventory, await items(1), seconds))
    report(transport, `one item, ${rate}/s`, await steady(inventory, await items(1), seconds))
    report(transport, `${callers} items, ${callers} callers, flat out`, await flatOut(inventory, await items(callers), seconds))
  }
} finally {
  await http.close()
  server.closeAllConnections()
  server.close()
  await service.drain()
  await service.stop()
  await events.log.stop()
  await database.close()
  await log.close()
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}

interface Run { readonly times: number[]; readonly held: number; readonly units: number; readonly tookMs: number; readonly reserved: number }

async function stock(inventory: Inventory, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId('stk'))
  await inventory.registerStockItems(ids.map((id) => ({ id, sellerId: 'sel_house', sku: id, onHand: 1_000_000 })))
  return ids
}

async function hold(inventory: Inventory, stockItemId: string, units: number, times: number[]): Promise<number> {
  const began = performance.now()
  const held = await inventory.hold({ checkoutId: newId('cko'), attempt: 1, fence: 1, lines: [{ stockItemId, units }], expiresAt: new Date(Date.now() + 3_600_000).toISOString() }).then(() => units, (error: unknown) => {
    if (!isFailure(error, 'OUT_OF_STOCK')) throw error
    return 0
  })
  times.push(performance.now() - began)
  return held
}

/** Each caller asks again as soon as it is answered. */
async function flatOut(inventory: Inventory, items: readonly string[], forSeconds: number): Promise<Run> {
  const times: number[] = []
  const [began, until] = [performance.now(), performance.now() + forSeconds * 1000]
  const held = await Promise.all(Array.from({ length: callers }, async (_, caller) => {
    let sum = 0
    for (let nth = 0; performance.now() < until; nth++) sum += await hold(inventory, items[caller % items.length] ?? '', 1 + (nth % 2), times)
    return sum
  }))
  return counted(inventory, items, times, held, began)
}

/** Asked at a rate, however long each takes. */
async function steady(inventory: Inventory, items: readonly string[], forSeconds: number): Promise<Run> {
  const times: number[] = []
  const asked: Promise<number>[] = []
  const began = performance.now()
  for (let elapsedMs = 0; elapsedMs < forSeconds * 1000; elapsedMs = performance.now() - began) {
    while (asked.length < (elapsedMs / 1000) * rate) asked.push(hold(inventory, items[0] ?? '', 1, times))
    await pause(1)
  }
  return counted(inventory, items, times, await Promise.all(asked), began)
}

async function counted(inventory: Inventory, items: readonly string[], times: number[], held: readonly number[], began: number): Promise<Run> {
  const tookMs = performance.now() - began
  const levels = await inventory.getLevels({ stockItemIds: [...items] })
  return { times, held: times.length, units: held.reduce((sum, units) => sum + units, 0), tookMs, reserved: levels.reduce((sum, level) => sum + level.reserved, 0) }
}

function report(transport: string, what: string, { times, held, units, tookMs, reserved }: Run): void {
  times.sort((a, b) => a - b)
  const at = (part: number) => Number((times[Math.floor(times.length * part)] ?? 0).toFixed(1))
  const figures: Figures = { transport, what, perSecond: Math.round(held / (tookMs / 1000)), p50Ms: at(0.5), p99Ms: at(0.99), held, exact: units === reserved }
  console.log(JSON.stringify(figures))
}
