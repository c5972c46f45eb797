import type { Log } from '@octavo/telemetry'
import type { Reconciled } from './reconcile.ts'

const everyMs = 3600_000

export interface Reconciler {
  now(): Promise<Reconciled>
  start(): void
  stop(): Promise<void>
}

/** Has it done every hour, the first time an hour after the start; several processes do it beside one another without harm. */
export function openReconciler(work: () => Promise<Reconciled>, log: Log): Reconciler {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> | undefined
  return {
    now: work,
    start() {
      timer = setInterval(() => {
        running ??= work().catch((error: unknown) => log.warn({ err: error }, 'the provider’s list could not be compared; it is tried again in an hour')).finally(() => { running = undefined })
      }, everyMs).unref()
    },
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
