/** How long it is remembered that nothing is left: another process may have given some back. */
const rememberedMs = 250

/** Items of which nothing is left. Dropped by whatever gives copies back in this process. */
export interface SoldOut {
  knows(stockItemId: string): boolean
  note(stockItemId: string): void
  drop(): void
}

/** `now` in milliseconds. */
export function soldOutMemory(now: () => number = Date.now): SoldOut {
  const until = new Map<string, number>()
  return {
    knows(stockItemId) {
      const untilMs = until.get(stockItemId)
      if (untilMs === undefined) return false
      if (untilMs > now()) return true
      until.delete(stockItemId)
      return false
    },
    // From when it was first seen.
    note(stockItemId) { if (!this.knows(stockItemId)) until.set(stockItemId, now() + rememberedMs) },
    drop: () => until.clear(),
  }
}
