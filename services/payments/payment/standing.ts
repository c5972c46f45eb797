import { never } from '@octavo/failure'
import type { IntentState } from '../provider/port.ts'
import type { PaymentRow, Standing } from '../store/payments.ts'

/** What a state of the intent makes of the payment; undefined when it says nothing new. */
export function standingOf(payment: Pick<PaymentRow, 'authorisedMinor'>, state: IntentState, now: Date): Standing | undefined {
  switch (state.kind) {
    case 'authorised': return { status: 'authorised', authorisedMinor: state.amountMinor, card: state.card, multicapture: state.multicapture, captureBefore: state.captureBefore, now }
    case 'captured': return { status: 'captured', authorisedMinor: Math.max(payment.authorisedMinor, state.amountMinor), capturedMinor: state.amountMinor, card: state.card, now }
    case 'card_saved': return { status: 'card_saved', card: state.card, now }
    case 'requires_action': return { status: 'requires_action', actionUrl: state.url, now }
    case 'failed': return { status: 'failed', failure: { code: state.code, detail: state.detail, ...(state.reason && { reason: state.reason }) }, now }
    case 'canceled': return { status: 'voided', now }
    case 'processing': case 'unconfirmed': return undefined
    default: return never(state)
  }
}
