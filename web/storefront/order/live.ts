import { standingOf, type Standing } from './standing.ts'

/**
 * An order goes on for days after it was placed: its page asks now and then, less and less often while nothing moves and not at all
 * while nobody looks, and is read anew when a parcel stands elsewhere than it says.
 */
const page = document.querySelector<HTMLElement>('[data-order]')
const firstMs = 2_000
const slowestMs = 60_000
const slowing = 1.5

if (page) askIn(firstMs, page.dataset['order'] ?? '', page.dataset['standing'] ?? '')

function askIn(ms: number, address: string, shown: string): void {
  setTimeout(() => void moved(address, shown).then((now) => (now ? location.reload() : askIn(Math.min(ms * slowing, slowestMs), address, shown))), ms)
}

async function moved(address: string, shown: string): Promise<boolean> {
  if (document.visibilityState === 'hidden') return false
  const answer = await fetch(address, { headers: { accept: 'application/json' } }).catch(() => undefined)
  return answer?.ok === true && standingOf((await answer.json()) as Standing) !== shown
}
