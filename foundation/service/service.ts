import type { IncomingMessage, ServerResponse } from 'node:http'

/** Something of a process with a beginning and an end: a service, the gateway, a relay. */
export interface Part {
  readonly name: string
  /** Does what must be done before it can answer: migrations, first records, workers. */
  start(): Promise<void>
  /** Whether it can do its work now; what is wrong, in a word, when not. */
  ready(): Promise<true | string>
  /** Takes nothing new, ends what runs. Called before `stop`. */
  drain(): Promise<void>
  stop(): Promise<void>
}

/**
 * What a service answers that is no procedure: webhooks with their raw body, event streams, uploads. The request arrives as it came,
 * its path below the service's own prefix, with the caller the gateway found. Answers false when the path is not its own.
 */
export type RawRoutes<Context> = (request: IncomingMessage, response: ServerResponse, context: Context) => Promise<boolean> | boolean

/** Starts parts in order; when one fails, stops those that had started, in reverse, and throws. */
export async function startAll(parts: readonly Part[], began: (part: Part) => void = () => {}): Promise<void> {
  const started: Part[] = []
  try {
    for (const part of parts) {
      began(part)
      started.push(part)
      await part.start()
    }
  } catch (error) {
    await stopAll(started).catch(() => {})
    throw error
  }
}

/** Drains all parts together, then stops them in reverse order; every part is stopped even when one fails. */
export async function stopAll(parts: readonly Part[]): Promise<void> {
  const wrong: unknown[] = []
  const note = (error: unknown) => { wrong.push(error) }
  await Promise.all(parts.map((part) => part.drain().catch(note)))
  for (const part of parts.toReversed()) await part.stop().catch(note)
  if (wrong.length) throw new AggregateError(wrong, 'some parts did not stop cleanly')
}
