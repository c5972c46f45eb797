import { systemClock } from '@octavo/clock'
import { openDatabase } from '@octavo/database/postgres'
import { postgresEvents } from '@octavo/events/postgres-log'
import { isFailure } from '@octavo/failure'
import { newId } from '@octavo/ids'
import type { Client } from '@octavo/rpc'
import { Registry, silentLog } from '@octavo/telemetry'
import type { inventoryContract } from '../contract.ts'
import { createInventory } from '../service.ts'

export type Inventory = Client<typeof inventoryContract>

/** What callers were answered: how long each took, how many copies they hold now, and how long all of it took, milliseconds. */
export interface Called { readonly times: number[]; readonly units: number; readonly tookMs: number }

/** Inventory in this process on a database that others may use too. */
export async function openInventory(urls: Readonly<Record<string, string>>, alone: boolean) {
  const open = (schema: string) => openDatabase({ url: urls[schema] ?? '', schema, poolMax: 8, applicationName: `hot ${schema}`, alone })
  const [database, log] = [open('inventory'), open('events')]
  const events = postgresEvents({ database: log, log: silentLog, metrics: new Registry(), alone })
  await events.log.start()
  const service = createInventory({ database, events, orders: { checkoutsAlive: async () => ({ known: [] }) }, clock: systemClock, log: silentLog, config: { graceMs: 120_000 } })
  await service.start()
  return {
    router: service.router,
    async close() {
      await service.drain()
      await service.stop()
      await events.log.stop()
      await database.close()
      await log.close()
    },
  }
}

/** Each caller asks again as soon as it is answered. */
export async function flatOut(inventory: Inventory, items: readonly string[], { callers, seconds }: { callers: number; seconds: number }): Promise<Called> {
  const times: number[] = []
  const began = performance.now()
  const until = began + seconds * 1000
  const units = await Promise.all(Array.from({ length: callers }, async (_, caller) => {
    let sum = 0
    for (let nth = 0; performance.now() < until; nth++) sum += await hold(inventory, items[caller % items.length] ?? '', 1 + (nth % 2), times)
    return sum
  }))
  return { times, units: units.reduce((sum, held) => sum + held, 0), tookMs: performance.now() - began }
}

/** How many copies it got; how long that took is added to `times`. */
export async function hold(inventory: Inventory, stockItemId: string, units: number, times: number[]): Promise<number> {
  const began = performance.now()
  const held = await inventory.hold({ checkoutId: newId('cko'), attempt: 1, fence: 1, lines: [{ stockItemId, units }], expiresAt: new Date(Date.now() + 3_600_000).toISOString() }).then(() => units, (error: unknown) => {
    if (!isFailure(error, 'OUT_OF_STOCK')) throw error
    return 0
  })
  times.push(performance.now() - began)
  return held
}
