import { assertAlways, assertAtRest } from './promises.ts'
import { startRun, takeUp } from './run.ts'
import { leaseMs, World, type Row, type Setting } from './world.ts'

/** What may come next at a moment, in words, and doing it. */
interface Move { readonly words: string; readonly make: () => void }

export interface Played {
  /** Where something else than the usual came, in words. */
  readonly told: readonly string[]
  /** How many moves there were to choose from at each moment. */
  readonly options: readonly number[]
  readonly outcomes: readonly string[]
}

const mostMoments = 4_000

/**
 * Plays one schedule to its end. `choose` says what comes at each moment: 0 is the usual, and any other number is one of what else might
 * come: another process first, a death, a lost answer, a long sleep, a clock that is ahead, a shopper, a webhook, the operator.
 * @throws {Breach} with what was told so far
 */
export function play(setting: Setting, choose: (moment: number) => number): Played {
  const world = new World(setting)
  const told: string[] = []
  const options: number[] = []
  for (const row of world.rows) startRun(world, row, { kind: 'accepted' }, row.buyer.skewMs)
  try {
    for (let moment = 0; ; moment++) {
      if (moment > mostMoments) throw new TypeError('it goes on for ever')
      const chosen = choose(moment)
      const moves = chosen === 0 ? [] : movesOf(world)
      options.push(moves.length)
      const move = moves[(chosen - 1) % Math.max(1, moves.length)]
      if (move) { told.push(`${moment}: ${move.words}`); move.make() }
      else if (!usual(world)) break
      assertAlways(world)
    }
    assertAtRest(world)
  } catch (error) {
    (error as Error).message += `\n  ${JSON.stringify(setting)}\n  ${told.join('\n  ')}`
    throw error
  }
  return { told, options, outcomes: world.rows.map(({ order, saga }) => (order === 'none' ? saga.at : order)) }
}

/** Lets the last begun go on; when nothing is under way, what is due begins, and then time passes. False when nothing is left to do. */
function usual(world: World): boolean {
  const next = world.activities.findLast(({ waitsFor }) => waitsFor === undefined || waitsFor.end !== undefined)
  if (next) { world.step(next, 'well'); return true }
  const [event] = world.undelivered()
  if (event) { world.deliver(event.told, event.to); return true }
  const [movement] = world.payments.due()
  if (movement) { world.begin(`${movement.kind} of ${movement.paymentId}`, world.payments.perform(movement)); return true }
  const open = world.rows.filter((row) => row.dueAtMs !== null)
  const due = open.find((row) => (row.dueAtMs ?? 0) <= world.nowMs)
  if (due) { takeUp(world, due, 0); return true }
  if (open.length > 0) { world.nowMs = Math.min(...open.map(({ dueAtMs }) => dueAtMs ?? 0)); return true }
  return sweep(world)
}

/** Frees holds that ran out and whose checkout nobody runs. */
function sweep(world: World): boolean {
  world.nowMs = Math.max(world.nowMs, 60_000)
  return [...world.inventory.holds.keys()].map((key) => key.split(' ')).filter(([id = '']) => world.row(id).dueAtMs === null)
    .map(([id = '', attempt]) => world.inventory.lapse({ checkoutId: id, attempt: Number(attempt) }, world.nowMs)).some(Boolean)
}

export function movesOf(world: World): Move[] {
  const moves: Move[] = []
  const add = (words: string, make: () => void) => { moves.push({ words, make }) }
  for (const activity of world.activities) {
    const waits = activity.waitsFor !== undefined && activity.waitsFor.end === undefined
    if (!waits) add(`${activity.name} goes on`, () => world.step(activity, 'well'))
    if (waits) add(`${activity.name} waits no longer`, () => { activity.gaveUp = true; world.step(activity, 'well') })
    if (activity.at === 'provider') add(`${activity.name}: the provider is not heard`, () => world.step(activity, 'lost'))
    add(`${activity.name} dies`, () => world.kill(activity))
  }
  // Nothing waits for the time once every checkout has ended.
  if (world.rows.some(({ dueAtMs }) => dueAtMs !== null)) for (const [words, ms] of [['a moment passes', 100], ['a lease passes', leaseMs + 1], ['a deadline passes', 10_000]] as const) add(words, () => { world.nowMs += ms })
  for (const row of world.rows) rowMoves(world, row, add)
  for (const { told, to } of world.undelivered()) add(`${to} hears that ${told.checkoutId} is ${told.event}`, () => world.deliver(told, to))
  for (const movement of world.payments.due()) add(`a worker takes the ${movement.kind} of ${movement.paymentId}`, () => { world.begin(`${movement.kind} of ${movement.paymentId}`, world.payments.perform(movement)) })
  return moves
}

function rowMoves(world: World, row: Row, add: (words: string, make: () => void) => void): void {
  const { dueAtMs, id } = row
  if (dueAtMs !== null) add(dueAtMs <= world.nowMs ? `${id} is taken up` : `${id} is taken up by a process whose clock is ahead`, () => takeUp(world, row, Math.max(0, dueAtMs - world.nowMs)))
  const payment = world.payments.payments.get(id)
  if (payment?.intentId) {
    const { intentId } = payment
    add(`the provider tells of ${id}`, () => { world.begin(`a look at ${id}`, world.payments.refresh(id)) })
    if (world.payments.provider.intents.get(intentId)?.kind === 'requires_action') {
      for (const outcome of ['pass', 'fail'] as const) add(`the shopper of ${id} at the bank: ${outcome}`, () => world.payments.provider.act(intentId, outcome))
    }
  }
  for (const [key, hold] of world.inventory.holds) {
    const [holder, attempt] = key.split(' ')
    if (holder === id && hold.status === 'held') add(`the hold of ${id} lapses by a clock that is ahead`, () => { world.inventory.lapse({ checkoutId: id, attempt: Number(attempt) }, Infinity) })
  }
  if (row.order === 'placed') {
    add(`the operator cancels ${id}`, () => { row.order = 'cancelled'; world.tell('cancelled', id) })
    add(`${id} is dispatched`, () => { row.order = 'dispatched'; world.tell('dispatched', id) })
  }
  if (payment && row.order !== 'none') {
    add(`the operator takes the money of ${id}`, () => { world.begin(`capture of ${id}`, world.payments.move(id, 'capture', null, 'operator')) })
    add(`the operator gives some back of ${id}`, () => { world.begin(`refund of ${id}`, world.payments.move(id, 'refund', 300, `some ${world.payments.movements.length}`)) })
  }
}
