import { doWork, type Network } from '../network.ts'
import { challengedBy, conclude, returnAddress, type Challenged } from '../payments/conclusion.ts'
import { decodeForm, oneOf } from '../protocol/form.ts'
import type { Answer, Asked } from '../server.ts'
import { escapeHtml, notice, page, seeOther } from './page.ts'

/** `/3ds/ID`: the card issuer's question. Posted with `outcome=pass` or `fail` it concludes the payment and leads back to the shop. */
export function challengePage(network: Network, { method, body }: Asked, id: string): Answer {
  if (method !== 'POST') return question(network, id)
  const outcome = oneOf(decodeForm(body), 'outcome', ['pass', 'fail'])
  if (!outcome) return notice(400, 'No answer', 'The answer is pass or fail.')
  const challenged = doWork(network, { requestId: null, idempotencyKey: null }, (work) => conclude(work, id, outcome))
  return challenged ? after(challenged) : unknown()
}

function question(network: Network, id: string): Answer {
  const challenged = challengedBy(network, id)
  if (!challenged) return unknown()
  if (!challenged.open) return after(challenged)
  const { kept } = challenged
  const matter = challenged.kind === 'payment' ? `a payment of ${amountText(challenged.kept.body)}` : 'keeping your card for later payments'
  const body = `<body><main><h1>Is it you?</h1><p>Your bank, played by this stand-in, asks you to approve ${escapeHtml(matter)}.</p>
<form method="post" class="acts"><button class="act" name="outcome" value="pass">Yes, approve</button>
<button class="act plain" name="outcome" value="fail">No, refuse</button></form></main></body>`
  return page('Approve', body, { leadsTo: kept.hidden.returnUrl === null ? [] : [new URL(kept.hidden.returnUrl).origin] })
}

function after(challenged: Challenged): Answer {
  const address = returnAddress(challenged)
  if (address !== null) return seeOther(address)
  return notice(200, 'Thank you', 'That was answered. You can close this page and go back to the shop.')
}

function unknown(): Answer {
  return notice(404, 'Nothing to approve', 'This question is not known here.')
}

function amountText({ amount, currency }: { amount: number; currency: string }): string {
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency: currency.toUpperCase() })
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}
