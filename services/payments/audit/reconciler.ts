import type { Log } from '@octavo/telemetry'
import type { Reconciled } from './reconcile.ts'

const everyMs = 3600_000
/** What a process that died left unheard is found soon after the next one starts. */
const firstMs = 30_000

export interface Reconciler {
  now(): Promise<Reconciled>
  start(): void
  stop(): Promise<void>
}

/** Has it done half a minute after the start, then every hour; several processes do it beside one another without harm. */
export function openReconciler(work: () => Promise<Reconciled>, log: Log): Reconciler {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> | undefined
  let stopped = false
  const turn = (): void => {
    running = work().catch((error: unknown) => log.warn({ err: error }, 'the provider’s list could not be compared; it is tried again in an hour')).finally(() => {
      running = undefined
      if (!stopped) timer = setTimeout(turn, everyMs).unref()
    })
  }
  return {
    now: work,
    start() {
      timer = setTimeout(turn, firstMs).unref()
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
