import { SimulatedInventory } from '@octavo/inventory/testing'
import { SimulatedPayments, type Fate, type Moment, type SimulatedCard, type Steps } from '@octavo/payments/testing'
import { begun, type Saga } from '../../checkout/saga.ts'

/** One checkout of a schedule: what it buys, with which card, and how far its first process's clock is off. */
export interface Buyer { readonly units: readonly number[]; readonly card: SimulatedCard; readonly skewMs: number }
export interface Setting { readonly onHand: readonly number[]; readonly buyers: readonly Buyer[] }

/** A checkout as orders' table has it. */
export interface Row {
  readonly id: string
  readonly buyer: Buyer
  readonly deadlineMs: number
  saga: Saga
  fence: number
  leaseUntilMs: number | null
  dueAtMs: number | null
  wakes: number
  order: 'none' | 'placed' | 'dispatched' | 'cancelled'
  basket: 'open' | 'bound' | 'removed'
  /** What the buyer was told last. */
  told: 'nothing' | 'completed' | 'failed'
}

/** Something a process is doing: a run of a checkout, or a call of a participant. */
export interface Activity {
  readonly name: string
  readonly steps: Steps<unknown>
  at: Moment
  waitsFor: Activity | undefined
  /** The caller's patience is over. */
  gaveUp: boolean
  end: { readonly value: unknown } | { readonly error: unknown } | 'gone' | undefined
}

export interface Told { readonly event: 'placed' | 'cancelled' | 'dispatched'; readonly checkoutId: string; readonly heard: Set<'inventory' | 'payments'> }

export const leaseMs = 1_000
export const callMs = 300
const deadlineMs = 10_000

/** What a checkout costs, minor units. */
export const amountOf = ({ buyer }: Row): number => 500 + 250 * buyer.units.reduce((sum, units) => sum + units, 0)

/** Everything there is, and everything under way. Nothing here chooses: what comes next is the schedule's. */
export class World {
  nowMs = 0
  readonly rows: Row[]
  readonly inventory = new SimulatedInventory()
  readonly payments: SimulatedPayments
  readonly events: Told[] = []
  activities: Activity[] = []
  readonly #baskets = new Map<string, { fence: number; undone: boolean }>()

  constructor({ onHand, buyers }: Setting) {
    onHand.forEach((copies, nth) => this.inventory.register(`item ${nth}`, copies))
    this.payments = new SimulatedPayments((checkoutId) => this.wake(this.row(checkoutId)))
    this.rows = buyers.map((buyer, nth) => ({
      id: String(nth + 1), buyer, deadlineMs, saga: begun, fence: 1, leaseUntilMs: leaseMs, dueAtMs: leaseMs, wakes: 0, order: 'none', basket: 'open', told: 'nothing',
    }))
  }

  row(id: string): Row {
    const row = this.rows.find((one) => one.id === id)
    if (!row) throw new TypeError(`there is no checkout ${id}`)
    return row
  }

  /** What a checkout draws, asked for together. */
  demandOf({ buyer }: Row): { stockItemId: string; units: number }[] {
    return buyer.units.flatMap((units, nth) => (units > 0 ? [{ stockItemId: `item ${nth}`, units }] : []))
  }

  begin(name: string, steps: Steps<unknown>): Activity {
    const activity: Activity = { name, steps, at: 'here', waitsFor: undefined, gaveUp: false, end: undefined }
    this.activities.push(activity)
    this.step(activity, 'well')
    return activity
  }

  step(activity: Activity, fate: Fate): void {
    try {
      const { done, value } = activity.steps.next(fate)
      if (!done) { activity.at = value; return }
      activity.end = { value }
    } catch (error) {
      // What a participant may answer; anything else is a broken promise, or a mistake here.
      if (!(error instanceof Error) || (error.name !== 'Unanswered' && error.name !== 'Refused')) throw error
      activity.end = { error }
    }
    this.activities = this.activities.filter((one) => one !== activity)
  }

  /** Its process ends, without another word. */
  kill(activity: Activity): void {
    activity.end = 'gone'
    this.activities = this.activities.filter((one) => one !== activity)
  }

  wake(row: Row): void {
    if (row.dueAtMs === null) return
    row.wakes += 1
    if (row.leaseUntilMs === null) row.dueAtMs = this.nowMs
  }

  tell(event: Told['event'], checkoutId: string): void {
    this.events.push({ event, checkoutId, heard: new Set() })
  }

  /** Gives the next event of a checkout to a consumer that has not had it. */
  deliver(told: Told, to: 'inventory' | 'payments'): void {
    told.heard.add(to)
    const payment = this.payments.payments.get(told.checkoutId)
    if (to === 'inventory' && told.event === 'placed') this.inventory.settle(told.checkoutId)
    if (to === 'inventory' && told.event === 'cancelled') this.inventory.cancel(told.checkoutId)
    if (to === 'payments' && payment && told.event === 'cancelled') this.payments.want(payment.id, 'release', 'cancelled', null)
    if (to === 'payments' && payment && told.event === 'dispatched') this.payments.want(payment.id, 'capture', 'whole', null)
  }

  /** Those whose turn it is: in order per checkout and consumer. */
  undelivered(): { told: Told; to: 'inventory' | 'payments' }[] {
    return (['inventory', 'payments'] as const).flatMap((to) => {
      const first = new Map<string, Told>()
      for (const told of this.events) if (!told.heard.has(to) && !first.has(told.checkoutId)) first.set(told.checkoutId, told)
      return [...first.values()].map((told) => ({ told, to }))
    })
  }

  /** The cart's side: binds the lines, unless that was undone before. */
  freeze(row: Row, fence: number): 'frozen' | 'stale' | 'undone' {
    const known = this.#basket(row.id, fence)
    if (!known) return 'stale'
    if (known.undone) return 'undone'
    row.basket = 'bound'
    return 'frozen'
  }

  unbind(row: Row, fence: number): 'undone' | 'stale' {
    const known = this.#basket(row.id, fence)
    if (!known) return 'stale'
    known.undone = true
    row.basket = 'open'
    return 'undone'
  }

  removeBound(row: Row, fence: number): 'removed' | 'stale' {
    if (!this.#basket(row.id, fence)) return 'stale'
    row.basket = 'removed'
    return 'removed'
  }

  #basket(id: string, fence: number): { fence: number; undone: boolean } | undefined {
    const known = this.#baskets.get(id) ?? { fence: 0, undone: false }
    if (fence < known.fence) return undefined
    known.fence = fence
    this.#baskets.set(id, known)
    return known
  }
}
