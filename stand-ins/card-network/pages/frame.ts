import type { Network } from '../network.ts'
import { decodeForm, text } from '../protocol/form.ts'
import type { Answer, Asked } from '../server.ts'
import { cardFields, fieldOf } from './card-fields.ts'
import { takeCard } from './card-taking.ts'
import { escapeHtml, notice, page } from './page.ts'
import { wordsFor, wordsOf } from './words.ts'

/**
 * `GET /frame?parent=ORIGIN`, in the language of `locale`: card entry for a frame in the shop's page. The parent posts `{ type: 'octavo-card-submit' }`; the frame
 * posts to that origin alone `octavo-card-ready`, `octavo-card-height` `{ height }`, `octavo-card-token`
 * `{ paymentMethod, brand, last4 }` or `octavo-card-error` `{ message }`.
 */
export function framePage(asked: Asked, allowed: ReadonlySet<string>): Answer {
  const parent = originOf(text(decodeForm(asked.query), 'parent'))
  if (parent === null || !allowed.has(parent)) {
    return notice(403, 'Not for this page', 'Cards are taken for the shop only. The address of its page has to be among the allowed origins.')
  }
  const words = wordsFor(asked)
  const body = `<body class="frame"><form id="card" data-parent="${escapeHtml(parent)}" data-unreachable="${words.unreachable}" action="/frame/payment_methods?locale=${words.language}" novalidate>${cardFields(words)}
<noscript><p>${words.withoutScripts}</p></noscript></form></body>`
  return page(words.card, body, { language: words.language, ancestors: [parent], script: true })
}

/** `POST /frame/payment_methods`: the frame's own call, with what was typed. */
export function tokenise(network: Network, asked: Asked): Answer {
  const taken = takeCard(network, decodeForm(asked.body))
  if ('problem' in taken) return json(402, { message: wordsOf(taken.problem, wordsFor(asked)), field: fieldOf(taken.problem) })
  const { id, card } = taken.paymentMethod
  return json(200, { paymentMethod: id, brand: card.brand, last4: card.last4 })
}

export function originOf(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null
  const { protocol, origin } = new URL(url)
  return protocol === 'http:' || protocol === 'https:' ? origin : null
}

function json(status: number, body: object): Answer {
  return { status, headers: { 'content-type': 'application/json', 'cache-control': 'no-store' }, body: JSON.stringify(body) }
}
