import assert from 'node:assert/strict'
import { test } from 'node:test'
import { measuredPlaces, positionModel, type Counted } from './position-model.ts'

/** What many shoppers do who look at the places so often and like the products so much: exact shares, so that nothing is left to chance. */
function clicks(examined: readonly number[], liked: Readonly<Record<string, number>>, shownAt: (pair: string, position: number) => number): Counted[] {
  return Object.entries(liked).flatMap(([pair, share]) => examined.flatMap((look, at) => {
    const shown = shownAt(pair, at + 1)
    return shown === 0 ? [] : [{ pair, position: at + 1, shown, clicked: Math.round(shown * look * share) }]
  }))
}

const examined = [1, 0.5, 0.25]
const liked = { whale: 0.6, sea: 0.4, ship: 0.2 }
const near = (value: number | undefined, wanted: number, by: number) => assert.ok(value !== undefined && Math.abs(value - wanted) < by, `${value} is not ${wanted}`)

test('a product that is seldom looked at is not taken for one that is not liked', () => {
  // The best stood last mostly: its clicks alone say that it is the worst.
  const counts = clicks(examined, liked, (pair, position) => (pair === 'whale' ? [500, 500, 9000] : pair === 'sea' ? [9000, 500, 500] : [500, 9000, 500])[position - 1] as number)
  const rate = (pair: string) => counts.filter((one) => one.pair === pair).reduce((sum, { clicked }) => sum + clicked, 0)
  assert.ok(rate('whale') < rate('sea'))
  const { attractiveness, examined: places } = positionModel(counts)
  for (const [pair, share] of Object.entries(liked)) near(attractiveness.get(pair), share, 0.05)
  near(places.get(2), 0.5, 0.05)
  near(places.get(3), 0.25, 0.05)
})

test('places that were drawn by lot tell how often each is looked at, and hold', () => {
  const measured = measuredPlaces(clicks(examined, liked, () => 1000))
  near(measured.get(2), 0.5, 0.01)
  near(measured.get(3), 0.25, 0.01)
  // Where each product always has the same place, clicks alone cannot tell place from liking.
  const fixed = clicks(examined, { whale: 0.4, sea: 0.8, ship: 0.8 }, (pair, position) => (['whale', 'sea', 'ship'][position - 1] === pair ? 2000 : 0))
  const { attractiveness } = positionModel(fixed, measured)
  near(attractiveness.get('sea'), 0.8, 0.05)
  near(attractiveness.get('ship'), 0.8, 0.05)
})

test('few places drawn by lot measure nothing, and few looks say little', () => {
  assert.equal(measuredPlaces(clicks(examined, liked, () => 20)).size, 0)
  const { attractiveness } = positionModel([{ pair: 'once', position: 1, shown: 1, clicked: 1 }, { pair: 'often', position: 1, shown: 1000, clicked: 100 }])
  assert.ok((attractiveness.get('once') ?? 1) < 0.35)
})
