import type { Queryable } from '@octavo/database'
import type { ListedIntent } from '../provider/port.ts'

export interface KnownPayment {
  readonly id: string
  readonly status: string
  readonly authorisedMinor: number
  readonly capturedMinor: number
  readonly refundedMinor: number
  readonly multicapture: boolean
  /** Movements that are still to be done. */
  readonly wanted: number
}

/** Our payments of these intents, by id. */
export async function knownPayments(sql: Queryable, intents: readonly ListedIntent[]): Promise<ReadonlyMap<string, KnownPayment>> {
  const rows = await sql.rows<KnownPayment>(
    `select id, status, authorised_minor::float8 as "authorisedMinor", captured_minor::float8 as "capturedMinor", refunded_minor::float8 as "refundedMinor", multicapture,
       (select count(*)::int from movement m where m.payment_id = payment.id and m.state = 'wanted') as wanted
     from payment where id = any($1::text[])`, [intents.flatMap(({ paymentId }) => paymentId ?? [])])
  return new Map(rows.map((payment) => [payment.id, payment]))
}

/** Money that the provider holds or took, and our books do not have so. What is still to be let go or given back is on its way. */
export function contradiction({ heldMinor, capturedMinor, refundedMinor }: ListedIntent, payment: KnownPayment | undefined): string | undefined {
  const keptMinor = capturedMinor - refundedMinor
  if (heldMinor === 0 && keptMinor === 0) return undefined
  if (!payment) return `the provider holds ${heldMinor} and keeps ${keptMinor} for a payment that is not ours`
  if (payment.wanted > 0) return undefined
  const inParts = payment.multicapture && payment.status === 'captured'
  if (heldMinor > 0 && payment.status !== 'authorised' && !inParts) return `the provider holds ${heldMinor}, and the payment is ${payment.status}`
  const ours = payment.capturedMinor - payment.refundedMinor
  return keptMinor === ours ? undefined : `the provider keeps ${keptMinor}, and the payment says ${ours}`
}
