/** What may go wrong: calls are answered late, refused having done nothing, or dropped having done all; events are sent twice, or a newer one before an older. */
export const faultModes = ['slow', 'fail', 'do-then-drop', 'duplicate', 'reorder'] as const
export type FaultMode = (typeof faultModes)[number]

export interface Faults {
  add(mode: FaultMode, count: number, ms: number): void
  clear(): void
  /** Whether it goes wrong this way now; counts it. Gives the milliseconds of slowness, else 0. */
  take(mode: FaultMode): { readonly ms: number } | undefined
}

/** In memory only: a carrier that starts anew is well. */
export function faults(): Faults {
  const left = new Map<FaultMode, { count: number; ms: number }>()
  return {
    add: (mode, count, ms) => { left.set(mode, { count, ms }) },
    clear: () => left.clear(),
    take(mode) {
      const found = left.get(mode)
      if (!found || found.count === 0) return undefined
      found.count -= 1
      return { ms: found.ms }
    },
  }
}
