import { join } from 'node:path'
import { inProcessCache } from '@octavo/cache/in-process'
import { notifyChannel } from '@octavo/cache/notify-channel'
import type { Cache } from '@octavo/cache'
import { BadConfig, type Environment } from '@octavo/config'
import { connectionBudget } from '@octavo/database/budget'
import { startEmbeddedPostgres } from '@octavo/database/embedded'
import { openDatabase } from '@octavo/database/postgres'
import { ensureSchema, provision } from '@octavo/database/provision'
import type { Database } from '@octavo/database'
import type { Events } from '@octavo/events'
import type { Files } from '@octavo/files'
import { diskFiles } from '@octavo/files/disk'
import { postgresEvents } from '@octavo/events/postgres-log'
import { serviceNames } from '@octavo/gateway'
import type { Log, Registry } from '@octavo/telemetry'
import { databaseUrlOf, type RunConfig } from './config.ts'
import type { Secrets } from './secrets.ts'

/** Every schema there is: one a service, and the log of events. */
export const schemas: readonly string[] = [...serviceNames, 'events']

/** How the connections of a process are shared out, by what a purchase asks of each. */
const weights: Readonly<Record<string, number>> = { catalog: 4, orders: 4, inventory: 3, payments: 3, cart: 3, events: 3, users: 2 }

export type DatabaseUrls = Readonly<Record<string, string>>

/** A PostgreSQL for the whole shop: the embedded one, or the one the configuration names. */
export interface ShopDatabase {
  readonly urls: DatabaseUrls
  readonly embedded: boolean
  stop(): Promise<void>
}

/** Starts or reaches the shop's PostgreSQL and makes a role and a schema a service there. */
export async function openShopDatabase({ config, secrets, step }: { config: RunConfig; secrets: Secrets; step: (words: string) => void }): Promise<ShopDatabase> {
  const postgres = config.databaseUrl === undefined
    ? await startEmbeddedPostgres({ folder: join(config.home, 'postgres'), secret: secrets.database, maxConnections: 300, sharedBuffersMb: config.sharedBuffersMb, step })
    : { adminUrl: config.databaseUrl, stop: async () => {} }
  try {
    const own = await ownUrls(schemas)
    const provided = await provision({ adminUrl: postgres.adminUrl, services: schemas.filter((schema) => own[schema] === undefined), secret: secrets.database })
    return { urls: { ...provided, ...own }, embedded: config.databaseUrl === undefined, stop: postgres.stop }
  } catch (error) {
    await postgres.stop()
    throw error
  }
}

/**
 * The addresses of these schemas for a process that starts no PostgreSQL: each of its own, else on the shop's.
 * @throws {BadConfig} when a schema has neither
 */
export async function reachDatabases(wanted: readonly string[], { config, secrets, environment }: { config: RunConfig; secrets: Secrets; environment: Environment }): Promise<DatabaseUrls> {
  const own = await ownUrls(wanted, environment)
  const missing = wanted.filter((schema) => own[schema] === undefined)
  if (missing.length === 0) return own
  if (config.databaseUrl === undefined) throw new BadConfig(`OCTAVO_${missing[0]?.toUpperCase()}_DATABASE_URL is not set, nor is OCTAVO_DATABASE_URL: where ${missing[0]} keeps its data, such as postgres://octavo_${missing[0]}:password@db.example:5432/octavo`)
  return { ...own, ...(await provision({ adminUrl: config.databaseUrl, services: missing, secret: secrets.database })) }
}

async function ownUrls(wanted: readonly string[], environment?: Environment): Promise<Record<string, string>> {
  const own: Record<string, string> = {}
  for (const schema of wanted) {
    const url = databaseUrlOf(schema, environment)
    if (url === undefined) continue
    await ensureSchema(url, schema)
    own[schema] = url
  }
  return own
}

/** What a process keeps its data in and hears of others by. */
export interface Engines {
  database(schema: string): Database
  readonly events: Events
  readonly cache: Cache
  readonly files: Files
  close(): Promise<void>
}

/** Opens the engines for the schemas in this process; `alone` when no other process of the shop runs. */
export async function openEngines({ urls, config, alone, log, metrics }: { urls: DatabaseUrls; config: RunConfig; alone: boolean; log: Log; metrics: Registry }): Promise<Engines> {
  const names = Object.keys(urls)
  const budget = connectionBudget(Object.fromEntries(names.map((name) => [name, weights[name] ?? 1])))
  const databases = new Map(names.map((name) => [name, openDatabase({
    url: urls[name] as string, schema: name, poolMax: budget[name] ?? 1, applicationName: `octavo ${name}`, alone, broke: (error) => log.warn({ schema: name, reason: error.message }, 'an idle connection broke'),
  })]))
  const database = (schema: string): Database => {
    const found = databases.get(schema)
    if (!found) throw new TypeError(`this process has no schema ${schema}`)
    return found
  }
  const events = postgresEvents({ database: database('events'), log, metrics, alone, ...(config.eventRetentionDays !== undefined && { retentionDays: config.eventRetentionDays }) })
  const cache = await openCache({ config, alone, database: () => database('events') })
  const files = await diskFiles({ folder: join(config.home, 'files') })
  return {
    database, events, cache, files,
    async close() {
      await cache.close()
      await Promise.all([...databases.values()].map((open) => open.close()))
    },
  }
}

/** In this process; with others beside it purges travel by Redis when there is one, else by NOTIFY. */
export async function openCache({ config, alone, database }: { config: RunConfig; alone: boolean; database: () => Database }): Promise<Cache> {
  if (config.redisUrl !== undefined) {
    const { redisCache } = await import('@octavo/cache/redis')
    return redisCache({ url: config.redisUrl, nearBytes: 8 * 1024 * 1024 })
  }
  return inProcessCache({ maxBytes: 24 * 1024 * 1024, ...(!alone && { channel: notifyChannel(database()) }) })
}
