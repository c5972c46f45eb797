import { AsyncLocalStorage } from 'node:async_hooks'
import { pino } from 'pino'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'

export type Log = pino.Logger
export { Counter, Gauge, Histogram, Registry }

/** What follows a request through calls, events and the saga. */
export interface RequestContext {
  readonly requestId: string
  /** When the caller stops waiting, milliseconds since the epoch. */
  readonly deadlineMs: number
}

const current = new AsyncLocalStorage<RequestContext>()

/** Runs work as part of a request: its logs, calls and events carry the request's id. */
export const inRequest = <T>(context: RequestContext, work: () => T): T => current.run(context, work)

export const requestContext = (): RequestContext | undefined => current.getStore()
export const requestId = (): string | undefined => current.getStore()?.requestId

/**
 * A structured log, one JSON object a line on standard error by default. Every line written inside a request carries its id;
 * what could be a secret or a card is blotted out wherever it stands.
 */
export function openLog({ name, level, destination }: { name: string; level: string; destination?: pino.DestinationStream }): Log {
  return pino(
    {
      name,
      level,
      base: { name },
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: () => { const id = requestId(); return id ? { requestId: id } : {} },
      redact: { paths: ['password', '*.password', 'authorization', '*.authorization', 'cookie', '*.cookie', 'secret', '*.secret', 'card', '*.card', 'token', '*.token'], censor: '[blotted]' },
      formatters: { level: (label) => ({ level: label }) },
    },
    destination ?? pino.destination({ fd: 2, sync: true }),
  )
}

export const silentLog: Log = pino({ level: 'silent' })
