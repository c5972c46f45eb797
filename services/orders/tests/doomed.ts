import type { Database, Queryable, Transaction } from '@octavo/database'
import type { Meet } from './meet.ts'

export interface Doom {
  readonly meet: Meet
  /** The same database, as the process reaches it while it lives. */
  over(database: Database): Database
  /** Where it died, once it did. */
  diedAt(): string | undefined
}

/**
 * The life of a process that ends at its nth moment: before each call of another service, each statement and each commit, and after
 * each, when it was done and nobody heard. From then on it reaches nobody and writes nothing.
 */
export function doomedAt(moment: number): Doom {
  let moments = 0
  let died: string | undefined

  const alive = () => { if (died) throw new Error(`this process ended ${died}`) }
  function pass(where: string): void {
    alive()
    if (moments++ !== moment) return
    died = where
    alive()
  }
  const meet: Meet = async (name, call) => {
    pass(`before ${name}`)
    try {
      return await call()
    } finally {
      pass(`after ${name}`)
    }
  }
  const first = (text: string) => text.trim().split(/\s+/).slice(0, 3).join(' ')
  const queryable = (on: Queryable): Queryable => ({
    rows: (text, values) => meet(first(text), () => on.rows(text, values)),
    one: (text, values) => meet(first(text), () => on.one(text, values)),
    maybe: (text, values) => meet(first(text), () => on.maybe(text, values)),
    run: (text, values) => meet(first(text), () => on.run(text, values)),
  })

  return {
    meet,
    diedAt: () => died,
    over: (database) => ({
      ...database, ...queryable(database),
      transaction: (work, options) => meet('commit', () => database.transaction((tx) => work({ ...queryable(tx), send: (text, values) => { if (!died) tx.send(text, values) }, copyIn: tx.copyIn, afterCommit: tx.afterCommit } satisfies Transaction), options)),
      notify: async (channel, payload) => { if (!died) await database.notify(channel, payload) },
    }),
  }
}
