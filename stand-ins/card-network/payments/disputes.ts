import { invalid, missing } from '../protocol/errors.ts'
import { flag, group, text, type Form } from '../protocol/form.ts'
import { newId } from '../protocol/ids.ts'
import { listResources } from '../protocol/lists.ts'
import type { Kept, Kind } from '../store.ts'
import type { Work } from '../network.ts'
import { chargeOf, type KeptCharge } from './charges.ts'

export interface Dispute {
  id: string
  object: 'dispute'
  created: number
  amount: number
  charge: string
  currency: string
  payment_intent: string
  reason: string
  status: 'needs_response' | 'under_review' | 'won' | 'lost'
  evidence_details: { due_by: number | null; has_evidence: boolean; past_due: boolean; submission_count: number; enhanced_eligibility: object }
  /** What it took from the balance, and what came back. */
  balance_transactions: { amount: number; fee: number; net: number; currency: string; type: 'adjustment' }[]
}

export const disputes: Kind<Dispute, object> = { name: 'dispute' }
const daysToAnswer = 9
const feeMinor = 2000

/** The holder says that it was not them: the whole charge is taken back until it is decided. */
export function openDispute(work: Work, charge: KeptCharge): void {
  const { body } = charge
  const made: Dispute & { evidence: object; metadata: object } = {
    id: newId('dp'), object: 'dispute', created: work.now, amount: body.amount_captured, charge: body.id, currency: body.currency, payment_intent: body.payment_intent,
    reason: 'fraudulent', status: 'needs_response', evidence: {}, metadata: {},
    evidence_details: { due_by: work.now + daysToAnswer * 24 * 3600, has_evidence: false, past_due: false, submission_count: 0, enhanced_eligibility: {} },
    balance_transactions: [{ amount: -body.amount_captured, fee: feeMinor, net: -body.amount_captured - feeMinor, currency: body.currency, type: 'adjustment' }],
    ...{ enhanced_eligibility_types: [], is_charge_refundable: false, livemode: false, payment_method_details: { type: 'card', card: { brand: 'visa', case_type: 'chargeback', network_reason_code: '10.4' } } },
  }
  work.store.insert(disputes, { body: made, hidden: {}, owner: body.payment_intent })
  body.disputed = true
  work.store.update(charge)
  work.record('charge.dispute.created', made)
  work.record('charge.dispute.funds_withdrawn', made)
}

export const retrieveDispute = (work: Work, _params: Form, id: string): object => disputeOf(work, id).body

export function listDisputes(work: Work, params: Form): object {
  const charge = text(params, 'charge')
  const owner = text(params, 'payment_intent') ?? (charge === undefined ? undefined : chargeOf(work, charge, { param: 'charge', status: 400 }).body.payment_intent)
  return listResources(work.store, disputes, params, { url: '/v1/disputes', owner })
}

/** Evidence is handed in. As in Stripe's test mode `winning_evidence` and `losing_evidence` decide at once; anything else is looked at for ever. */
export function updateDispute(work: Work, params: Form, id: string): object {
  const kept = openOf(work, id)
  const said = text(group(params, 'evidence'), 'uncategorized_text')
  kept.body.evidence_details.has_evidence = true
  if (flag(params, 'submit') === false) work.store.update(kept)
  else if (said === 'winning_evidence') end(work, kept, 'won')
  else if (said === 'losing_evidence') end(work, kept, 'lost')
  else {
    kept.body.status = 'under_review'
    kept.body.evidence_details.submission_count += 1
    work.store.update(kept)
    work.record('charge.dispute.updated', kept.body)
  }
  return kept.body
}

/** The shop accepts it. */
export function closeDispute(work: Work, _params: Form, id: string): object {
  const kept = openOf(work, id)
  end(work, kept, 'lost')
  return kept.body
}

function end(work: Work, kept: Kept<Dispute, object>, status: 'won' | 'lost'): void {
  const { body } = kept
  body.status = status
  if (status === 'won') body.balance_transactions.push({ amount: body.amount, fee: 0, net: body.amount, currency: body.currency, type: 'adjustment' })
  work.store.update(kept)
  if (status === 'won') {
    const charge = chargeOf(work, body.charge, { param: 'charge', status: 404 })
    charge.body.disputed = false
    work.store.update(charge)
    work.record('charge.dispute.funds_reinstated', body)
  }
  work.record('charge.dispute.closed', body)
}

function openOf(work: Work, id: string): Kept<Dispute, object> {
  const kept = disputeOf(work, id)
  if (kept.body.status === 'won' || kept.body.status === 'lost') throw invalid('This dispute is already closed.')
  return kept
}

function disputeOf(work: Work, id: string): Kept<Dispute, object> {
  const kept = work.store.find(disputes, id)
  if (!kept) throw missing('dispute', id, { param: 'id', status: 404 })
  return kept
}
