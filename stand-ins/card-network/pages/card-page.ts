import type { EntryProblem } from '../cards/card-entry.ts'
import type { Network } from '../network.ts'
import { decodeForm, text } from '../protocol/form.ts'
import type { Answer, Asked } from '../server.ts'
import { cardFields } from './card-fields.ts'
import { takeCard } from './card-taking.ts'
import { originOf } from './frame.ts'
import { escapeHtml, notice, page, seeOther } from './page.ts'
import { wordsFor, type Words } from './words.ts'

/** `/card?return=URL`, in the language of `locale`: card entry without scripts. Posted, it leads back to the shop with `payment_method=pm_…` added to the address. */
export function cardPage(network: Network, asked: Asked, allowed: ReadonlySet<string>): Answer {
  const { method, query, body } = asked
  const words = wordsFor(asked)
  const back = text(decodeForm(query), 'return')
  const origin = originOf(back)
  if (back === undefined || origin === null || !allowed.has(origin)) {
    return notice(403, 'Not for this shop', 'The address to go back to has to be among the allowed origins.')
  }
  if (method !== 'POST') return entry(words, back, origin)
  const taken = takeCard(network, decodeForm(body))
  if ('problem' in taken) return entry(words, back, origin, taken.problem)
  const url = new URL(back)
  url.searchParams.set('payment_method', taken.paymentMethod.id)
  return seeOther(url.href)
}

function entry(words: Words, back: string, origin: string, problem?: EntryProblem): Answer {
  const body = `<body><main><h1>${words.card}</h1><p class="note">${words.demonstration}</p>
<form method="post" action="/card?locale=${words.language}&amp;return=${escapeHtml(encodeURIComponent(back))}">${cardFields(words, problem)}
<p class="acts"><button class="act">${words.use}</button> <a href="${escapeHtml(back)}">${words.back(escapeHtml(new URL(back).host))}</a></p></form></main></body>`
  return page(words.card, body, { language: words.language, status: problem ? 422 : 200, leadsTo: [origin] })
}
