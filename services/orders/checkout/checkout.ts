import type { Address } from '@octavo/address'
import type { Money } from '@octavo/money'
import type { Agreed } from '../order/agreed.ts'
import type { Taken } from './history.ts'
import type { Saga } from './saga.ts'

/** What the shopper asked for. */
export interface CheckoutRequest {
  readonly email: string
  readonly shippingAddress: Address
  readonly deliveryOption: string
  /** The provider's token. */
  readonly paymentMethod: string
  readonly expectedTotal: Money
  readonly saveCard: boolean
}

/** A checkout as the process that works on it knows it. */
export interface Checkout {
  readonly id: string
  readonly owner: string
  readonly accountId: string | null
  readonly cartId: string
  readonly orderId: string
  readonly request: CheckoutRequest
  /** By whose rule it is run to its end. */
  readonly stepsVersion: number
  readonly saga: Saga
  /** The basket as agreed, from the moment it is frozen until the order has it. */
  readonly agreed: Agreed | null
  /** Oldest first. What a process did and had not saved when it died is not in it. */
  readonly history: readonly Taken[]
  readonly lastError: string | null
  readonly fence: number
  readonly leaseUntil: Date | null
  readonly dueAt: Date | null
  readonly wakes: number
  readonly deadlineAt: Date
  readonly requestId: string
  readonly createdAt: Date
  readonly updatedAt: Date
}
