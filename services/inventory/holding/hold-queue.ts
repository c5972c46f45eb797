import type { Database } from '@octavo/database'
import { holdStock, holdTogether, isNewHold, type HoldAnswer, type HoldStep } from '../store/holds.ts'
import type { SoldOut } from './sold-out.ts'

/** As many as one transaction decides. */
const mostTogether = 200

interface Waiting {
  readonly step: HoldStep
  answer(answer: HoldAnswer): void
  fail(error: unknown): void
}

/**
 * Holds of one item, first come first served. While one is being decided, those that come meanwhile wait, and are then decided together
 * in one transaction: an item that nobody else wants costs what it did, and a hot one a batch and not a lock each. Baskets of several
 * items are decided by themselves, under the rows' locks; so are what several processes do to one item.
 */
export function holdQueue(database: Database, soldOut: SoldOut): (step: HoldStep) => Promise<HoldAnswer> {
  const queues = new Map<string, Waiting[]>()
  const deciding = new Set<string>()

  async function alone(step: HoldStep): Promise<HoldAnswer> {
    const answer = await holdStock(database, step)
    if (answer.outcome === 'short') noteSoldOut(step)
    return answer
  }

  /** Where a single copy was too much, none is left. */
  function noteSoldOut({ lines: [line, ...more] }: HoldStep): void {
    if (line?.units === 1 && more.length === 0) soldOut.note(line.stockItemId)
  }

  async function together(item: string, batch: readonly Waiting[]): Promise<void> {
    const { outcomes, told } = await holdTogether(database, item, batch.map(({ step }) => step))
    for (const [at, { step, answer, fail }] of batch.entries()) {
      const outcome = outcomes[at]
      if (outcome === 'short') noteSoldOut(step)
      if (outcome) answer({ outcome, promised: false, stockItemIds: outcome === 'short' ? [item] : [], told })
      else await alone(step).then(answer, fail)
    }
  }

  /** Works a queue off; one that came first has been decided. */
  async function workOff(item: string): Promise<void> {
    for (let waiting = queues.get(item); waiting && waiting.length > 0; waiting = queues.get(item)) {
      // Of a checkout one at a time: a repeat is to see what came of the first.
      const batch = firstOfEach(waiting).slice(0, mostTogether)
      queues.set(item, waiting.filter((one) => !batch.includes(one)))
      await together(item, batch).catch(async () => { for (const { step, answer, fail } of batch) await alone(step).then(answer, fail) })
    }
    queues.delete(item)
  }

  async function decide(step: HoldStep): Promise<HoldAnswer> {
    const [line, ...more] = step.lines
    if (!line || more.length > 0) return alone(step)
    const item = line.stockItemId
    const waiting = queues.get(item)
    if (waiting) return new Promise((answer, fail) => { waiting.push({ step, answer, fail }) })
    queues.set(item, [])
    try {
      return await alone(step)
    } finally {
      void workOff(item)
    }
  }

  return async (step) => {
    const item = step.lines.find(({ stockItemId }) => soldOut.knows(stockItemId))?.stockItemId
    // Not of a later process, whose fence must be remembered, nor of an attempt that may have been held before.
    if (item !== undefined && step.fence === 1 && !deciding.has(step.checkoutId) && await isNewHold(database, step)) return { outcome: 'short', promised: false, stockItemIds: [item], told: false }
    deciding.add(step.checkoutId)
    try {
      return await decide(step)
    } finally {
      deciding.delete(step.checkoutId)
    }
  }
}

function firstOfEach(waiting: readonly Waiting[]): Waiting[] {
  const first = new Map<string, Waiting>()
  for (const one of waiting) if (!first.has(one.step.checkoutId)) first.set(one.step.checkoutId, one)
  return [...first.values()]
}
