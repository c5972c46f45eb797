import { requireOperator } from '@octavo/caller'
import { failure } from '@octavo/failure'
import type { Handler } from '@octavo/rpc'
import type { paymentsContract } from '../contract.ts'
import type { PaymentsParts } from '../deps.ts'
import { Unanswered } from '../provider/port.ts'
import { contradiction, knownPayments } from './contradiction.ts'

/** Money that the provider holds or took, and our books do not have so. What is still to be let go or given back is on its way. */
export const auditProvider = ({ database, provider }: Pick<PaymentsParts, 'database' | 'provider'>): Handler<typeof paymentsContract.auditProvider> => async ({ input, context }) => {
  requireOperator(context.caller)
  const { intents, next } = await provider.listIntents({ since: input.since === null ? null : new Date(input.since), after: input.after }).catch((error: unknown) => {
    throw error instanceof Unanswered ? failure('UNAVAILABLE', 'The payment provider does not show its list now.') : error
  })
  const known = await knownPayments(database, intents)
  const wrong = intents.flatMap((intent) => {
    const detail = contradiction(intent, intent.paymentId === null ? undefined : known.get(intent.paymentId))
    return detail === undefined ? [] : [{ intentId: intent.id, paymentId: intent.paymentId, detail }]
  })
  return { examined: intents.length, wrong, next }
}
