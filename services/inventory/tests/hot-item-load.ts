import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startEmbeddedPostgres } from '@octavo/database/embedded'
import { provision } from '@octavo/database/provision'
import { newId } from '@octavo/ids'
import { direct } from '@octavo/rpc/direct'
import { overHttp, rpcServer } from '@octavo/rpc/http'
import { inventoryContract } from '../contract.ts'
import { flatOut, hold, openInventory, type Called, type Inventory } from './hot-item-callers.ts'
import type { Begin, Said } from './hot-item-process.ts'

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '4' }, callers: { type: 'string', default: '128' }, rate: { type: 'string', default: '2000' } } })
const [seconds, callers, rate] = [values.seconds, values.callers, values.rate].map(Number) as [number, number, number]
type Figures = { readonly transport: string; readonly what: string; readonly perSecond: number; readonly p50Ms: number; readonly p99Ms: number; readonly held: number; readonly exact: boolean }

/** One item that everybody wants, held at inventory's contract on a database that keeps every commit; one line of JSON a measurement. */
const folder = await mkdtemp(join(tmpdir(), 'octavo-hot-'))
const postgres = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), secret: 'a secret of the measurement' })
const urls = await provision({ adminUrl: postgres.adminUrl, services: ['inventory', 'events'], secret: 'a secret of the measurement' })
const service = await openInventory(urls, true)
const keys = ['a key of the measurement, long enough to sign'] as const
const server = rpcServer({ router: service.router, raw: () => false, keys, extra: (_, response) => response.writeHead(404).end() })
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const http = overHttp(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, keys)

try {
  for (const [transport, connection] of [['direct', direct(service.router)], ['http', http]] as const) {
    const inventory = connection.client(inventoryContract, { kind: 'service', service: 'orders' })
    const items = (count: number) => stock(inventory, count)
    await flatOut(inventory, await items(1), { callers, seconds: 1 })
    report(transport, `one item, ${callers} callers, flat out`, await counted(inventory, await items(1), (those) => flatOut(inventory, those, { callers, seconds })))
    report(transport, `one item, ${rate}/s`, await counted(inventory, await items(1), ([item = '']) => steady(inventory, item)))
    report(transport, `${callers} items, ${callers} callers, flat out`, await counted(inventory, await items(callers), (those) => flatOut(inventory, those, { callers, seconds })))
  }
  const inventory = direct(service.router).client(inventoryContract, { kind: 'service', service: 'orders' })
  for (const processes of [2, 4]) {
    report('direct', `one item, ${processes} processes with ${callers / processes} callers each, flat out`, await counted(inventory, await stock(inventory, 1), ([item = '']) => together(item, processes)))
  }
} finally {
  await http.close()
  server.closeAllConnections()
  server.close()
  await service.close()
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}

interface Run extends Called { readonly reserved: number }

async function stock(inventory: Inventory, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId('stk'))
  await inventory.registerStockItems(ids.map((id) => ({ id, sellerId: 'sel_house', sku: id, onHand: 1_000_000 })))
  return ids
}

/** Asked at a rate, however long each takes. */
async function steady(inventory: Inventory, item: string): Promise<Called> {
  const times: number[] = []
  const asked: Promise<number>[] = []
  const began = performance.now()
  for (let elapsedMs = 0; elapsedMs < seconds * 1000; elapsedMs = performance.now() - began) {
    while (asked.length < (elapsedMs / 1000) * rate) asked.push(hold(inventory, item, 1, times))
    await pause(1)
  }
  const held = await Promise.all(asked)
  return { times, units: held.reduce((sum, units) => sum + units, 0), tookMs: performance.now() - began }
}

/** The callers shared out over processes, each with an inventory of its own: between them there is the item's row. */
async function together(item: string, processes: number): Promise<Called> {
  const children = Array.from({ length: processes }, () => fork(join(import.meta.dirname, 'hot-item-process.ts'), { execArgv: ['--disable-warning=ExperimentalWarning'] }))
  const said = () => Promise.all(children.map((child) => once(child, 'message').then(([words]) => words as Said)))
  const ready = said()
  for (const child of children) child.send({ urls, item, callers: callers / processes, seconds } satisfies Begin)
  await ready
  const answers = said()
  for (const child of children) child.send('begin')
  const called = (await answers) as Called[]
  return { times: called.flatMap(({ times }) => times), units: called.reduce((sum, { units }) => sum + units, 0), tookMs: Math.max(...called.map(({ tookMs }) => tookMs)) }
}

async function counted(inventory: Inventory, items: string[], call: (items: string[]) => Promise<Called>): Promise<Run> {
  const called = await call(items)
  const levels = await inventory.getLevels({ stockItemIds: items })
  return { ...called, reserved: levels.reduce((sum, level) => sum + level.reserved, 0) }
}

function report(transport: string, what: string, { times, units, tookMs, reserved }: Run): void {
  times.sort((a, b) => a - b)
  const at = (part: number) => Number((times[Math.floor(times.length * part)] ?? 0).toFixed(1))
  const figures: Figures = { transport, what, perSecond: Math.round(times.length / (tookMs / 1000)), p50Ms: at(0.5), p99Ms: at(0.99), held: times.length, exact: units === reserved }
  console.log(JSON.stringify(figures))
}
