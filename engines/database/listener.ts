import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/**
 * One listening connection a process and database, whoever listens: opened by the first LISTEN, closed after the last. When it breaks
 * it is opened again, and every listener is called with an empty payload, since notifications in between are lost.
 */
class Listener {
  readonly #config: pg.ClientConfig
  readonly #heard = new EventEmitter().setMaxListeners(0)
  readonly #channels = new Map<string, number>()
  #client: Promise<pg.Client> | undefined
  users = 0

  constructor(config: pg.ClientConfig) { this.#config = config }

  async listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>> {
    this.#heard.on(channel, heard)
    const count = this.#channels.get(channel) ?? 0
    this.#channels.set(channel, count + 1)
    try {
      const client = await (this.#client ??= this.#first())
      if (count === 0) await client.query(`listen ${pg.escapeIdentifier(channel)}`)
    } catch (error) {
      this.#heard.off(channel, heard)
      this.#channels.set(channel, (this.#channels.get(channel) ?? 1) - 1)
      throw error
    }
    return async () => {
      this.#heard.off(channel, heard)
      const left = (this.#channels.get(channel) ?? 1) - 1
      if (left > 0) { this.#channels.set(channel, left); return }
      this.#channels.delete(channel)
      const open = await this.#client?.catch(() => undefined)
      await open?.query(`unlisten ${pg.escapeIdentifier(channel)}`).catch(() => {})
    }
  }

  async close(): Promise<void> {
    const client = this.#client
    this.#client = undefined
    this.#channels.clear()
    await (await client?.catch(() => undefined))?.end().catch(() => {})
  }

  /** A first connection that fails is tried anew by whoever listens next. */
  #first(): Promise<pg.Client> {
    const client = this.#connect()
    client.then((open) => this.#watch(open), () => { if (this.#client === client) this.#client = undefined })
    return client
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({ ...this.#config, application_name: `${this.#config.application_name ?? 'octavo'} listener` })
    client.on('notification', ({ channel, payload }) => this.#heard.emit(channel, payload ?? ''))
    client.on('error', () => {})
    await client.connect()
    return client
  }

  /** Only what was open can break: the end of one that could not be opened is its own caller's, who tries again already. */
  #watch(client: pg.Client): void {
    client.once('end', () => { if (this.#client) this.#client = this.#again() })
  }

  async #again(): Promise<pg.Client> {
    for (let waitMs = 50; ; waitMs = Math.min(waitMs * 2, 2000)) {
      await pause(waitMs, undefined, { ref: false })
      if (!this.#client) throw new Error('closed')
      const client = await this.#connect().catch(() => undefined)
      if (!client) continue
      try {
        for (const channel of this.#channels.keys()) await client.query(`listen ${pg.escapeIdentifier(channel)}`)
      } catch {
        await client.end().catch(() => {})
        continue
      }
      this.#watch(client)
      for (const channel of this.#channels.keys()) this.#heard.emit(channel, '')
      return client
    }
  }
}

const listeners = new Map<string, Listener>()

/** The process's listener for this server and database; any role may listen, so services there share it. */
export function listenerOf(config: pg.ClientConfig): { listen: Listener['listen']; release(): Promise<void> } {
  const { host, pathname } = new URL(config.connectionString ?? '')
  const key = `${host}${pathname}`
  let listener: Listener | undefined
  return {
    listen(channel, heard) {
      if (!listener) {
        listener = listeners.get(key) ?? new Listener(config)
        listeners.set(key, listener)
        listener.users += 1
      }
      return listener.listen(channel, heard)
    },
    async release() {
      if (!listener) return
      listener.users -= 1
      if (listener.users === 0) { listeners.delete(key); await listener.close() }
      listener = undefined
    },
  }
}

const inside = new EventEmitter().setMaxListeners(0)

/** For a process that has nobody beside it: what it says by NOTIFY it hears itself, and no connection is needed for that. */
export function listenerInside(connectionString: string): { listen: Listener['listen']; notify(channel: string, payload: string): void } {
  const { host, pathname } = new URL(connectionString)
  const eventOf = (channel: string): string => `${host}${pathname} ${channel}`
  return {
    async listen(channel, heard) {
      inside.on(eventOf(channel), heard)
      return async () => { inside.off(eventOf(channel), heard) }
    },
    notify: (channel, payload) => { setImmediate(() => inside.emit(eventOf(channel), payload)) },
  }
}
