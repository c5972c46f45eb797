import type { Database } from '@octavo/database'
import type { Log } from '@octavo/telemetry'
import { readRules } from '../store/rules.ts'
import { knownRules, type KnownRules } from './apply.ts'

const channel = 'octavo_search_rules'
/** What was said while nobody listened. */
const lookMs = 30_000

export interface RuleBook {
  current(): KnownRules
  /** A rule was changed: every process reads them anew. */
  changed(): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}

/** The rules as they stand, in memory, read anew as soon as any process changes one. */
export function ruleBook({ database, log }: { database: Database; log: Log }): RuleBook {
  let known = knownRules([])
  let timer: NodeJS.Timeout | undefined
  let unlisten: (() => Promise<void>) | undefined
  const read = async (): Promise<void> => { known = knownRules(await readRules(database)) }
  const look = (): void => { read().catch((error: unknown) => log.warn({ err: error }, 'the rules of search could not be read; those known stay')) }
  return {
    current: () => known,
    async changed() {
      await read()
      await database.notify(channel)
    },
    async start() {
      await read()
      unlisten = await database.listen(channel, look)
      timer = setInterval(look, lookMs)
      timer.unref()
    },
    async stop() {
      clearInterval(timer)
      await unlisten?.()
    },
  }
}
