import type { Clock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import type { Log } from '@octavo/telemetry'
import type { DisputeReader } from '../disputes/reader.ts'
import { Refused } from '../provider/port.ts'
import type { Authorising } from '../payment/authorising.ts'
import { takeDue } from '../store/movements.ts'
import { takeUnheard } from '../store/payments.ts'
import { wantBeforeEnd } from './ending.ts'
import type { Mover } from './mover.ts'
import type { WithShopper } from './with-shopper.ts'

/** How often due work is looked for when nobody says that there is some. */
const roundMs = 1000
/** How long a movement is one process's own. */
const claimMs = 30_000
const atOnce = 10

export interface Worker {
  /** Something became due now. */
  soon(): void
  /** Done when everything due at the call has been tried. For tests. */
  round(): Promise<void>
  start(): void
  stop(): Promise<void>
}

/** Carries out wanted movements, asks about payments of which nobody heard the end, and reads disputes that something was said of. Any number of processes may run one. */
export function openWorker({ database, mover, shopper, authorising, disputes, clock, log }: { database: Database; mover: Mover; shopper: WithShopper; authorising: Authorising; disputes: DisputeReader; clock: Clock; log: Log }): Worker {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let again = false
  let stopped = true

  const round = async (): Promise<void> => {
    for (;;) {
      const now = clock.now()
      const ending = await wantBeforeEnd(database, clock, atOnce)
      const due = await takeDue(database, now, new Date(now.getTime() + claimMs), atOnce)
      await Promise.all(due.map((movement) => mover.perform(movement).catch((error: unknown) => {
        log[error instanceof Refused ? 'error' : 'warn']({ err: error, movementId: movement.id, paymentId: movement.paymentId, kind: movement.kind }, error instanceof Refused ? 'the provider refused to move money; look at the payment' : 'money did not move yet; it is tried again')
      })))
      const unheard = await takeUnheard(database, now, atOnce)
      await Promise.all(unheard.map((payment) => authorising.refresh(payment).catch((error: unknown) => log.warn({ err: error, paymentId: payment.id }, 'the provider did not tell how a payment stands'))))
      const present = await shopper.round(atOnce)
      const { taken, unread } = await disputes.round(atOnce)
      for (const { reference, error } of unread) log.warn({ err: error, dispute: reference }, 'the provider did not tell how a dispute stands')
      // What was done may have been in front of another of its payment.
      if (due.length === 0 && unheard.length < atOnce && taken < atOnce && ending < atOnce && present < atOnce) return
    }
  }
  const turn = (): void => {
    if (stopped) return
    if (running) { again = true; return }
    clearTimeout(timer)
    again = false
    running = round().catch((error: unknown) => log.warn({ err: error }, 'due movements could not be read')).finally(() => {
      running = undefined
      if (stopped) return
      if (again) turn()
      else timer = setTimeout(turn, roundMs).unref()
    })
  }
  return {
    soon: turn,
    async round() {
      // What a turn of its own took meanwhile is waited for too.
      do {
        while (running) await running
        await round()
      } while (running)
    },
    start() { stopped = false; turn() },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
