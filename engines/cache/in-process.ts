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

/** A cache in this process. Values are kept as text, so that nobody changes another's. */
export async function inProcessCache({ maxBytes, now = Date.now, channel }: InProcessOptions): Promise<Cache> {
  const entries = new Map<string, Entry>()
  const byTag = new Map<string, Set<string>>()
  const filling = new Map<string, Promise<unknown>>()
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
    if (text === undefined) return
    drop(key)
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
  const unlisten = await channel?.listen(purge)

  return {
    async get<Value>(key: string) {
      const entry = find(key)
      return entry && now() < entry.until ? (JSON.parse(entry.text) as Value) : undefined
    },
    async set(key, value, options) { keep(key, value, options) },
    async remember<Value>(key: string, options: KeepOptions, fill: () => Promise<Value>) {
      const entry = find(key)
      if (entry && now() < entry.until) return JSON.parse(entry.text) as Value
      const began = purges
      let running = filling.get(key) as Promise<Value> | undefined
      if (!running) {
        running = fill()
        filling.set(key, running)
        running.then((value) => {
          const stale = (purged.get(everything) ?? 0) > began || (options.tags ?? []).some((tag) => (purged.get(tag) ?? 0) > began)
          if (!stale) keep(key, value, options)
        }, () => {}).finally(() => { if (filling.get(key) === running) filling.delete(key) })
      }
      if (entry) return JSON.parse(entry.text) as Value
      return structuredClone(await running)
    },
    async delete(key) { drop(key) },
    async purgeTags(tags) {
      if (tags.length === 0) return
      purge(tags)
      await channel?.send(tags)
    },
    onPurge: (hear) => { hearers.push(hear) },
    async close() {
      await unlisten?.()
      entries.clear()
      byTag.clear()
    },
  }
}
