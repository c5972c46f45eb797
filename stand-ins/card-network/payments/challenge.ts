import { newId } from '../protocol/ids.ts'
import type { Kind } from '../store.ts'
import type { Work } from '../network.ts'
import type { RedirectAction } from './payment-intent.ts'

/** One time that a card's holder is asked who they are. A later attempt has its own, so that an old page answers nothing. */
export interface Challenge {
  id: string
  object: 'challenge'
  created: number
  /** A payment intent or a setup intent. */
  intent: string
}

export const challenges: Kind<Challenge, object> = { name: 'challenge' }

/** Opens a challenge and says where its page is. */
export function openChallenge(work: Work, intent: string, returnUrl: string | null): { id: string; action: RedirectAction } {
  const challenge: Challenge = { id: newId('payatt'), object: 'challenge', created: work.now, intent }
  work.store.insert(challenges, { body: challenge, hidden: {}, owner: intent })
  return { id: challenge.id, action: { type: 'redirect_to_url', redirect_to_url: { return_url: returnUrl, url: `${work.origin}/3ds/${challenge.id}` } } }
}
