import { requireOperator, whoIs } from '@octavo/caller'
import type { Clock } from '@octavo/clock'
import type { Database, Queryable } from '@octavo/database'
import type { Outbox } from '@octavo/events'
import { failure } from '@octavo/failure'
import { newId } from '@octavo/ids'
import type { Handler } from '@octavo/rpc'
import type { Checkout } from '../checkout/checkout.ts'
import { completed, type Saga } from '../checkout/saga.ts'
import { sagaView, stepOf } from '../checkout/saga-view.ts'
import type { ordersContract, SagaDetails } from '../contract.ts'
import { checkoutFailed } from '../events.ts'
import { actsOf, endByHand, lockShown, noteAct, readShown } from '../store/checkout-acts.ts'
import { wakeCheckout } from '../store/checkouts.ts'

export interface SagaActDeps {
  readonly database: Database
  readonly clock: Clock
  readonly outbox: Outbox
  /** A checkout is due now. */
  soon(): void
  /** Told of a state that is durable. */
  moved(checkout: Checkout): void
}

export const getSaga = ({ database }: Pick<SagaActDeps, 'database'>): Handler<typeof ordersContract.getSaga> => async ({ input, context }) => {
  requireOperator(context.caller)
  return details(database, input.checkoutId)
}

/** What rests is taken up now; nothing else is different from its own next try. */
export const retrySaga = ({ database, clock, soon }: SagaActDeps): Handler<typeof ordersContract.retrySaga> => async ({ input: { checkoutId, reason }, context }) => {
  requireOperator(context.caller)
  await database.transaction(async (tx) => {
    const shown = await lockShown(tx, checkoutId)
    if (!shown) throw failure('NOT_FOUND')
    if (shown.dueAt === null) throw failure('CONFLICT', 'This checkout has ended; there is nothing to try.')
    const now = clock.now()
    await wakeCheckout(tx, checkoutId, now)
    await noteAct(tx, { id: newId('act'), checkoutId, act: 'tried again', operator: whoIs(context.caller), reason, saga: shown.saga, at: now })
  })
  soon()
  return details(database, checkoutId)
}

/**
 * Ends what is stuck, on an operator's word: what was still to be undone, or to be tidied away, is not tried any more and is the
 * operator's to see to. Which it was stays in the act.
 */
export const endSaga = ({ database, clock, outbox, moved }: SagaActDeps): Handler<typeof ordersContract.endSaga> => async ({ input: { checkoutId, reason }, context }) => {
  requireOperator(context.caller)
  const ended = await database.transaction(async (tx) => {
    const shown = await lockShown(tx, checkoutId)
    if (!shown) throw failure('NOT_FOUND')
    if (shown.status !== 'stuck') throw failure('CONFLICT', `Only what is stuck is ended by hand; this checkout is ${shown.status} and comes to its end by itself.`)
    const now = clock.now()
    const saga: Saga = shown.saga.at === 'undoing' ? { at: 'failed', failure: shown.saga.failure } : completed
    await endByHand(tx, checkoutId, saga.at === 'failed' ? 'failed' : 'completed', saga, now)
    await noteAct(tx, { id: newId('act'), checkoutId, act: 'ended', operator: whoIs(context.caller), reason, saga: shown.saga, at: now })
    if (saga.at === 'failed') await outbox.appendAll(tx, [{ type: checkoutFailed, key: checkoutId, data: { checkoutId, cartId: shown.cartId, code: saga.failure.code, at: now.toISOString() } }], { keysLocked: true })
    return { ...shown, saga }
  })
  moved(ended)
  return details(database, checkoutId)
}

async function details(sql: Queryable, checkoutId: string): Promise<SagaDetails> {
  const [shown, acts] = [await readShown(sql, checkoutId), await actsOf(sql, checkoutId)]
  if (!shown) throw failure('NOT_FOUND')
  return {
    ...sagaView(shown), toUndo: shown.saga.at === 'undoing' ? shown.saga.undo.map(({ step }) => step) : [],
    steps: [...shown.history],
    acts: acts.map(({ act, operator, reason, saga, at }) => ({ act, operator, reason, step: stepOf(saga), leftUndone: act === 'ended' && saga.at === 'undoing' ? saga.undo.map(({ step }) => step) : [], at: at.toISOString() })),
  }
}
