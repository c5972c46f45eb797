import type { Database } from '@octavo/database'
import { completeCheckouts } from '../store/checkouts.ts'
import type { Checkout } from './checkout.ts'

type Ended = Pick<Checkout, 'id' | 'fence' | 'history'>

interface Ending extends Ended {
  kept(yes: boolean): void
  lost(error: unknown): void
}

/** Nobody waits for a placed checkout to be closed: its order stands. */
const gatherMs = 40

/**
 * Closes completed checkouts, those of forty milliseconds in one statement. Should the process die before, whoever takes such a checkout
 * up removes its lines once more, which changes nothing, and closes it. Answers false for one that was taken over.
 */
export function openEnds({ database, now }: { readonly database: Database; readonly now: () => Date }): (checkout: Ended) => Promise<boolean> {
  let waiting: Ending[] = []

  async function flush(): Promise<void> {
    const ends = waiting
    waiting = []
    try {
      const ended = new Set(await completeCheckouts(database, ends, now()))
      for (const { id, kept } of ends) kept(ended.has(id))
    } catch (error) {
      for (const { lost } of ends) lost(error)
    }
  }

  return ({ id, fence, history }) => new Promise<boolean>((kept, lost) => {
    waiting.push({ id, fence, history, kept, lost })
    if (waiting.length === 1) setTimeout(() => void flush(), gatherMs)
  })
}
