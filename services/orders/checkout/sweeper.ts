import type { Log } from '@octavo/telemetry'
import type { Runner } from './runner.ts'

export interface Sweeper {
  /** Looks no later than then. */
  expect(dueAt: Date): void
  /** Something is due now. */
  soon(): void
  start(): void
  stop(): Promise<void>
}

export interface SweeperOptions {
  readonly log: Log
  readonly now: () => Date
  /** How often it looks when nothing is expected: for what other processes left behind. */
  readonly everyMs: number
  /** Checkouts taken up that run at once; those begun here come on top. */
  readonly most: number
  /** Done at every look. */
  look(): Promise<void>
}

/** Takes up checkouts whose time has come, in whichever process finds them first. */
export function createSweeper(takeUp: Runner['takeUp'], running: Runner['running'], { log, now, everyMs, most, look }: SweeperOptions): Sweeper {
  let timer: NodeJS.Timeout | undefined
  let at = Number.POSITIVE_INFINITY
  let sweeping: Promise<void> | undefined
  let on = false

  function within(ms: number): void {
    const then = performance.now() + Math.max(ms, 0)
    if (!on || then >= at) return
    at = then
    clearTimeout(timer)
    timer = setTimeout(() => { at = Number.POSITIVE_INFINITY; sweep() }, Math.max(ms, 0))
    timer.unref()
  }

  function sweep(): void {
    if (sweeping) return within(5)
    sweeping = (async () => {
      await look()
      // A full hand means that there may be more.
      const limit = Math.max(most - running(), 1)
      if ((await takeUp(limit)) === limit) within(5)
    })().catch((error: unknown) => log.warn({ err: error }, 'due checkouts could not be taken up; trying again')).finally(() => {
      sweeping = undefined
      within(everyMs)
    })
  }

  return {
    expect: (dueAt) => within(dueAt.getTime() - now().getTime()),
    soon: () => within(0),
    start() { on = true; within(0) },
    async stop() {
      on = false
      clearTimeout(timer)
      await sweeping
    },
  }
}
