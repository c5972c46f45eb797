import type { Judgment } from '../contract.ts'
import type { Seen } from '../store/interactions.ts'
import { measuredPlaces, positionModel, type Counted } from './position-model.ts'

export interface Judged {
  readonly model: string
  readonly positions: readonly { readonly position: number; readonly examined: number; readonly measured: boolean }[]
  readonly items: readonly Judgment[]
}

/** What clicks imply, the most seen first. */
export function judged(seen: readonly Seen[], limit: number): Judged {
  const counted = (one: Seen): Counted => ({ pair: pairOf(one), position: one.position, shown: one.shown, clicked: one.clicked })
  const measured = measuredPlaces(seen.filter(({ shuffled }) => shuffled).map(counted))
  const { attractiveness, examined } = positionModel(seen.map(counted), measured)
  const items = new Map<string, Judgment>()
  for (const one of seen) {
    const pair = pairOf(one)
    const known = items.get(pair) ?? { market: one.market, query: one.query, productId: one.productId, attractiveness: attractiveness.get(pair) ?? 0, shown: 0, clicked: 0, added: 0, bought: 0 }
    items.set(pair, { ...known, shown: known.shown + one.shown, clicked: known.clicked + one.clicked, added: known.added + one.added, bought: known.bought + one.bought })
  }
  return {
    model: measured.size > 0 ? 'position-based, places measured on shuffled results' : 'position-based, places fitted with the clicks',
    positions: [...examined].sort(([a], [b]) => a - b).map(([position, share]) => ({ position, examined: share, measured: measured.has(position) })),
    items: [...items.values()].sort((a, b) => b.shown - a.shown || b.attractiveness - a.attractiveness).slice(0, limit),
  }
}

const pairOf = ({ market, query, productId }: Seen): string => `${market} ${productId} ${query}`
