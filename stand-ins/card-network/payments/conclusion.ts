import type { Work } from '../network.ts'
import { challenges } from './challenge.ts'
import { concludePayment } from './confirmation.ts'
import { paymentIntents, type KeptIntent } from './payment-intent.ts'
import { concludeSetup, setupIntents, type KeptSetup } from './setup-intents.ts'

export type Challenged = { kind: 'payment'; kept: KeptIntent; open: boolean } | { kind: 'setup'; kept: KeptSetup; open: boolean }

/** The intent a challenge belongs to, and whether it still waits for this challenge and no later one. */
export function challengedBy(work: Pick<Work, 'store'>, challengeId: string): Challenged | undefined {
  const challenge = work.store.find(challenges, challengeId)?.body
  if (!challenge) return undefined
  const payment = work.store.find(paymentIntents, challenge.intent)
  if (payment) return { kind: 'payment', kept: payment, open: payment.hidden.challenge === challengeId }
  const setup = work.store.find(setupIntents, challenge.intent)
  return setup && { kind: 'setup', kept: setup, open: setup.hidden.challenge === challengeId }
}

/** Takes the holder's answer, once: what was answered before, or is over, stays as it is. */
export function conclude(work: Work, challengeId: string, outcome: 'pass' | 'fail'): Challenged | undefined {
  const challenged = challengedBy(work, challengeId)
  if (!challenged?.open) return challenged
  if (challenged.kind === 'payment') concludePayment(work, challenged.kept, outcome)
  else concludeSetup(work, challenged.kept, outcome)
  return challenged
}

/** Where the shopper goes on, with what Stripe adds to the address; null when the shop named no place. */
export function returnAddress({ kind, kept }: Challenged): string | null {
  if (kept.hidden.returnUrl === null) return null
  const url = new URL(kept.hidden.returnUrl)
  const noun = kind === 'payment' ? 'payment_intent' : 'setup_intent'
  const passed = kept.body.status === 'succeeded' || kept.body.status === 'requires_capture'
  url.searchParams.set(noun, kept.body.id)
  url.searchParams.set(`${noun}_client_secret`, kept.body.client_secret)
  url.searchParams.set('redirect_status', passed ? 'succeeded' : 'failed')
  return url.href
}
