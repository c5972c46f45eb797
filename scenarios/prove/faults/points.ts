import fc from 'fast-check'
import type { Site } from './sites.ts'

export interface Point {
  readonly service: string
  readonly name: string
  readonly when: 'before' | 'after'
}

/** As a process writes it down when it passes, and as it is printed. */
export const wordsOf = ({ service, name, when }: Point): string => `${service}: ${when} ${name}`

/** Places that a load of buyers does not come to in some minutes, each with its reason. */
export const outOfReach: readonly { readonly name: string; readonly why: string }[] = [
  { name: 'statement services/orders/store/checkouts.ts giveBackLease', why: 'only when a statement failed otherwise than by the process’s end' },
  { name: 'statement services/orders/store/checkouts.ts endLeases', why: 'only where every service runs in one process' },
  { name: 'statement services/orders/store/ownership.ts claimOrdersByEmail', why: 'needs an address that was confirmed by mail' },
  { name: 'statement services/orders/store/ownership.ts claimOrder', why: 'needs the link of a mail on another device' },
  { name: 'statement services/payments/movements/mover.ts mover', why: 'goods that are promised for a later year' },
  { name: 'statement services/payments/store/movements.ts refuseMovement', why: 'a bank that refuses what it has authorised' },
  { name: 'statement services/payments/store/movements.ts markRefused', why: 'goods that are promised, and a kept card that refuses when they come' },
  { name: 'statement services/payments/store/payments.ts takeUnheard', why: 'looks every second and finds what waited two minutes' },
  { name: 'provider GET /v1/setup_intents/:id', why: 'goods that are promised' },
  { name: 'provider POST /v1/setup_intents', why: 'goods that are promised' },
  { name: 'provider POST /v1/setup_intents/:id/confirm', why: 'goods that are promised' },
  { name: 'provider POST /v1/setup_intents/:id/cancel', why: 'goods that are promised' },
  { name: 'provider GET /v1/payment_intents', why: 'the audit’s, when all has ended' },
  { name: 'provider GET /v1/disputes', why: 'half a minute after a start, then each hour' },
  { name: 'statement services/payments/store/disputes.ts putOffHint', why: 'a provider that is silent about a dispute' },
  { name: 'statement services/payments/store/payments.ts takeEnding', why: 'looks every second and finds what a bank holds for the sixth day' },
  { name: 'statement services/payments/store/payments.ts replaceIntent', why: 'an order that waits for a week' },
  { name: 'statement services/payments/store/payments.ts raiseVersion', why: 'copies that are given back before their money was taken' },
  ...['askedOfShopper', 'endShopperCharge', 'keepShopperIntent', 'lookAtShopperIntent', 'takeShopperCharges'].map((name) => ({ name: `statement services/payments/store/shopper-charges.ts ${name}`, why: 'goods that are promised, and a kept card that wants its holder' })),
  { name: 'statement services/payments/movements/with-shopper.ts withShopper', why: 'goods that are promised, and a kept card that wants its holder' },
  { name: 'statement services/payments/store/movements.ts dropCharges', why: 'goods that are promised, and a kept card that wants its holder' },
  { name: 'statement services/orders/store/checkout-acts.ts noteAct', why: 'an operator who reads of a stuck checkout' },
  { name: 'statement services/orders/store/checkout-acts.ts endByHand', why: 'an operator who ends a stuck checkout' },
  { name: 'call inventory.getLevels', why: 'a basket that is sold out between its page and its checkout' },
  { name: 'call payments.askShopper', why: 'goods that are promised, and a kept card that wants its holder' },
  { name: 'provider GET /v1/customers/:id/payment_methods', why: 'the page of kept cards' },
  { name: 'provider GET /v1/payment_methods/:id', why: 'the page of kept cards' },
  { name: 'provider POST /v1/payment_methods/:id/detach', why: 'the page of kept cards' },
  { name: 'statement services/inventory/store/holds.ts lapseHold', why: 'twenty minutes after a checkout that nobody knows' },
  { name: 'statement services/inventory/store/levels.ts registerItems', why: 'the catalogue’s, before anybody buys' },
  { name: 'statement services/inventory/store/locations.ts ensureLocation', why: 'when the service starts' },
  { name: 'statement services/cart/store/bindings.ts leaveTombstone', why: 'an undo whose do never came' },
  { name: 'statement services/cart/store/carts.ts writeShown', why: 'a price that changed while the basket was open' },
]

export interface Chosen {
  readonly points: readonly Point[]
  /** In the order in which processes shall die at them. */
  readonly covering: readonly Point[]
}

/**
 * The points at which a process may die, and those at which it shall, in an order that the seed draws. Of a night there are as many as
 * `kills`, each step's ends first, then the others, then commits, then all of them again; of a sample any, and more than `kills`, for
 * nobody may come by some of them in time.
 */
export function chosenPoints(sites: readonly Site[], { kills, seed, sample }: { readonly kills: number; readonly seed: number; readonly sample: boolean }): Chosen {
  const reached = sites.filter(({ name }) => !outOfReach.some((one) => one.name === name))
  const points = reached.flatMap(({ service, name }) => (['before', 'after'] as const).map((when): Point => ({ service, name, when })))
  if (sample) return { points, covering: shuffled(points, seed).slice(0, kills * 3) }
  const steps = points.filter(({ name }) => /^call |insertOrder|^provider POST/.test(name))
  const commits = reached.filter(({ file }) => file !== undefined).map(({ service, name }): Point => ({ service, name: `commit of ${name}`, when: 'after' }))
  const inTurn = [...shuffled(steps, seed), ...shuffled(points.filter((point) => !steps.includes(point)), seed)]
  const covering = Array.from({ length: kills }, (_, nth) => inTurn[nth] ?? commits[nth - inTurn.length] ?? inTurn[nth % inTurn.length]).filter((point) => point !== undefined)
  return { points, covering }
}

/** Those whose words were given, to play a run again. */
export function namedPoints(sites: readonly Site[], words: readonly string[]): Chosen {
  const { points } = chosenPoints(sites, { kills: 1, seed: 0, sample: true })
  const covering = words.map((given): Point => {
    const [, service = '', when = '', name = ''] = /^(\w+): (before|after) (.+)$/.exec(given) ?? []
    const known = sites.some((site) => site.service === service && (site.name === name || name === `commit of ${site.name}`))
    if (!known) throw new RangeError(`There is no fail point "${given}". They are printed at the end of each run.`)
    return { service, name, when: when as Point['when'] }
  })
  return { points, covering }
}

const shuffled = (points: readonly Point[], seed: number): Point[] => fc.sample(fc.shuffledSubarray([...points], { minLength: points.length }), { seed, numRuns: 1 })[0] ?? []
