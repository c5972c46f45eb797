/** Where the time comes from. Injected, so that a rule about time is tested without waiting for it. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands until it is moved. */
export function standingClock(at: Date | string): Clock & { advance(byMs: number): void; set(to: Date | string): void } {
  let now = new Date(at).getTime()
  return {
    now: () => new Date(now),
    advance: (byMs) => { now += byMs },
    set: (to) => { now = new Date(to).getTime() },
  }
}
