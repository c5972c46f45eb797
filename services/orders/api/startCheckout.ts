import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { requireOwner } from '@octavo/caller'
import type { cartContract } from '@octavo/cart/contract'
import type { Clock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import { failure } from '@octavo/failure'
import { newId } from '@octavo/ids'
import type { Client, Handler } from '@octavo/rpc'
import type { Admission } from '../checkout/admission.ts'
import { begun } from '../checkout/saga.ts'
import type { Checkout } from '../checkout/checkout.ts'
import type { Runner } from '../checkout/runner.ts'
import type { Checkout as CheckoutView, ordersContract } from '../contract.ts'
import { findRival, insertCheckout } from '../store/checkouts.ts'

/** As long as a placed checkout takes to be closed, and a little more. */
const closedWithinMs = 60

export interface StartCheckoutDeps {
  readonly database: Database
  readonly clock: Clock
  readonly cart: Client<typeof cartContract>
  readonly runner: Pick<Runner, 'run'>
  readonly admission: Admission
  /** With which a checkout begins. */
  readonly stepsVersion: number
  readonly config: { readonly deadlineMs: number; readonly leaseMs: number }
  view(checkout: Checkout): CheckoutView
  /** Whether this process still takes checkouts in. */
  accepting(): boolean
}

/**
 * Once there is a place, one statement writes it down; then it is answered, and the saga runs on in this process, which gives the place
 * back when it has come to rest. Whose the basket is, and everything else that can be wrong with it, the first step finds out where it
 * is true: in the cart.
 */
export const startCheckout = (deps: StartCheckoutDeps): Handler<typeof ordersContract.startCheckout> => async (call) => {
  requireOwner(call.context.caller)
  if (!deps.accepting()) throw failure('UNAVAILABLE')
  const leave = await deps.admission.enter()
  let running = false
  try {
    return await begin(deps, call, (checkout) => {
      running = true
      // After the answer: what runs first is what the shopper waits for.
      setImmediate(() => void deps.runner.run(checkout, { kind: 'accepted' }).finally(leave))
    })
  } finally {
    if (!running) leave()
  }
}

async function begin(deps: StartCheckoutDeps, { input, context }: Parameters<Handler<typeof ordersContract.startCheckout>>[0], run: (checkout: Checkout) => void): Promise<CheckoutView> {
  const { database, clock, config } = deps
  const owner = requireOwner(context.caller)
  const { key, cartId, ...request } = input
  const bodyHash = createHash('sha256').update(JSON.stringify([cartId, request])).digest('base64url')

  for (let again = false, tried = 1; ; tried++) {
    const now = clock.now()
    const checkout: Checkout = {
      id: newId('cko'), owner, accountId: context.caller.kind === 'account' ? context.caller.accountId : null, cartId, orderId: newId('ord'), request,
      stepsVersion: deps.stepsVersion, saga: begun, agreed: null, history: [], lastError: null, fence: 1, leaseUntil: new Date(now.getTime() + config.leaseMs), dueAt: null, wakes: 0,
      deadlineAt: new Date(now.getTime() + config.deadlineMs), requestId: context.requestId, createdAt: now, updatedAt: now,
    }
    if (await insertCheckout(database, { ...checkout, key, bodyHash, leaseUntil: checkout.leaseUntil ?? now, now }, again)) {
      run(checkout)
      return { id: checkout.id, status: 'running' }
    }
    const rival = await findRival(database, { owner, key, cartId })
    if (rival?.key === key) {
      if (rival.bodyHash !== bodyHash) throw failure('IDEMPOTENCY_KEY_REUSED')
      return deps.view(rival)
    }
    if (rival?.dueAt) {
      // Its order is placed, and it is about to be closed.
      if (rival.saga.at !== 'remove-lines' || tried >= 5) throw failure('CART_IN_CHECKOUT', undefined, { checkoutId: rival.id })
      await pause(closedWithinMs / 2)
      continue
    }
    if (rival) {
      // An order came out of this basket. What was put in later is another order; when nothing was, this is the same one once more.
      const { lines } = await deps.cart.priceLines({ cartId, owner })
      if (lines.length === 0) throw failure('CART_IN_CHECKOUT', 'Everything in this basket was ordered already.', { checkoutId: rival.id })
      again = true
    }
    // Else the one in the way ended in between.
    if (tried >= 5) throw failure('UNAVAILABLE')
  }
}
