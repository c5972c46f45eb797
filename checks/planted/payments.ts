import type { Planted } from './planted.ts'

const rules = 'services/payments/movements/decide.ts'
const tests = 'services/payments/tests'

export const payments: readonly Planted[] = [
  {
    bug: 'the money of a cancelled order that was taken is kept', at: rules,
    edits: [{ find: "case 'captured': return refund(takenMinor)", put: "case 'captured': return { kind: 'nothing' }" }],
    guard: 'explore',
  },
  {
    bug: 'two hands give one payment back, and the larger one is refused', at: rules,
    edits: [{ find: 'if (lettingGo) return 0\n', put: '' }],
    guard: 'explore',
  },
  {
    bug: 'an authorisation that waits for the shopper counts as made', at: 'services/payments/payment/standing.ts',
    edits: [{ find: "return { status: 'requires_action', actionUrl: state.url, now }", put: "return { status: 'authorised', now }" }],
    guard: 'explore',
  },
  {
    bug: 'a refund is asked for under a new key each time', at: 'services/payments/movements/mover.ts',
    edits: [{ find: 'provider.refund(intentOf(payment), money(amountMinor, payment.currency), movement.id)', put: 'provider.refund(intentOf(payment), money(amountMinor, payment.currency), crypto.randomUUID())' }],
    guard: { file: `${tests}/moving.test.ts`, test: 'a refund whose answer is lost is not given twice' },
  },
  {
    bug: 'a capture is asked for under a new key each time', at: 'services/payments/movements/mover.ts',
    edits: [{ find: 'final: move.final }, movement.id)', put: 'final: move.final }, crypto.randomUUID())' }],
    guard: { file: `${tests}/moving.test.ts`, test: 'a capture whose answer is lost is not taken twice' },
  },
  {
    bug: 'the last part of a capture overtakes the parts before it, and lets go of their money', at: 'services/payments/store/movements.ts',
    edits: [{ find: 'from movement e where e.payment_id', put: 'from movement e where false and e.payment_id' }],
    guard: { file: `${tests}/moving.test.ts`, test: 'the last part never overtakes one before it, which would let go of its money' },
  },
  {
    bug: 'an intent whose checkout was undone while it was made is forgotten at the provider', at: 'services/payments/payment/authorising.ts',
    edits: [{ find: "if (payment === 'undone' && made) await", put: "if (payment === 'stale' && made) await" }],
    guard: { file: `${tests}/authorising.test.ts`, test: 'an undo while the intent is made leaves none that could be confirmed' },
  },
  {
    bug: 'an authorisation that comes after its undo is made', at: 'services/payments/store/payments.ts',
    edits: [{ find: 'from passed where not undone on conflict', put: 'from passed on conflict' }, { find: "if (undone) return 'undone'", put: '' }],
    guard: { file: `${tests}/authorising.test.ts`, test: 'an undo that comes before its do leaves a tombstone' },
  },
  {
    bug: 'a webhook that nobody signed is believed', at: 'services/payments/provider/stripe.ts',
    edits: [{ find: 'event = stripe.webhooks.constructEvent(body, signature, webhookSecret)', put: 'event = JSON.parse(body.toString()) as Stripe.Event' }],
    guard: { file: `${tests}/webhooks.test.ts`, test: 'that nobody signed, somebody else signed, was changed, or is old is refused and changes nothing' },
  },
  {
    bug: 'three webhooks at once settle three times (pinelab-vendure-plugins#620)', at: 'services/payments/payment/authorising.ts',
    edits: [
      { find: 'if (standing === undefined || (standing.status === payment.status && (standing.actionUrl ?? null) === payment.actionUrl)) return payment', put: 'if (standing === undefined) return payment' },
      { at: 'services/payments/store/payments.ts', find: "case when status = 'requires_action' then $2::timestamptz else $3 end where intent_id = $1 and status in ('pending', 'requires_action')", put: 'coalesce($2::timestamptz, $3) where intent_id = $1' },
      { at: 'services/payments/store/payments.ts', find: "case when status = 'requires_action' then 'now' else 'later' end as look", put: "'now' as look" },
    ],
    guard: { file: `${tests}/webhooks.test.ts`, test: 'is a hint: what happened is read from the provider, told once, however often and in whatever order the hints come' },
  },
  {
    bug: 'browser and webhook each begin the payment anew: the intent is made under a new key (medusa#13301, saleor#12652)', at: 'services/payments/payment/authorising.ts',
    edits: [{ find: 'subOrders }, `${id}:create`)', put: 'subOrders }, crypto.randomUUID())' }],
    guard: { file: `${tests}/authorising.test.ts`, test: 'of the making of an intent makes no second one that holds money' },
  },
  {
    bug: 'a counter for one use is used twice: two purchases at once see the same credit (vendure PR 4660)', at: 'services/payments/store/invoices.ts',
    edits: [
      { find: 'from invoice_terms where account_id = $1 for update', put: 'from invoice_terms where account_id = $1' },
      { at: 'services/payments/provider/invoice.ts', find: 'return await outstandingOf(tx, terms.accountId) + amountMinor', put: 'return await outstandingOf(tx, terms.accountId).finally(() => tx.run(\'select pg_sleep(1)\')) + amountMinor' },
    ],
    guard: { file: 'services/payments/tests/invoices.test.ts', test: 'goes up to the limit over all that is not paid, also for purchases at the same moment' },
  },
  {
    bug: 'what a dispute took back is given back a second time', at: rules,
    edits: [{ find: 'capturedMinor - refundedMinor - disputedMinor - sameMinor', put: 'capturedMinor - refundedMinor - sameMinor' }, { at: 'stand-ins/card-network/payments/refunds.ts', find: 'if (kept.body.disputed)', put: 'if (false)' }],
    guard: { file: `${tests}/disputes.test.ts`, test: 'is told by a webhook, shown with the day until which it can be answered, and takes its money off what can be given back' },
  },
  {
    bug: 'a dispute that no webhook told of is never heard of', at: 'services/payments/audit/reconcile.ts',
    edits: [{ find: 'mended += await hintDisputes()\n', put: '' }],
    guard: { file: `${tests}/disputes.test.ts`, test: 'of which no webhook came is found in the provider’s list' },
  },
  {
    bug: 'an authorisation ends while its order waits', at: 'services/payments/movements/worker.ts',
    edits: [{ find: 'await wantBeforeEnd(database, clock, atOnce)', put: '0 * Number(typeof wantBeforeEnd === "string")' }],
    guard: { file: `${tests}/ending.test.ts`, test: 'is taken a day before, and not earlier, where the card was not kept' },
  },
  {
    bug: 'money is held twice when it is held anew', at: 'services/payments/movements/mover.ts',
    edits: [{ find: "(await provider.cancelIntent(old, `${movement.id}:old`)).kind === 'captured'", put: '(await provider.readIntent(old)).kind === \'captured\'' }],
    guard: { file: `${tests}/ending.test.ts`, test: 'is held anew where the card was kept, the old hold let go, as often as it takes' },
  },
  {
    bug: 'a kept card is charged by itself while its holder answers the bank, and then twice', at: 'services/payments/movements/mover.ts',
    edits: [{ find: 'if (await shopper.endFirst(payment)) return', put: 'if (false) return' }],
    guard: { file: `${tests}/with-shopper.test.ts`, test: 'is charged once when its day comes after its holder answered the bank, and would pay without them by then' },
  },
]
