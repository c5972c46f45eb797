import { isFailure } from '@octavo/failure'
import { refused, type Outcome } from './steps/step.ts'

/** Another process has a higher fence: this one lets go and writes nothing. */
export class TakenOver extends Error {
  override readonly name = 'TakenOver'
}

/** Failures that say nothing about whether it was done. */
const silent = new Set(['UNAVAILABLE', 'DEADLINE_EXCEEDED', 'INTERNAL', 'RATE_LIMITED'])

/**
 * What a failure means that the step itself did not understand: no answer, or a refusal that may have left something behind.
 * @throws TakenOver
 */
export function hear(error: unknown): Outcome {
  if (isFailure(error, 'STALE_FENCE')) throw new TakenOver()
  if (!isFailure(error) || silent.has(error.code)) return { happened: { kind: 'unanswered' } }
  if (isFailure(error, 'UNDONE')) return refused({ code: 'CHECKOUT_EXPIRED', message: 'The checkout was ended; you have not been charged. Your basket is as it was.' }, true)
  return refused(error, true)
}

/** Undos and what follows the pivot know no refusal: only an answer counts. */
export function insist(error: unknown): Outcome {
  if (isFailure(error, 'STALE_FENCE')) throw new TakenOver()
  return { happened: { kind: 'unanswered' } }
}
