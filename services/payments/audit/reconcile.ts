import type { Clock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import type { Log } from '@octavo/telemetry'
import type { Authorising } from '../payment/authorising.ts'
import type { ListedIntent, Provider } from '../provider/port.ts'
import { hintDispute, knownDisputes } from '../store/disputes.ts'
import { readPayment } from '../store/payments.ts'
import { contradiction, knownPayments, type KnownPayment } from './contradiction.ts'

/** As far back as a webhook may be late and an answer may have been lost. */
const lookBackMs = 3 * 24 * 3600_000

/** As long as a dispute may take. */
const disputeLookBackMs = 180 * 24 * 3600_000

export interface Reconciled {
  readonly examined: number
  readonly mended: number
  /** What only a person can say. */
  readonly reported: readonly string[]
}

export interface ReconcileDeps {
  readonly database: Database
  readonly provider: Provider
  readonly authorising: Authorising
  readonly clock: Clock
  readonly log: Log
}

/**
 * Compares the provider's own list with our books and mends what is certain: an outcome that neither browser nor webhook told is read,
 * and money that is held for a payment that is off is let go. Anything else is reported, for a person to look at.
 */
export async function reconcile({ database, provider, authorising, clock, log }: ReconcileDeps): Promise<Reconciled> {
  const since = new Date(clock.now().getTime() - lookBackMs)
  const reported: string[] = []
  let [examined, mended] = [0, 0]
  for (let after: string | null = null; ;) {
    const { intents, next } = await provider.listIntents({ since, after })
    const known = await knownPayments(database, intents)
    for (const intent of intents) {
      examined += 1
      const payment = intent.paymentId === null ? undefined : known.get(intent.paymentId)
      const detail = contradiction(intent, payment)
      if (detail === undefined) continue
      if (payment && await mend(intent, payment)) {
        mended += 1
        log.warn({ intentId: intent.id, paymentId: payment.id, detail }, 'a payment was not as the provider has it, and is now')
      } else {
        reported.push(`${intent.id}: ${detail}`)
        log.error({ intentId: intent.id, paymentId: intent.paymentId, detail }, 'the provider and our books disagree; look at the payment')
      }
    }
    if (next === null) break
    after = next
  }
  mended += await hintDisputes()
  return { examined, mended, reported }

  /** Disputes that no webhook told of, or of which it told before they came to another state. */
  async function hintDisputes(): Promise<number> {
    let hinted = 0
    for (let after: string | null = null; ;) {
      const { disputes, next } = await provider.listDisputes({ since: new Date(clock.now().getTime() - disputeLookBackMs), after })
      const known = await knownDisputes(database, disputes.map(({ id }) => id))
      for (const { id, state } of disputes) if (known.get(id) !== state) hinted += await hintDispute(database, id, clock.now())
      if (next === null) return hinted
      after = next
    }
  }

  async function mend(intent: ListedIntent, { id, status }: KnownPayment): Promise<boolean> {
    if (status === 'pending' || status === 'requires_action') {
      const payment = await readPayment(database, id)
      return payment !== undefined && (await authorising.refresh(payment)).status !== status
    }
    if ((status === 'voided' || status === 'failed') && intent.heldMinor > 0 && intent.capturedMinor === 0) return (await provider.cancelIntent(intent.id, `${id}:reconcile`)).kind === 'canceled'
    return false
  }
}
