import { Worker } from 'node:worker_threads'
import { EngineAway, NoSuchIndex, type SearchAnswer, type SearchIndex } from '../port.ts'
import { HitTaker, type RawHits } from './hits.ts'
import type { RawAnswer } from './index-file.ts'
import type { Answered, Asked } from './worker.ts'

interface Waiting { readonly method: Asked['method']; resolve(answer: never): void; reject(error: Error): void }

export interface SqliteSearchIndex extends SearchIndex {
  /** Ends the thread as a crash would, and lets none start again until what it gives is called. For drills. */
  kill(): Promise<() => void>
}

/** What a thread has just made, in MB: enough for an answer, and a third of what it would otherwise keep. */
const mostYoungMb = 8

/**
 * SQLite with FTS5 in a thread of its own, a file an index in `folder`; one process at a time has it. A thread that died is started
 * again by the next call, and what it had been asked fails.
 */
export function sqliteSearchIndex({ folder }: { folder: string }): SqliteSearchIndex {
  let worker: Worker | undefined
  let asked = 0
  let closed = false
  let held = false
  const waiting = new Map<number, Waiting>()

  function open(): Worker {
    if (worker) return worker
    const made = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { folder }, execArgv: ['--disable-warning=ExperimentalWarning'], resourceLimits: { maxYoungGenerationSizeMb: mostYoungMb } })
    made.unref()
    const taker = new HitTaker()
    made.on('message', (answered: Answered) => {
      const one = waiting.get(answered.no)
      waiting.delete(answered.no)
      if (waiting.size === 0) made.unref()
      if ('error' in answered) one?.reject(asError(answered.error))
      // Hits are taken before the next message is: what crossed once is known from then on.
      else if (one) one.resolve(taken(one.method, answered.answer, taker) as never)
    })
    const died = (why: string): void => {
      if (worker === made) worker = undefined
      for (const one of waiting.values()) one.reject(new EngineAway(`the search index ended: ${why}`))
      waiting.clear()
    }
    made.on('error', (error: Error) => died(error.message))
    made.on('exit', (code) => died(`its thread exited with ${code}`))
    worker = made
    return made
  }

  const ask = <Answer = never>(method: Asked['method'], ...given: unknown[]): Promise<Answer> => new Promise<Answer>((resolve, reject) => {
    if (closed || held) { reject(new EngineAway(`the search index is ${closed ? 'closed' : 'dead'}`)); return }
    const thread = open()
    asked += 1
    waiting.set(asked, { method, resolve, reject })
    thread.ref()
    thread.postMessage({ no: asked, method, given } satisfies Asked)
  })

  const end = async (): Promise<void> => { await worker?.terminate() }
  return {
    create: (name) => ask('create', name),
    drop: (name) => ask('drop', name),
    point: (alias, name) => ask('point', alias, name),
    resolve: (alias) => ask('resolve', alias),
    list: () => ask('list'),
    put: (name, products) => ask('put', name, products),
    // What waits for its turn in the thread waits on its own time.
    search: (name, request) => ask('search', name, request, Date.now() + request.withinMs),
    read: (name, ids, filters, currency) => ask('read', name, ids, filters, currency),
    identify: (name, identifiers) => ask('identify', name, identifiers),
    named: (name, facet, text) => ask('named', name, facet, text),
    suggest: (name, words, limit) => ask('suggest', name, words, limit),
    spell: (name, words) => ask('spell', name, words),
    count: (name) => ask('count', name),
    versions: (name, ids) => ask('versions', name, ids),
    async kill() {
      held = true
      await end()
      return () => { held = false }
    },
    async close() {
      closed = true
      await end()
    },
  }
}

/** What a method gives, of what the thread answered. */
function taken(method: Asked['method'], answer: unknown, taker: HitTaker): unknown {
  switch (method) {
    case 'search': return answerOf(answer as RawAnswer, taker)
    case 'read': return taker.take(answer as RawHits)
    default: return answer
  }
}

const answerOf = ({ ids, scores, hits, ...rest }: RawAnswer, taker: HitTaker): SearchAnswer =>
  ({ ...rest, ids: ids === '' ? [] : ids.split('\n'), scores: Array.from(scores), hits: taker.take(hits) })

function asError({ name, message }: { name: string; message: string }): Error {
  if (name === 'NoSuchIndex') return new NoSuchIndex(message)
  return new Error(message)
}
