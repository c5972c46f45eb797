import { Counter, Gauge, Histogram, type Registry } from '@octavo/telemetry'
import type { Checkout } from './checkout.ts'

/** What is measured of checkouts. */
export interface CheckoutFigures {
  /** A step or an undo was answered, or not. */
  step(name: string, tookMs: number): void
  ended(checkout: Checkout, at: Date): void
  stuck(count: number): void
}

export function checkoutFigures(registry: Registry): CheckoutFigures {
  const registers = [registry]
  const steps = new Histogram({ name: 'octavo_checkout_step_ms', help: 'How long a step of a checkout took, milliseconds', labelNames: ['step'] as const, buckets: [1, 2, 5, 10, 25, 50, 100, 250, 1_000, 5_000], registers })
  const took = new Histogram({ name: 'octavo_checkout_ms', help: 'From accepted to ended, milliseconds', labelNames: ['outcome'] as const, buckets: [10, 25, 50, 100, 250, 1_000, 5_000, 30_000, 120_000, 900_000], registers })
  const ends = new Counter({ name: 'octavo_checkouts_total', help: 'Checkouts that ended, by outcome and failure', labelNames: ['outcome', 'code'] as const, registers })
  const stuck = new Gauge({ name: 'octavo_checkouts_stuck', help: 'Checkouts that wait for the operator', registers })
  return {
    step: (name, tookMs) => steps.observe({ step: name }, tookMs),
    ended({ saga, createdAt }, at) {
      const outcome = saga.at === 'failed' ? 'failed' : 'completed'
      ends.inc({ outcome, code: saga.at === 'failed' ? saga.failure.code : '' })
      took.observe({ outcome }, at.getTime() - createdAt.getTime())
    },
    stuck: (count) => stuck.set(count),
  }
}
