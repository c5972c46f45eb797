import type { Transaction } from '@octavo/database'
import { inRequest } from '@octavo/telemetry'
import type { Event, Reaction } from './port.ts'

export type Reactions = ReadonlyMap<string, Reaction>

export const reactionsByName = (reactions: readonly Reaction[]): Reactions => new Map(reactions.map((one) => [`${one.type.topic} ${one.type.name}`, one]))

/** All of a batch in one transaction; neighbours of one kind together where their reaction can. */
export async function reactTogether(events: readonly Event[], byName: Reactions, tx: Transaction): Promise<void> {
  for (let at = 0; at < events.length; ) {
    const first = events[at] as Event
    const reaction = byName.get(`${first.topic} ${first.name}`) as Reaction
    let end = at + 1
    if (reaction.reactAll) while (end < events.length && events[end]?.name === first.name) end += 1
    const run = events.slice(at, end).map((event) => checked(event, reaction))
    // As part of the first one's request: who woke this loop long ago, and by when it wanted to be done, is nothing to them.
    await within(first, () => (reaction.reactAll ? reaction.reactAll(run as unknown as Event<never>[], tx) : reaction.react(run[0] as Event<never>, tx)))
    at = end
  }
}

/** One event inside a savepoint, so that its failure takes back its own effect and nothing else. Gives what went wrong. */
export async function reactEach(event: Event, byName: Reactions, tx: Transaction): Promise<unknown> {
  const reaction = byName.get(`${event.topic} ${event.name}`)
  if (!reaction) return undefined
  await tx.run('savepoint reacting')
  try {
    await within(event, () => reaction.react(checked(event, reaction) as Event<never>, tx))
    await tx.run('release savepoint reacting')
    return undefined
  } catch (error) {
    await tx.run('rollback to savepoint reacting')
    return error ?? new Error('a reaction failed without saying why')
  }
}

function checked(event: Event, { type }: Reaction): Event {
  if (event.version !== type.version) throw new Error(`${event.topic} ${event.name} has version ${event.version}, and this consumer knows ${type.version}`)
  return { ...event, data: type.schema.parse(event.data) }
}

const within = <T>(event: Event, work: () => Promise<T>): Promise<T> => inRequest({ requestId: event.requestId ?? event.id, deadlineMs: Date.now() + 60_000 }, work)
