import type { Planted } from './planted.ts'

const tests = 'services/orders/tests'

export const orders: readonly Planted[] = [
  {
    bug: 'the fence is not checked when a checkout is saved', at: 'services/orders/store/checkouts.ts',
    edits: [{ find: 'lease_until = $8, due_at = $8, history = $9::jsonb where id = $1 and fence = $2', put: 'lease_until = $8, due_at = $8, history = $9::jsonb where id = $1 and $2::int is not null' }],
    guard: { file: `${tests}/taking-over.test.ts`, test: 'writes nothing when it wakes with an answer that came long ago' },
  },
  {
    bug: 'who takes a checkout up does not raise its fence', at: 'services/orders/store/checkouts.ts',
    edits: [{ find: 'set fence = fence + 1, lease_until', put: 'set lease_until' }],
    guard: { file: `${tests}/taking-over.test.ts`, test: 'is refused when it wakes in payments.authorise, and changes nothing' },
  },
  {
    bug: 'a lock’s time is taken in the wrong unit (mercur)', at: 'services/orders/checkout/runner.ts',
    edits: [
      { find: 'leaseUntil = new Date(now.getTime() + deps.leaseMs)', put: 'leaseUntil = new Date(now.getTime() + deps.leaseMs / 1000)' },
      { at: 'services/orders/api/startCheckout.ts', find: 'leaseUntil: new Date(now.getTime() + config.leaseMs)', put: 'leaseUntil: new Date(now.getTime() + config.leaseMs / 1000)' },
    ],
    guard: { file: `${tests}/taking-over.test.ts`, test: 'never work on one checkout: what one has leased the other leaves alone' },
  },
  {
    bug: 'browser and webhook both complete: who is woken takes up what another has (mercur#1400, spree#13938)', at: 'services/orders/store/checkouts.ts',
    edits: [{ find: 'select id from checkout where due_at <= $1 and', put: 'select id from checkout where due_at is not null and $1::timestamptz is not null and' }],
    guard: { file: `${tests}/taking-over.test.ts`, test: 'never work on one checkout: what one has leased the other leaves alone' },
  },
  {
    bug: 'an open checkout is ended by the steps of the version that was deployed meanwhile', at: 'services/orders/checkout/runner.ts',
    edits: [{ find: 'ruleOf(versions, start.stepsVersion)', put: 'ruleOf(versions, Math.max(...versions.keys()))' }],
    guard: { file: `${tests}/versions.test.ts`, test: 'ends by the steps it began with, and those that begin now by the new ones' },
  },
  {
    bug: 'a check under the lock is fed an iterator that was used up before it, and finds nothing wrong (saleor)', at: 'services/orders/api/markDispatched.ts',
    edits: [{ find: 'if (lineIds.length === 0 || lineIds.some((id) => !there.includes(id)))', put: 'const asked = lineIds.values()\n    if ([...asked].length === 0 || asked.some((id) => !there.includes(id)))' }],
    guard: { file: `${tests}/after-placing.test.ts`, test: 'may be several of one seller’s part; their parts are the charge, and nothing leaves twice' },
  },
  {
    bug: 'the order’s event is published outside of its transaction (medusa#15122)', at: 'services/orders/store/orders.ts',
    edits: [
      { find: 'const written = database.run(\n    `with mine as (', put: `await database.run(
    \`insert into outbox (id, name, version, key, data, request_id)
     select e.id, e.name, e.version, e.key, case when e.nth = 1 then e.data::jsonb || (select jsonb_build_object('owner', owner, 'accountId', account_id) from checkout where id = $7) else e.data::jsonb end, $6
     from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::text[]) with ordinality as e (id, name, version, key, data, nth)\`,
    [events.ids, events.names, events.versions, events.keys, events.data, events.requestId, one.checkoutId])
  const written = database.run(
    \`with mine as (` },
      { find: 'insert into outbox (id, name, version, key, data, request_id)\n     select e.id, e.name, e.version, e.key, case when e.nth = 1 then e.data::jsonb || jsonb_build_object', put: 'select e.id, e.name, e.version, e.key, case when e.nth = 1 then e.data::jsonb || jsonb_build_object' },
    ],
    guard: { file: `${tests}/taking-over.test.ts`, test: 'tells of each order once, whenever it died' },
  },
  {
    bug: 'after a crash the buyer’s retry makes a second order: keys are not unique (medusa)', at: 'services/orders/store/migrations',
    edits: [{ find: 'unique (owner, idempotency_key),', put: '' }],
    guard: { file: `${tests}/placing.test.ts`, test: 'with the same key is told again that it failed, and pays nothing' },
  },
  {
    bug: 'an idempotency key that is known is not looked at (spree)', at: 'services/orders/api/startCheckout.ts',
    edits: [{ find: "throw failure('IDEMPOTENCY_KEY_REUSED')", put: 'return deps.view(rival)' }],
    guard: { file: `${tests}/placing.test.ts`, test: 'with the same key and another body is refused' },
  },
  {
    bug: 'the basket may be in two checkouts at once, each with its payment (Vendure)', at: 'services/orders/store/migrations',
    edits: [{ find: 'create unique index checkout_running_on_cart', put: 'create index checkout_running_on_cart' }],
    guard: { file: `${tests}/refusing.test.ts`, test: 'comes into no other that begins at the same moment' },
  },
  {
    bug: 'a basket that was ordered is ordered once more', at: 'services/orders/store/checkouts.ts',
    edits: [{ find: 'where $15 or not exists (select from standing)', put: 'where $15 or true' }],
    guard: { file: `${tests}/refusing.test.ts`, test: 'is not ordered once more while that one is just being closed' },
  },
  {
    bug: 'tax is rounded per line', at: 'services/orders/order/price-order.ts',
    edits: [{ find: 'const taxMinor = taxOf(baseMinor, rate, taxIncluded)', put: 'const taxMinor = total(parts.map((part) => taxOf(part, rate, taxIncluded)))' }],
    guard: { file: 'services/orders/order/price-order.test.ts', test: 'taxes within a unit of the exact sum, per sub-order and rate' },
  },
  {
    bug: 'lines that draw on one stock item are not added up (medusa#16502)', at: 'services/orders/checkout/steps/hold-stock.ts',
    edits: [{ find: '(demand.get(stockItemId) ?? 0) + units', put: 'units' }],
    guard: { file: `${tests}/refusing.test.ts`, test: 'counts the lines together that draw on one stock item' },
  },
  {
    bug: 'the buyer is charged another total than was shown', at: 'services/orders/checkout/steps/freeze-basket.ts',
    edits: [{ find: 'if (!equal(total, request.expectedTotal)) {', put: 'if (!equal(total, total)) {' }],
    guard: { file: `${tests}/placing.test.ts`, test: 'that the shopper did not agree to ends the checkout, and the basket is as it was' },
  },
  {
    bug: 'an order is cancelled and dispatched at once', at: 'services/orders/store/orders.ts',
    edits: [{ find: 'select from placed_order where id = $1 for update', put: 'select from placed_order where id = $1' }],
    guard: { file: `${tests}/after-placing.test.ts`, test: 'or leaves, never both, when the two come at once' },
  },
  {
    bug: 'copies are given back twice, while the first time is on its way', at: 'services/orders/order/refund.ts',
    edits: [{ find: "unsent || status !== 'refused'", put: "unsent || status === 'given'" }],
    guard: { file: 'services/orders/tests/refunds.test.ts', test: 'are not given back by two hands at once, nor by anybody but an operator' },
  },
  {
    bug: 'goods that were taken off an order leave with the next parcel', at: 'services/orders/api/markDispatched.ts',
    edits: [{ find: 'const agreed = toSend(order.agreed, order.refunds)', put: 'const agreed = toSend(order.agreed, [])' }],
    guard: { file: `${tests}/refunds.test.ts`, test: 'are free at once, packed into no parcel, and not charged when the rest leaves' },
  },
  {
    bug: 'goods that were taken off an order are charged with the rest', at: 'services/payments/movements/decide.ts',
    edits: [{ find: 'const leftMinor = authorisedMinor - capturedMinor - notChargedMinor', put: 'const leftMinor = authorisedMinor - capturedMinor - 0 * notChargedMinor' }],
    guard: { file: `${tests}/refunds.test.ts`, test: 'are free at once, packed into no parcel, and not charged when the rest leaves' },
  },
  {
    bug: 'what a copy is worth is rounded copy by copy', at: 'foundation/money/allocate.ts',
    edits: [{ find: 'allocate(amountMinor, Array.from({ length: parts }, () => 1)).slice(from, from + count).reduce((total, part) => total + part, 0)', put: 'count * Math.round(amountMinor / parts) + 0 * from' }],
    guard: { file: 'services/orders/order/refund.test.ts', test: 'is worth what was paid: its copies, however they come back, make the line to the smallest unit, tax and all' },
  },
  {
    bug: 'a refund that was refused counts as given', at: 'services/orders/reactions/payment-refunded.ts',
    edits: [{ find: 'if (await endRefund(tx, refundId, \'refused\', detail)) await', put: "if (await endRefund(tx, refundId, 'given', detail)) await" }],
    guard: { file: 'services/orders/tests/refunds.test.ts', test: 'and whose money was given back before by its amount are refused, say why, and stay off the shelf' },
  },
]
