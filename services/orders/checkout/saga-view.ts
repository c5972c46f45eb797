import type { SagaView } from '../contract.ts'
import type { ShownCheckout } from '../store/checkout-acts.ts'
import type { Saga } from './saga.ts'

/** A checkout as operators see it. */
export function sagaView({ id, orderId, status, saga, fence, deadlineAt, leaseUntil, dueAt, lastError, createdAt, updatedAt }: ShownCheckout): SagaView {
  const failure = saga.at === 'undoing' || saga.at === 'failed' ? { code: saga.failure.code, detail: saga.failure.detail } : null
  return {
    checkoutId: id, orderId, status, step: stepOf(saga), attempt: 'tries' in saga ? saga.tries + 1 : 1, fence,
    deadlineAt: dueAt === null ? null : deadlineAt.toISOString(), nextAttemptAt: leaseUntil === null ? (dueAt?.toISOString() ?? null) : null,
    lastError, failure, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString(),
  }
}

export function stepOf(saga: Saga): string {
  const undo = saga.at === 'undoing' ? saga.undo[0] : undefined
  return undo ? `undo ${undo.step}` : saga.at
}
