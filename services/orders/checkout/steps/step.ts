import type { Agreed } from '../../order/agreed.ts'
import type { Checkout } from '../checkout.ts'
import type { Happened } from '../saga.ts'

/** What a call is known by to the participants. */
export interface StepKey {
  readonly checkoutId: string
  readonly attempt: number
  readonly fence: number
}

/** What came of it; `agreed` where the basket was agreed on. */
export interface Outcome {
  readonly happened: Happened
  readonly agreed?: Agreed
}

/**
 * A step of the checkout. A failure that it does not understand itself is thrown, and then it counts as not answered, or as refused
 * with something perhaps left behind. Doing it twice under one key is doing it once.
 */
export interface Step {
  do(checkout: Checkout, key: StepKey): Promise<Outcome>
}

/** A step with its undo. The undo is right whether the do was done, half done or never came; afterwards the do is refused. */
export interface UndoableStep extends Step {
  undo(checkout: Checkout, key: StepKey): Promise<void>
}

export const refused = (error: { readonly code: string; readonly message: string; readonly data?: Record<string, unknown> }, partly: boolean): Outcome => {
  const checkoutId = error.data?.['checkoutId']
  return { happened: { kind: 'refused', partly, failure: { code: error.code, detail: error.message, ...(typeof checkoutId === 'string' ? { checkoutId } : {}) } } }
}

/** The basket as agreed; without it no step after the freeze is taken. */
export function agreedOf({ id, agreed }: Checkout): Agreed {
  if (!agreed) throw new TypeError(`checkout ${id} has no agreed basket`)
  return agreed
}
