import { requireOperator } from '@octavo/caller'
import { failure } from '@octavo/failure'
import type { Handler } from '@octavo/rpc'
import type { paymentsContract } from '../contract.ts'
import type { PaymentsParts } from '../deps.ts'
import { Unanswered, type ListedIntent } from '../provider/port.ts'

interface Known { readonly id: string; readonly status: string; readonly authorisedMinor: number; readonly capturedMinor: number; readonly refundedMinor: number; readonly wanted: number }

/** Money that the provider holds or took, and our books do not have so. What is still to be let go or given back is on its way. */
export const auditProvider = ({ database, provider }: Pick<PaymentsParts, 'database' | 'provider'>): Handler<typeof paymentsContract.auditProvider> => async ({ input, context }) => {
  requireOperator(context.caller)
  const { intents, next } = await provider.listIntents({ since: input.since === null ? null : new Date(input.since), after: input.after }).catch((error: unknown) => {
    throw error instanceof Unanswered ? failure('UNAVAILABLE', 'The payment provider does not show its list now.') : error
  })
  const known = new Map((await database.rows<Known>(
    `select id, status, authorised_minor::float8 as "authorisedMinor", captured_minor::float8 as "capturedMinor", refunded_minor::float8 as "refundedMinor",
       (select count(*)::int from movement m where m.payment_id = payment.id and m.state = 'wanted') as wanted
     from payment where id = any($1::text[])`, [intents.flatMap(({ paymentId }) => paymentId ?? [])])).map((payment) => [payment.id, payment]))
  const wrong = intents.flatMap((intent) => {
    const detail = contradiction(intent, intent.paymentId === null ? undefined : known.get(intent.paymentId))
    return detail === undefined ? [] : [{ intentId: intent.id, paymentId: intent.paymentId, detail }]
  })
  return { examined: intents.length, wrong, next }
}

function contradiction({ heldMinor, capturedMinor, refundedMinor }: ListedIntent, payment: Known | undefined): string | undefined {
  const keptMinor = capturedMinor - refundedMinor
  if (heldMinor === 0 && keptMinor === 0) return undefined
  if (!payment) return `the provider holds ${heldMinor} and keeps ${keptMinor} for a payment that is not ours`
  if (payment.wanted > 0) return undefined
  if (heldMinor > 0 && payment.status !== 'authorised') return `the provider holds ${heldMinor}, and the payment is ${payment.status}`
  const ours = payment.capturedMinor - payment.refundedMinor
  return keptMinor === ours ? undefined : `the provider keeps ${keptMinor}, and the payment says ${ours}`
}
