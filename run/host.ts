import type { Cache } from '@octavo/cache'
import type { Clock } from '@octavo/clock'
import type { Environment } from '@octavo/config'
import type { Database } from '@octavo/database'
import type { Events } from '@octavo/events'
import type { Files } from '@octavo/files'
import type { Connections } from '@octavo/gateway'
import type { Market } from '@octavo/market'
import type { Raw } from '@octavo/rpc'
import type { Router } from '@octavo/rpc/direct'
import type { Part } from '@octavo/service'
import type { Log, Registry } from '@octavo/telemetry'
import type { Secrets } from './secrets.ts'

/** What a process gives the services in it. */
export interface Host {
  readonly environment: Environment
  /** The folder of the shop's data. */
  readonly home: string
  /** Whether no other process of the shop runs. */
  readonly alone: boolean
  readonly secrets: Secrets
  readonly markets: readonly Market[]
  readonly connections: Connections
  readonly events: Events
  readonly cache: Cache
  readonly files: Files
  readonly clock: Clock
  readonly metrics: Registry
  /** A service's own schema under its own role. */
  database(service: string): Database
  log(name: string): Log
  /** Where shoppers reach the shop. */
  publicUrl(): string
}

/** A service as a process runs it. */
export interface RunningService extends Part {
  readonly router: Router
  readonly raw?: Raw
}
