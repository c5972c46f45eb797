import type { Decline, TestCard } from './test-cards.ts'

export type Verdict = { kind: 'approved' } | { kind: 'challenged' } | { kind: 'declined'; decline: Decline }

/** What the issuer is told of an attempt. */
export interface Attempt {
  /** The holder is not there to answer a challenge. */
  offSession: boolean
  /** The holder has answered the challenge of this attempt. */
  authenticated: boolean
  /** The card was set up for payments without its holder. */
  setUp: boolean
  /** The shop asked for 3-D Secure whatever the card wants. */
  challengeAsked: boolean
  /** The shop rather has a decline than a challenge. */
  refuseChallenge: boolean
}

const authenticationRequired: Decline = {
  code: 'authentication_required', declineCode: 'authentication_required',
  message: 'Your card was declined. This transaction requires authentication.',
}

/** What the card's issuer says to an attempt: to authorise money, or to keep the card (`setup`), where only cards that cannot be kept are declined. */
export function verdictOn(card: TestCard, attempt: Attempt, purpose: 'payment' | 'setup'): Verdict {
  const decline = purpose === 'payment' || !card.keeps ? card.decline : null
  if (!attempt.authenticated && wantsChallenge(card, attempt)) {
    if (!attempt.offSession && !attempt.refuseChallenge) return { kind: 'challenged' }
    return { kind: 'declined', decline: decline ?? authenticationRequired }
  }
  return decline ? { kind: 'declined', decline } : { kind: 'approved' }
}

function wantsChallenge(card: TestCard, { offSession, setUp, challengeAsked }: Attempt): boolean {
  switch (card.challenge) {
    case 'never': return challengeAsked && !offSession
    case 'always': return true
    case 'unless_set_up': return !offSession || !setUp
    case 'on_session': return !offSession
    default: return card.challenge satisfies never
  }
}
