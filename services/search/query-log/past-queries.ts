import type { Clock } from '@octavo/clock'
import type { Database } from '@octavo/database'
import { edits, mostEdits } from '@octavo/search-index/analysis'
import type { Log } from '@octavo/telemetry'
import { readPastQueries } from '../store/interactions.ts'

const lookMs = 300_000
const dayMs = 86_400_000
const most = 5000
/** And on as many different days: what somebody makes up in an evening is suggested to nobody. */
const enoughDays = 3

export interface PastQueries {
  /** Those that begin so, by the words of a query in its folded spelling, or nearly so when none does; those that more shoppers asked first. */
  beginning(market: string, typed: readonly string[], limit: number): readonly { readonly key: string; readonly query: string }[]
  /** Reads them anew. */
  look(): Promise<void>
  start(): void
  stop(): void
}

/** What others asked and found, in memory, read anew every five minutes. */
export function pastQueries({ database, clock, log, keptDays, suggestedFrom }: { database: Database; clock: Clock; log: Log; keptDays: number; suggestedFrom: number }): PastQueries {
  let known = new Map<string, Past[]>()
  let timer: NodeJS.Timeout | undefined
  const look = async (): Promise<void> => {
    const rows = await readPastQueries(database, new Date(clock.now().getTime() - keptDays * dayMs), { shoppers: suggestedFrom, days: enoughDays }, most)
    known = Map.groupBy(rows.map(({ market, key, query }) => ({ market, key, query, words: key.split(' ') })), ({ market }) => market)
  }
  const tryToLook = (): void => { look().catch((error: unknown) => log.warn({ err: error }, 'past queries could not be read; those known stay')) }
  return {
    beginning(market, typed, limit) {
      const all = known.get(market) ?? []
      const start = typed.join(' ')
      const begun = first(all, limit, ({ key }) => key.startsWith(start) && key !== start)
      return begun.length > 0 ? begun : first(all, limit, ({ words }) => beginsNearly(words, typed))
    },
    look,
    start() {
      tryToLook()
      timer = setInterval(tryToLook, lookMs)
      timer.unref()
    },
    stop() { clearInterval(timer) },
  }
}

interface Past { readonly key: string; readonly query: string; readonly words: readonly string[] }

function first(all: readonly Past[], limit: number, fits: (one: Past) => boolean): Past[] {
  const found: Past[] = []
  for (const one of all) {
    if (fits(one)) found.push(one)
    if (found.length === limit) break
  }
  return found
}

/** Each word as typed but for a slip, the last of them perhaps not to its end. */
function beginsNearly(words: readonly string[], typed: readonly string[]): boolean {
  if (typed.length > words.length) return false
  return typed.every((one, at) => {
    const [word, most] = [words[at] as string, mostEdits(one.length)]
    if (at < typed.length - 1) return edits(one, word, most) <= most
    for (let length = one.length - most; length <= Math.min(word.length, one.length + most); length++) if (edits(one, word.slice(0, length), most) <= most) return true
    return false
  })
}
