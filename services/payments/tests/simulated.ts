import { decideMove, leftToMove } from '../movements/decide.ts'
import { standingOf } from '../payment/standing.ts'
import { Refused, Unanswered, type IntentState } from '../provider/port.ts'
import type { Movement } from '../store/movements.ts'
import type { PaymentRow } from '../store/payments.ts'
import { SimulatedProvider, type SimulatedCard } from './simulated-provider.ts'

/** Where anything else may come first and the process may end; at the provider an answer may be lost too, before or after it did it. */
export type Moment = 'here' | 'provider'
export type Fate = 'well' | 'lost'
/** What a process does, cut wherever another may come in between. */
export type Steps<T> = Generator<Moment, T, Fate>

interface Shopper { readonly card: SimulatedCard }
type Row = Shopper & Pick<PaymentRow, 'id' | 'checkoutId' | 'mode' | 'amountMinor'> & { -readonly [Key in 'status' | 'authorisedMinor' | 'capturedMinor' | 'refundedMinor' | 'disputedMinor' | 'notChargedMinor' | 'multicapture' | 'intentId' | 'version']: PaymentRow[Key] }
type Wanted = { -readonly [Key in 'id' | 'paymentId' | 'kind' | 'key' | 'amountMinor' | 'final' | 'unsentMinor' | 'notChargedMinor' | 'state']: Movement[Key] }
export type SimulatedAuthorisation = 'authorised' | 'requires_action' | 'failed' | 'unknown' | 'stale' | 'undone'

/**
 * Payments for explorations: its pure rules as they are (`decideMove`, `standingOf`), its rows in memory, every statement and every call
 * of the provider a moment of its own.
 */
export class SimulatedPayments {
  readonly provider = new SimulatedProvider()
  readonly payments = new Map<string, Row>()
  readonly movements: Wanted[] = []
  readonly #fences = new Map<string, { fence: number; undone: boolean }>()
  readonly #moved: (checkoutId: string) => void

  /** `moved` hears of what became known of a checkout's payment by itself. */
  constructor(moved: (checkoutId: string) => void) { this.#moved = moved }

  * authorise(checkoutId: string, fence: number, card: SimulatedCard, amountMinor: number): Steps<SimulatedAuthorisation> {
    const id = `pay_${checkoutId}`
    let intentId: string
    try {
      intentId = yield* this.#asked(() => this.provider.create(id, card, amountMinor, `${id}:create`))
    } catch (error) {
      if (error instanceof Unanswered) return 'unknown'
      throw error
    }
    yield 'here'
    const known = this.#pass(checkoutId, fence)
    if (!known) return 'stale'
    if (known.undone) {
      yield* this.#asked(() => this.provider.cancel(intentId, `${id}:cancel`))
      return 'undone'
    }
    const payment = this.payments.get(checkoutId) ?? { id, checkoutId, card, mode: 'authorise', status: 'pending', amountMinor, authorisedMinor: 0, capturedMinor: 0, refundedMinor: 0, disputedMinor: 0, notChargedMinor: 0, multicapture: false, intentId, version: 1 }
    this.payments.set(checkoutId, payment)
    return yield* this.#advance(checkoutId)
  }

  * resolve(checkoutId: string): Steps<SimulatedAuthorisation | 'missing'> {
    yield 'here'
    return this.payments.has(checkoutId) ? yield* this.#advance(checkoutId) : 'missing'
  }

  * void(checkoutId: string, fence: number): Steps<'voided' | 'stale'> {
    yield 'here'
    const known = this.#pass(checkoutId, fence)
    if (!known) return 'stale'
    known.undone = true
    yield 'here'
    const payment = this.payments.get(checkoutId)
    if (!payment || payment.status === 'voided') return 'voided'
    const movement = this.want(payment.id, 'release', 'undo', null)
    if (movement.state !== 'done') yield* this.perform(movement)
    return 'voided'
  }

  /** Wants a movement once for its key. */
  want(paymentId: string, kind: Movement['kind'], key: string, amountMinor: number | null, final = true): Wanted {
    const known = this.movements.find((one) => one.paymentId === paymentId && one.kind === kind && one.key === key)
    if (known) return known
    const made: Wanted = { id: `mov_${this.movements.length + 1}`, paymentId, kind, key, amountMinor, final, unsentMinor: 0, notChargedMinor: 0, state: 'wanted' }
    this.movements.push(made)
    return made
  }

  /** The operator moves money by hand: what is left of it, others' wishes taken off. */
  * move(checkoutId: string, kind: 'capture' | 'refund', amountMinor: number | null, key: string): Steps<void> {
    yield 'here'
    const payment = this.#row(checkoutId)
    const wanted = this.movements.filter((one) => one.paymentId === payment.id && one.state === 'wanted')
    const sameMinor = wanted.filter((one) => one.kind === kind).reduce((sum, one) => sum + (one.amountMinor ?? 0), 0)
    const leftMinor = leftToMove(payment, kind, { sameMinor, unsentMinor: 0, lettingGo: wanted.some((one) => one.kind === 'release') })
    if (leftMinor <= 0 || (amountMinor ?? 0) > leftMinor) return
    yield* this.perform(this.want(payment.id, kind, key, amountMinor))
  }

  /** The eldest of each payment that are still wanted; letting go of all comes last. */
  due(): Wanted[] {
    const wanted = this.movements.filter(({ state }) => state === 'wanted')
    const inTurn = [...wanted.filter(({ kind }) => kind !== 'release'), ...wanted.filter(({ kind }) => kind === 'release')]
    return inTurn.filter((one, at) => !inTurn.slice(0, at).some(({ paymentId }) => paymentId === one.paymentId))
  }

  * perform(movement: Wanted): Steps<void> {
    yield 'here'
    const payment = { ...this.#ofPayment(movement.paymentId) }
    const move = decideMove(movement, payment)
    const intentId = payment.intentId ?? ''
    try {
      switch (move.kind) {
        case 'nothing': movement.state = 'done'; return
        case 'refuse': throw new Refused(move.reason)
        case 'capture': {
          const taken = yield* this.#asked(() => this.provider.capture(intentId, move, movement.id))
          return this.#finish(movement, (row) => { row.capturedMinor += taken; row.status = 'captured' })
        }
        case 'refund': {
          yield* this.#asked(() => this.provider.refund(intentId, move.amountMinor, movement.id))
          return this.#finish(movement, (row) => { row.refundedMinor += move.amountMinor; if (row.refundedMinor >= row.capturedMinor) row.status = 'refunded' })
        }
        case 'cancel': {
          const state = yield* this.#asked(() => this.provider.cancel(intentId, `${payment.id}:cancel`))
          if (state.kind === 'captured') {
            this.#write(payment, state)
            throw new Unanswered('it was captured while it was to be let go')
          }
          if (state.kind !== 'canceled') throw new Unanswered(`the intent is ${state.kind}`)
          return this.#letGo(movement, payment)
        }
        case 'forget': return this.#letGo(movement, payment)
        default: throw new TypeError(`no card is kept here, and nothing taken off: ${move.kind}`)
      }
    } catch (error) {
      if (error instanceof Refused) movement.state = 'refused'
      throw error
    }
  }

  /** The provider is asked how a payment stands that nobody heard of: after a webhook, and now and then. */
  * refresh(checkoutId: string): Steps<void> {
    yield 'here'
    const payment = { ...this.#row(checkoutId) }
    const { intentId } = payment
    if (intentId === null || (payment.status !== 'pending' && payment.status !== 'requires_action')) return
    const state = yield* this.#asked(() => this.provider.read(intentId))
    yield 'here'
    if (standingOf(payment, state, epoch)?.status !== payment.status && this.#write(payment, state)) this.#moved(checkoutId)
  }

  * #advance(checkoutId: string): Steps<SimulatedAuthorisation> {
    const payment = { ...this.#row(checkoutId) }
    const { id, intentId } = payment
    try {
      if (payment.status === 'requires_action') yield* this.refresh(checkoutId)
      else if (payment.status === 'pending' && intentId !== null) {
        const state = yield* this.#asked(() => this.provider.confirm(intentId, `${id}:confirm`))
        yield 'here'
        this.#write(payment, state)
      }
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error
    }
    return viewOf(this.#row(checkoutId).status)
  }

  * #asked<T>(effect: () => T): Steps<T> {
    if ((yield 'provider') === 'lost') throw new Unanswered('it never arrived')
    const answer = effect()
    if ((yield 'provider') === 'lost') throw new Unanswered('its answer was lost')
    return answer
  }

  /** False when somebody else wrote first. */
  #write(known: Row, state: IntentState): boolean {
    const standing = standingOf(known, state, epoch)
    const row = this.#row(known.checkoutId)
    if (!standing || row.version !== known.version) return false
    row.status = standing.status
    row.authorisedMinor = standing.authorisedMinor ?? known.authorisedMinor
    row.capturedMinor = standing.capturedMinor ?? known.capturedMinor
    row.version += 1
    return true
  }

  #letGo(movement: Wanted, known: Row): void {
    if (movement.state !== 'wanted') return
    const row = this.#row(known.checkoutId)
    if (row.version !== known.version) throw new Unanswered('the payment moved meanwhile')
    this.#finish(movement, () => { row.status = 'voided' })
  }

  #finish(movement: Wanted, write: (row: Row) => void): void {
    if (movement.state !== 'wanted') return
    movement.state = 'done'
    const row = this.#ofPayment(movement.paymentId)
    write(row)
    row.version += 1
  }

  #pass(checkoutId: string, fence: number): { fence: number; undone: boolean } | undefined {
    const known = this.#fences.get(checkoutId) ?? { fence: 0, undone: false }
    if (fence < known.fence) return undefined
    known.fence = fence
    this.#fences.set(checkoutId, known)
    return known
  }

  #row(checkoutId: string): Row {
    const row = this.payments.get(checkoutId)
    if (!row) throw new TypeError(`${checkoutId} has no payment`)
    return row
  }

  #ofPayment = (paymentId: string): Row => this.#row(paymentId.slice('pay_'.length))
}

const epoch = new Date(0)

function viewOf(status: Row['status']): SimulatedAuthorisation {
  switch (status) {
    case 'authorised': case 'captured': case 'refunded': return 'authorised'
    case 'requires_action': return 'requires_action'
    case 'failed': case 'voided': return 'failed'
    default: return 'unknown'
  }
}
