export interface KeepOptions {
  readonly ttlMs: number
  /** What it was made of; a purge of any of these ends it, everywhere. */
  readonly tags?: readonly string[]
  /** How long after its time it may still be served while a new one is being made or cannot be made. */
  readonly graceMs?: number
}

/** A cache of JSON values (`undefined` is not kept). Callers get copies; losing all of it costs time only, and so does an engine that is away. */
export interface Cache {
  get<Value>(key: string): Promise<Value | undefined>
  set(key: string, value: unknown, options: KeepOptions): Promise<void>
  /**
   * The kept value, or what `fill` gives. One fill a key at a time, others wait for it; within the grace the old value is served while
   * one fills, and when filling fails. What was purged while it was being filled is given to those who
   * had asked before, and not kept; who asks after the purge has it filled again.
   */
  remember<Value>(key: string, options: KeepOptions, fill: () => Promise<Value>): Promise<Value>
  delete(key: string): Promise<void>
  /** Ends what carries any of these tags: in this process when it returns, in every other of the shop as soon as it hears. */
  purgeTags(tags: readonly string[]): Promise<void>
  /** Hears of every purge, of this process and of others. */
  onPurge(purged: (tags: readonly string[]) => void): void
  close(): Promise<void>
}

/** Stands for every tag, when it is not known which were purged. */
export const everything = '*'

/** How purges reach the shop's other processes. */
export interface PurgeChannel {
  send(tags: readonly string[]): Promise<void>
  /** `undefined` means that some may have been missed: everything ends. */
  listen(heard: (tags: readonly string[] | undefined) => void): Promise<() => Promise<void>>
}
