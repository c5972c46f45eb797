import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import { failure } from '@octavo/failure'
import type { Raw } from '@octavo/rpc'
import type { Authorising } from './payment/authorising.ts'
import { Refused, type Provider } from './provider/port.ts'
import { hintDispute } from './store/disputes.ts'
import { lookAtIntent } from './store/payments.ts'
import { lookAtShopperIntent } from './store/shopper-charges.ts'

const mostBytes = 256 * 1024
/** While a payment is being asked for, whoever asks hears the answer as the webhook comes. Should it have died, the payment is looked at this much later. */
const ownAnswerMs = 2000
/** How long a webhook waits for that answer. */
const patienceMs = 500

/**
 * `POST /webhooks/stripe`: the provider says that something happened to an intent or a dispute. It only wakes us: what happened is read from the
 * provider, so that a repeated, late or reordered webhook does no harm. It is answered once the wake-up is kept.
 */
export const webhooks = ({ database, provider, authorising, clock, soon }: { database: Database; provider: Provider; authorising: Authorising; clock: Clock; soon(): void }): Raw => async (request, response) => {
  if (request.method !== 'POST' || request.url?.split('?')[0] !== '/webhooks/stripe') return false
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > mostBytes) throw failure('TOO_LARGE')
    parts.push(part)
  }
  let subject: ReturnType<Provider['webhookSubject']>
  try {
    subject = provider.webhookSubject(Buffer.concat(parts), String(request.headers['stripe-signature'] ?? ''))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify({ error: error.message }))
    return true
  }
  if (subject?.kind === 'dispute' && await hintDispute(database, subject.id, clock.now()) > 0) soon()
  if (subject?.kind === 'intent' && !await isSettled(subject.id)) {
    const look = await lookAtIntent(database, subject.id, { now: clock.now(), later: new Date(clock.now().getTime() + ownAnswerMs) })
    if (look === 'now' || (look === undefined && await lookAtShopperIntent(database, subject.id, clock.now()) > 0)) soon()
  }
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"received":true}')
  return true

  /** Whoever asked the provider in this process has its answer, or is about to, and writes down an end that nothing reopens. Should it die before, the webhook goes unanswered and comes again. */
  async function isSettled(id: string): Promise<boolean> {
    const answer = authorising.heard(id)
    const payment = answer && await Promise.race([answer, pause(patienceMs, undefined, { ref: false })]).catch(() => undefined)
    return payment !== undefined && payment.status !== 'pending' && payment.status !== 'requires_action'
  }
}
