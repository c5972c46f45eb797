import fc from 'fast-check'
import { play, type Played } from './schedule.ts'
import type { Buyer, Setting } from './world.ts'

export interface Found {
  readonly schedules: number
  /** How often each end came, over all checkouts. */
  readonly outcomes: ReadonlyMap<string, number>
  /** The first schedule that broke a promise, as small as it could be made, in words. */
  readonly breach?: string
}

/** Schedules drawn by chance from a seed; a breach is made as small as it can be. */
export function exploreAtRandom({ schedules, seed, path }: { readonly schedules: number; readonly seed: number; readonly path?: string | undefined }): Found {
  const outcomes = new Map<string, number>()
  let played = 0
  const result = fc.check(fc.property(schedule, ({ given, chosen }) => {
    played += 1
    count(outcomes, play(given, (moment) => chosen[moment] ?? 0))
  }), { numRuns: schedules, seed, ...(path !== undefined && { path }), endOnFailure: false })
  if (!result.failed) return { schedules: played, outcomes }
  const error = result.errorInstance as Error | undefined
  return { schedules: result.numRuns, outcomes, breach: `${error?.name ?? 'Error'}: ${error?.message ?? ''}\n  again: npm run prove -- explore --seed ${result.seed} --path ${result.counterexamplePath}` }
}

/** Every schedule of a small shop that leaves the usual way at most twice, once anywhere and a second time within `reach` moments. */
export function exploreExhaustively(given: Setting, reach: number): Found {
  const outcomes = new Map<string, number>()
  let schedules = 0
  const at = (deviations: ReadonlyMap<number, number>): Played => {
    schedules += 1
    const played = play(given, (moment) => deviations.get(moment) ?? 0)
    count(outcomes, played)
    return played
  }
  try {
    for (let first = 0; ; first++) {
      // How many ways there are is known only once one is taken.
      let ways = 1
      for (let way = 1; way <= ways; way++) {
        const played = at(new Map([[first, way]]))
        if (played.options.length <= first) return { schedules, outcomes }
        ways = played.options[first] ?? 0
        if (ways === 0) return { schedules, outcomes }
        for (let second = first + 1; second <= Math.min(first + reach, played.options.length - 1); second++) {
          let more = 1
          for (let other = 1; other <= more; other++) more = at(new Map([[first, way], [second, other]])).options[second] ?? 0
        }
      }
    }
  } catch (error) {
    return { schedules, outcomes, breach: `${(error as Error).name}: ${(error as Error).message}` }
  }
}

const buyer: fc.Arbitrary<Buyer> = fc.record({
  units: fc.constantFrom([1, 0], [1, 1], [2, 0], [0, 1], [0, 0]), card: fc.constantFrom('good', 'good', 'good', 'asks', 'declined'), skewMs: fc.constantFrom(0, 0, -5_000, 5_000),
})
const setting: fc.Arbitrary<Setting> = fc.record({ onHand: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 3 })), buyers: fc.array(buyer, { minLength: 1, maxLength: 3 }) })
/** Mostly the usual: who meets a fault at every turn comes nowhere. Some schedules are wild all the same. */
const faults = fc.oneof(...[12, 5, 1].map((usual) => fc.array(fc.oneof({ weight: usual, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(200) }), { maxLength: 120, size: 'max' })))
/** Nothing happens until the order is there, and much after it. */
const afterwards = fc.tuple(fc.integer({ min: 20, max: 27 }), fc.array(fc.oneof(fc.constant(0), fc.nat(200)), { minLength: 10, maxLength: 40, size: 'max' })).map(([quiet, busy]) => [...Array<number>(quiet).fill(0), ...busy])
const bought: Setting = { onHand: [1], buyers: [{ units: [1], card: 'good', skewMs: 0 }] }
const schedule: fc.Arbitrary<{ given: Setting; chosen: readonly number[] }> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ given: setting, chosen: faults }) }, { weight: 1, arbitrary: fc.record({ given: fc.constant(bought), chosen: afterwards }) })

/** One checkout and one copy, by each kind of card. */
export const smallSettings: readonly Setting[] = (['good', 'asks', 'declined'] as const).map((card) => ({ onHand: [1], buyers: [{ units: [1], card, skewMs: 0 }] }))

function count(outcomes: Map<string, number>, { outcomes: ends }: Played): void {
  for (const end of ends) outcomes.set(end, (outcomes.get(end) ?? 0) + 1)
}
