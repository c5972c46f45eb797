interface Item { onHand: number; reserved: number; promised: number; readonly promiseLimit: number }
type Status = 'held' | 'firm' | 'settled' | 'released' | 'lapsed' | 'undone'
interface Hold { status: Status; promised: boolean; expiresAtMs: number | null }
interface Reservation { readonly checkoutId: string; readonly attempt: number; readonly item: string; promised: boolean; openUnits: number }
export interface SimulatedStep { readonly checkoutId: string; readonly attempt: number; readonly fence: number }
export type Demand = readonly { readonly stockItemId: string; readonly units: number }[]

/**
 * Inventory's rules without a database, for explorations that run it a million times. `simulated.test.ts` holds it to the real one: the
 * same words in the same order get the same answers and the same figures from both.
 */
export class SimulatedInventory {
  readonly items = new Map<string, Item>()
  readonly holds = new Map<string, Hold>()
  readonly #reservations: Reservation[] = []
  readonly #fences = new Map<string, number>()

  register(id: string, onHand: number, promiseLimit = 0): void {
    this.items.set(id, { onHand, reserved: 0, promised: 0, promiseLimit })
  }

  hold(step: SimulatedStep & { readonly lines: Demand; readonly expiresAtMs: number }): 'held' | 'promised' | 'stale' | 'undone' | 'short' {
    if (!this.#pass(step)) return 'stale'
    const known = this.#holdOf(step)
    if (known) return !isLive(known.status) ? 'undone' : known.promised ? 'promised' : 'held'
    const demand = new Map<string, number>()
    for (const { stockItemId, units } of step.lines) demand.set(stockItemId, (demand.get(stockItemId) ?? 0) + units)
    const wanted = [...demand].map(([id, units]) => ({ id, units, item: this.#item(id) }))
    if (wanted.some(({ item, units }) => free(item) < units && item.promiseLimit - item.promised < units)) return 'short'
    let anyPromised = false
    for (const { id, units, item } of wanted) {
      const promised = free(item) < units
      if (promised) item.promised += units
      else item.reserved += units
      anyPromised ||= promised
      this.#reservations.push({ checkoutId: step.checkoutId, attempt: step.attempt, item: id, promised, openUnits: units })
    }
    this.holds.set(keyOf(step), { status: 'held', promised: anyPromised, expiresAtMs: step.expiresAtMs })
    return anyPromised ? 'promised' : 'held'
  }

  firm(step: SimulatedStep): 'firm' | 'stale' | 'undone' | 'lapsed' {
    if (!this.#pass(step)) return 'stale'
    const known = this.#holdOf(step)
    if (known?.status === 'held') { known.status = 'firm'; known.expiresAtMs = null }
    switch (known?.status) {
      case 'firm': case 'settled': return 'firm'
      case 'released': case 'undone': return 'undone'
      default: return 'lapsed'
    }
  }

  release(step: SimulatedStep): 'released' | 'nothing' | 'stale' {
    if (!this.#pass(step)) return 'stale'
    const known = this.#holdOf(step)
    if (!known) this.holds.set(keyOf(step), { status: 'undone', promised: false, expiresAtMs: null })
    if (known?.status === 'held' || known?.status === 'firm') {
      this.#free(step.checkoutId, step.attempt)
      known.status = 'released'
    }
    return known?.status === 'released' ? 'released' : 'nothing'
  }

  /** Forgets what expired before then and was not made firm. */
  lapse({ checkoutId, attempt }: Omit<SimulatedStep, 'fence'>, beforeMs: number): boolean {
    const known = this.#holdOf({ checkoutId, attempt })
    if (known?.status !== 'held' || known.expiresAtMs === null || known.expiresAtMs >= beforeMs) return false
    known.status = 'lapsed'
    this.#free(checkoutId, attempt)
    return true
  }

  /** The order is placed. */
  settle(checkoutId: string): void {
    for (const hold of this.#liveOf(checkoutId)) if (hold.status !== 'settled') { hold.status = 'settled'; hold.expiresAtMs = null }
  }

  /** The order is cancelled. */
  cancel(checkoutId: string): void {
    this.#free(checkoutId)
    for (const hold of this.#liveOf(checkoutId)) hold.status = 'released'
  }

  /** Units that are still kept for a checkout. */
  kept(checkoutId: string, item?: string): number {
    return this.#reservations.filter((one) => one.checkoutId === checkoutId && (item === undefined || one.item === item)).reduce((sum, { openUnits }) => sum + openUnits, 0)
  }

  /** Whether an attempt's hold can still end by itself. */
  isFirm(checkoutId: string): boolean {
    return this.#liveOf(checkoutId).some(({ status }) => status === 'firm' || status === 'settled')
  }

  /** What must never be. */
  contradictions(): string[] {
    return [...this.items].flatMap(([id, item]) => {
      const open = (promised: boolean) => this.#reservations.filter((one) => one.item === id && one.promised === promised).reduce((sum, { openUnits }) => sum + openUnits, 0)
      return [
        ...(0 <= item.reserved && item.reserved <= item.onHand ? [] : [`${id}: ${item.reserved} reserved of ${item.onHand}`]),
        ...(0 <= item.promised && item.promised <= item.promiseLimit ? [] : [`${id}: ${item.promised} promised of ${item.promiseLimit}`]),
        ...(item.reserved === open(false) && item.promised === open(true) ? [] : [`${id}: what is reserved is not what is kept`]),
      ]
    })
  }

  #item(id: string): Item {
    const item = this.items.get(id)
    if (!item) throw new TypeError(`there is no ${id}`)
    return item
  }

  #pass({ checkoutId, fence }: SimulatedStep): boolean {
    if (fence < (this.#fences.get(checkoutId) ?? 0)) return false
    this.#fences.set(checkoutId, fence)
    return true
  }

  #holdOf(step: Pick<SimulatedStep, 'checkoutId' | 'attempt'>): Hold | undefined {
    return this.holds.get(keyOf(step))
  }

  #liveOf(checkoutId: string): Hold[] {
    return [...this.holds].filter(([key, hold]) => key.startsWith(`${checkoutId} `) && isLive(hold.status)).map(([, hold]) => hold)
  }

  #free(checkoutId: string, attempt?: number): void {
    for (const one of this.#reservations) {
      if (one.checkoutId !== checkoutId || (attempt !== undefined && one.attempt !== attempt)) continue
      const item = this.#item(one.item)
      if (one.promised) item.promised -= one.openUnits
      else item.reserved -= one.openUnits
      one.openUnits = 0
    }
    for (const one of this.#reservations) {
      const item = this.#item(one.item)
      if (!one.promised || one.openUnits === 0 || this.#waitsBehind(one) || free(item) < one.openUnits) continue
      item.promised -= one.openUnits
      item.reserved += one.openUnits
      one.promised = false
    }
  }

  /** First come, first served: who came before and is still not served keeps the others waiting. */
  #waitsBehind(one: Reservation): boolean {
    const before = this.#reservations.slice(0, this.#reservations.indexOf(one))
    return before.some(({ item, promised, openUnits }) => item === one.item && promised && openUnits > 0)
  }
}

const keyOf = ({ checkoutId, attempt }: Pick<SimulatedStep, 'checkoutId' | 'attempt'>): string => `${checkoutId} ${attempt}`
const free = ({ onHand, reserved }: Item): number => onHand - reserved
const isLive = (status: Status): boolean => status === 'held' || status === 'firm' || status === 'settled'
