import type { Outbox } from '@octavo/events'
import { checkoutFailed } from '../events.ts'
import type { OrdersDeps } from '../deps.ts'
import { countStuck, endCheckout } from '../store/checkouts.ts'
import type { Checkout } from './checkout.ts'
import type { Rules } from './decide.ts'
import { openEnds } from './ends.ts'
import { checkoutFigures } from './figures.ts'
import { createRunner, type Runner } from './runner.ts'
import { authorisePayment, resolvePayment } from './steps/authorise-payment.ts'
import { firmHold } from './steps/firm-hold.ts'
import { freezeBasket } from './steps/freeze-basket.ts'
import { holdStock } from './steps/hold-stock.ts'
import { placeOrder } from './steps/place-order.ts'
import { removeLines } from './steps/remove-lines.ts'
import { createSweeper } from './sweeper.ts'
import type { Versions } from './versions.ts'

export interface Checkouts {
  readonly runner: Runner
  /** A checkout is due now. */
  soon(): void
  /** False once the process is about to end. */
  accepting(): boolean
  start(): void
  /** Takes nothing new up and lets what runs come to rest. */
  drain(): Promise<void>
}

/** As many checkouts of others as one process takes up at once. */
const mostTakenUp = 64
const countStuckEveryMs = 15_000

/** The saga with its steps, and the sweeper that takes up what rests or was left behind. */
export function openCheckouts(deps: OrdersDeps & { readonly rules: Rules; readonly versions: Versions; readonly outbox: Outbox; wake(): void; moved(checkout: Checkout): void }): Checkouts {
  const { database, outbox, clock, log, rules, versions, config, moved } = deps
  const figures = checkoutFigures(deps.metrics)
  const returnUrl = (checkoutId: string) => `${deps.publicUrl()}/checkout/${checkoutId}`
  const runner = createRunner({
    database, clock, log, rules, versions, figures, moved, leaseMs: config.leaseMs, callMs: config.callMs,
    steps: {
      'freeze-basket': freezeBasket(deps),
      'hold-stock': holdStock({ inventory: deps.inventory, holdMarginMs: config.holdMarginMs }),
      'authorise-payment': authorisePayment({ payments: deps.payments, returnUrl }),
      'resolve-payment': resolvePayment(deps),
      'firm-hold': firmHold(deps),
      'remove-lines': removeLines(deps),
    },
    place: placeOrder({ database, outbox, wake: deps.wake, linkSecrets: config.linkSecrets }),
    complete: openEnds({ database, now: () => clock.now() }),
    fail: ({ id, cartId, saga }, written) => database.transaction(async (tx) => {
      if (!(await endCheckout(tx, written))) return false
      const code = saga.at === 'failed' ? saga.failure.code : ''
      await outbox.appendAll(tx, [{ type: checkoutFailed, key: id, data: { checkoutId: id, cartId, code, at: written.now.toISOString() } }], { keysLocked: true })
      return true
    }),
  }, (dueAt) => sweeper.expect(dueAt))

  let open = true
  let counted = 0
  const sweeper = createSweeper(runner.takeUp, runner.running, {
    log, now: () => clock.now(), everyMs: config.sweepMs, most: mostTakenUp,
    async look() {
      if (Date.now() - counted < countStuckEveryMs) return
      counted = Date.now()
      figures.stuck(await countStuck(database))
    },
  })
  return {
    runner,
    soon: sweeper.soon,
    accepting: () => open,
    start: sweeper.start,
    async drain() {
      open = false
      await sweeper.stop()
      await runner.idle()
    },
  }
}
