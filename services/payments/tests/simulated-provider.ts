import { Refused, type IntentState } from '../provider/port.ts'

export type SimulatedCard = 'good' | 'declined' | 'asks'
interface Intent { readonly id: string; readonly paymentId: string; readonly card: SimulatedCard; readonly amountMinor: number; kind: IntentState['kind']; heldMinor: number; capturedMinor: number; refundedMinor: number }

/** A payment provider's rules in memory: intents, what they hold and took, and keys under which a call has its effect once. */
export class SimulatedProvider {
  readonly intents = new Map<string, Intent>()
  readonly #answers = new Map<string, { readonly asked: string; readonly answer: unknown }>()

  create(paymentId: string, card: SimulatedCard, amountMinor: number, key: string): string {
    return this.#once(key, '', () => {
      const id = `pi_${this.intents.size + 1}`
      this.intents.set(id, { id, paymentId, card, amountMinor, kind: 'unconfirmed', heldMinor: 0, capturedMinor: 0, refundedMinor: 0 })
      return id
    })
  }

  confirm(id: string, key: string): IntentState {
    return this.#once(key, id, () => {
      const intent = this.#intent(id)
      if (intent.kind === 'unconfirmed') {
        if (intent.card === 'good') hold(intent)
        else intent.kind = intent.card === 'asks' ? 'requires_action' : 'failed'
      }
      return this.read(id)
    })
  }

  read(id: string): IntentState {
    const { kind, heldMinor, capturedMinor } = this.#intent(id)
    switch (kind) {
      case 'authorised': return { kind, amountMinor: heldMinor, multicapture: true, card: null, captureBefore: null }
      case 'captured': return { kind, amountMinor: capturedMinor, card: null }
      case 'card_saved': return { kind, card: null }
      case 'requires_action': return { kind, url: 'https://bank.example' }
      case 'failed': return { kind, code: 'CARD_DECLINED', detail: 'The card was declined.' }
      default: return { kind }
    }
  }

  cancel(id: string, key: string): IntentState {
    this.#once(key, id, () => {
      const intent = this.#intent(id)
      if (intent.kind !== 'captured') Object.assign(intent, { kind: 'canceled', heldMinor: 0 })
    })
    return this.read(id)
  }

  capture(id: string, { amountMinor, final }: { readonly amountMinor: number; readonly final: boolean }, key: string): number {
    return this.#once(key, `${id} ${amountMinor} ${final}`, () => {
      const intent = this.#intent(id)
      if (amountMinor > intent.heldMinor || amountMinor <= 0) throw new Refused(`${amountMinor} of ${intent.heldMinor} cannot be captured`)
      intent.capturedMinor += amountMinor
      intent.heldMinor = final ? 0 : intent.heldMinor - amountMinor
      if (intent.heldMinor === 0) intent.kind = 'captured'
      return amountMinor
    })
  }

  refund(id: string, amountMinor: number, key: string): void {
    this.#once(key, `${id} ${amountMinor}`, () => {
      const intent = this.#intent(id)
      if (amountMinor > intent.capturedMinor - intent.refundedMinor) throw new Refused(`${amountMinor} cannot be given back`)
      intent.refundedMinor += amountMinor
    })
  }

  /** The shopper at the bank's page. */
  act(id: string, outcome: 'pass' | 'fail'): void {
    const intent = this.#intent(id)
    if (intent.kind !== 'requires_action') return
    if (outcome === 'pass') hold(intent)
    else intent.kind = 'failed'
  }

  /** What is held or kept of a payment, over all of its intents. */
  moneyOf(paymentId: string): { heldMinor: number; keptMinor: number; intents: number } {
    const mine = [...this.intents.values()].filter((intent) => intent.paymentId === paymentId)
    const holding = mine.filter(({ heldMinor, capturedMinor }) => heldMinor + capturedMinor > 0)
    return { heldMinor: sum(mine.map((one) => one.heldMinor)), keptMinor: sum(mine.map((one) => one.capturedMinor - one.refundedMinor)), intents: holding.length }
  }

  #intent(id: string): Intent {
    const intent = this.intents.get(id)
    if (!intent) throw new TypeError(`there is no intent ${id}`)
    return intent
  }

  #once<T>(key: string, asked: string, effect: () => T): T {
    const before = this.#answers.get(key)
    if (before && before.asked !== asked) throw new Refused('this key was used for another call')
    if (before) return before.answer as T
    const answer = effect()
    this.#answers.set(key, { asked, answer })
    return answer
  }
}

function hold(intent: Intent): void {
  intent.kind = 'authorised'
  intent.heldMinor = intent.amountMinor
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
