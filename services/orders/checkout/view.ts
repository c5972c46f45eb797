import { never } from '@octavo/failure'
import type { Checkout } from '../contract.ts'
import type { Failing, Saga } from './saga.ts'

export type SagaStatus = 'running' | 'waiting' | 'undoing' | 'stuck' | 'completed' | 'failed'

/** What the operator sees. `stuck` is tried on, but a person should look. */
export function statusOf(saga: Saga, stuckAfter: number): SagaStatus {
  switch (saga.at) {
    case 'freeze-basket': case 'hold-stock': case 'authorise-payment': case 'firm-hold': case 'place-order': return 'running'
    case 'await-payment': return 'waiting'
    case 'remove-lines': return saga.tries >= stuckAfter ? 'stuck' : 'running'
    case 'undoing': return saga.tries >= stuckAfter ? 'stuck' : 'undoing'
    case 'completed': return 'completed'
    case 'failed': return 'failed'
    default: return never(saga)
  }
}

/**
 * What the shopper is told. Placed is completed, whatever is left to tidy; failed is said only when every undo has ended or the
 * operator has it.
 */
export function viewOf(checkout: { readonly id: string; readonly orderId: string; readonly saga: Saga; readonly deadlineAt: Date }, stuckAfter: number): Checkout {
  const { id, orderId, saga, deadlineAt } = checkout
  switch (saga.at) {
    case 'remove-lines': case 'completed': return { id, status: 'completed', orderId }
    case 'await-payment': return saga.url === null ? { id, status: 'running' } : { id, status: 'requires_action', nextAction: { url: saga.url }, expiresAt: deadlineAt.toISOString() }
    case 'failed': return { id, status: 'failed', failure: told(saga.failure) }
    case 'undoing': return saga.tries >= stuckAfter ? { id, status: 'failed', failure: told(saga.failure) } : { id, status: 'running' }
    case 'freeze-basket': case 'hold-stock': case 'authorise-payment': case 'firm-hold': case 'place-order': return { id, status: 'running' }
    default: return never(saga)
  }
}

const told = ({ short, ...failure }: Failing): Checkout['failure'] => ({ ...failure, ...(short && { short: [...short] }) })
