import { hash } from 'node:crypto'

const places = 10

/**
 * The first places drawn by lot for a share of queries, so that clicks there tell how often each place is looked at. What an operator
 * pinned stays. Drawn by the same `lot` it falls the same, so that going back shows what was there. `percent` from 0 to 100.
 */
export function shuffled(ids: readonly string[], { lot, percent, pinned }: { readonly lot: string; readonly percent: number; readonly pinned: number }): { readonly ids: readonly string[]; readonly drawn: boolean } {
  const lots = hash('sha256', lot, 'buffer')
  const last = Math.min(places, ids.length)
  if (lots.readUInt16BE(0) / 65_536 * 100 >= percent || last - pinned < 2) return { ids, drawn: false }
  const drawn = [...ids]
  // Fisher and Yates, from the last place up.
  for (let at = last - 1; at > pinned; at--) {
    const other = pinned + lots.readUInt16BE(2 + 2 * at) % (at - pinned + 1);
    [drawn[at], drawn[other]] = [drawn[other] as string, drawn[at] as string]
  }
  return { ids: drawn, drawn: true }
}
