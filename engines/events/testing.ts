import { after } from 'node:test'
import type { Database } from '@octavo/database'
import { Registry, silentLog } from '@octavo/telemetry'
import type { Events } from './port.ts'
import { postgresEvents } from './postgres-log.ts'

export { logTables } from './log-tables.ts'

/** Events over a test's database of the schema `events`; ended after the file's tests. */
export async function testEvents(database: Database, options: { alone?: boolean } = {}): Promise<Events> {
  const events = postgresEvents({ database, log: silentLog, metrics: new Registry(), alone: options.alone ?? true })
  await events.log.start()
  after(() => events.log.stop())
  return events
}
