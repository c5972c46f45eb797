import { everything, type Cache, type KeepOptions, type PurgeChannel } from './port.ts'

interface Entry {
  readonly text: string
  readonly tags: readonly string[]
  readonly until: number
  readonly graceUntil: number
}

export interface InProcessOptions {
  /** Of values as text, roughly; the least recently used go first. */
  readonly maxBytes: number
  readonly now?: () => number
  /** Absent where there is only one process. */
  readonly channel?: PurgeChannel
}

/** A cache that also takes its values' time from whoever made them: the tier in front of another. */
export interface NearCache extends Cache {
  /** As `remember`, but kept as long as `fill` says; not at all for 0. */
  rememberFor<Value>(key: string, options: Pick<KeepOptions, 'tags'>, fill: () => Promise<{ readonly value: Value; readonly ttlMs: number }>): Promise<Value>
}

interface Filling {
  readonly made: Promise<unknown>
  readonly tags: readonly string[]
  /** How many purges there had been when it began. */
  readonly began: number
}

/** A cache in this process. Values are kept as text, so that nobody changes another's. */
export async function inProcessCache({ maxBytes, now = Date.now, channel }: InProcessOptions): Promise<NearCache> {
  const entries = new Map<string, Entry>()
  const byTag = new Map<string, Set<string>>()
  const filling = new Map<string, Filling>()
  const purged = new Map<string, number>()
  const hearers: ((tags: readonly string[]) => void)[] = []
  let purges = 0
  let bytes = 0

  const drop = (key: string): void => {
    const entry = entries.get(key)
    if (!entry) return
    entries.delete(key)
    bytes -= entry.text.length
    for (const tag of entry.tags) {
      const keys = byTag.get(tag)
      keys?.delete(key)
      if (keys?.size === 0) byTag.delete(tag)
    }
  }
  const keep = (key: string, value: unknown, { ttlMs, tags = [], graceMs = 0 }: KeepOptions): void => {
    const text = JSON.stringify(value)
    drop(key)
    if (text === undefined || ttlMs <= 0) return
    const until = now() + ttlMs
    entries.set(key, { text, tags, until, graceUntil: until + graceMs })
    bytes += text.length
    for (const tag of tags) {
      const keys = byTag.get(tag)
      if (keys) keys.add(key)
      else byTag.set(tag, new Set([key]))
    }
    for (const oldest of entries.keys()) {
      if (bytes <= maxBytes) break
      drop(oldest)
    }
  }
  const find = (key: string): Entry | undefined => {
    const entry = entries.get(key)
    if (!entry) return undefined
    if (now() >= entry.graceUntil) { drop(key); return undefined }
    entries.delete(key)
    entries.set(key, entry)
    return entry
  }
  const purge = (tags: readonly string[] | undefined): void => {
    purges += 1
    if (tags === undefined || purged.size > 100_000) { purged.clear(); purged.set(everything, purges) }
    if (tags === undefined) {
      entries.clear()
      byTag.clear()
      bytes = 0
    }
    for (const tag of tags ?? []) {
      purged.set(tag, purges)
      for (const key of byTag.get(tag) ?? []) drop(key)
    }
    for (const hear of hearers) hear(tags ?? [everything])
  }
  const wasPurged = ({ tags, began }: Filling): boolean => (purged.get(everything) ?? 0) > began || tags.some((tag) => (purged.get(tag) ?? 0) > began)

  const begin = <Value>(key: string, options: KeepOptions, fill: () => Promise<{ readonly value: Value; readonly ttlMs: number }>): Promise<Value> => {
    const began = purges
    const made = fill().then(({ value, ttlMs }) => {
      if (!wasPurged(mine)) keep(key, value, { ...options, ttlMs })
      return value
    })
    const mine: Filling = { made, tags: options.tags ?? [], began }
    filling.set(key, mine)
    made.catch(() => {}).finally(() => { if (filling.get(key) === mine) filling.delete(key) })
    return made
  }
  const remember = async <Value>(key: string, options: KeepOptions, fill: () => Promise<{ readonly value: Value; readonly ttlMs: number }>): Promise<Value> => {
    const entry = find(key)
    if (entry && now() < entry.until) return JSON.parse(entry.text) as Value
    const running = filling.get(key)
    // Who asks after a purge is not given what was read before it.
    const made = running && !wasPurged(running) ? (running.made as Promise<Value>) : begin(key, options, fill)
    if (entry) return JSON.parse(entry.text) as Value
    return structuredClone(await made)
  }
  const unlisten = await channel?.listen(purge)

  return {
    async get<Value>(key: string) {
      const entry = find(key)
      return entry && now() < entry.until ? (JSON.parse(entry.text) as Value) : undefined
    },
    async set(key, value, options) { keep(key, value, options) },
    remember: (key, options, fill) => remember(key, options, async () => ({ value: await fill(), ttlMs: options.ttlMs })),
    rememberFor: (key, { tags = [] }, fill) => remember(key, { ttlMs: 0, tags }, fill),
    async delete(key) { drop(key) },
    async purgeTags(tags) {
      if (tags.length === 0) return
      // The others' first: once it has ended here, nobody brings back what they still had.
      try { await channel?.send(tags) } finally { purge(tags) }
    },
    onPurge: (hear) => { hearers.push(hear) },
    async close() {
      await unlisten?.()
      entries.clear()
      byTag.clear()
    },
  }
}
