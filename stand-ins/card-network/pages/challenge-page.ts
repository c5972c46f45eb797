import { doWork, type Network } from '../network.ts'
import { digitsOf } from '../payments/amounts.ts'
import { challengedBy, conclude, returnAddress, type Challenged } from '../payments/conclusion.ts'
import { decodeForm, oneOf } from '../protocol/form.ts'
import type { Answer, Asked } from '../server.ts'
import { escapeHtml, notice, page, seeOther } from './page.ts'
import { wordsFor, type Words } from './words.ts'

/** `/3ds/ID`: the card issuer's question, in the language of the browser. Posted with `outcome=pass` or `fail` it concludes the payment and leads back to the shop. */
export function challengePage(network: Network, asked: Asked, id: string): Answer {
  const { method, body } = asked
  const words = wordsFor(asked)
  if (method !== 'POST') return question(network, id, words)
  const outcome = oneOf(decodeForm(body), 'outcome', ['pass', 'fail'])
  if (!outcome) return notice(400, 'No answer', 'The answer is pass or fail.')
  const challenged = doWork(network, { requestId: null, idempotencyKey: null }, (work) => conclude(work, id, outcome))
  return challenged ? after(challenged, words) : unknown(words)
}

function question(network: Network, id: string, words: Words): Answer {
  const challenged = challengedBy(network, id)
  if (!challenged) return unknown(words)
  if (!challenged.open) return after(challenged, words)
  const { kept } = challenged
  const matter = challenged.kind === 'payment' ? words.payment(amountText(challenged.kept.body, words)) : words.keeping
  const body = `<body><main><h1>${words.isItYou}</h1><p>${escapeHtml(words.asks(matter))}</p>
<form method="post" class="acts"><button class="act" name="outcome" value="pass">${words.yes}</button>
<button class="act plain" name="outcome" value="fail">${words.no}</button></form></main></body>`
  return page(words.isItYou, body, { language: words.language, leadsTo: kept.hidden.returnUrl === null ? [] : [new URL(kept.hidden.returnUrl).origin] })
}

function after(challenged: Challenged, { language, thanks, answered }: Words): Answer {
  const address = returnAddress(challenged)
  if (address !== null) return seeOther(address)
  return notice(200, thanks, answered, language)
}

function unknown({ language, nothing, unknown: sentence }: Words): Answer {
  return notice(404, nothing, sentence, language)
}

function amountText({ amount, currency }: { amount: number; currency: string }, { language }: Words): string {
  return new Intl.NumberFormat(language === 'de' ? 'de-DE' : 'en-GB', { style: 'currency', currency: currency.toUpperCase() }).format(amount / 10 ** digitsOf(currency))
}
