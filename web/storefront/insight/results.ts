import { forgetAll, rememberOrigin } from './memory.ts'
import { tell } from './tell.ts'

/** Which results were on the screen of somebody who agreed, and which they opened. Of anybody else nothing is watched, and what was kept is forgotten. */
const results = document.querySelector<HTMLElement>('[data-query-id]')
if (results?.dataset['noted'] !== undefined) watch(results, results.dataset['queryId'] ?? '')
else if (results) forgetAll()

function watch(list: HTMLElement, queryId: string): void {
  const placeOf = (row: HTMLElement) => ({ productId: row.dataset['product'] ?? '', position: Number(row.dataset['position']) })
  let seen: { productId: string; position: number }[] = []
  const tellSeen = (): void => {
    if (seen.length > 0) tell([{ action: 'impression', queryId, items: seen }])
    seen = []
  }
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) { observer.unobserve(target); seen.push(placeOf(target as HTMLElement)) }
  }, { threshold: 0.5 })
  for (const row of list.querySelectorAll('[data-position]')) observer.observe(row)

  const opened = ({ target }: Event): void => {
    const row = target instanceof Element && target.closest('a') ? target.closest<HTMLElement>('[data-position]') : null
    if (!row) return
    const place = placeOf(row)
    rememberOrigin(place.productId, { queryId, position: place.position })
    tellSeen()
    // Whoever opens something has seen it, whatever the observer had time for.
    tell([{ action: 'impression', queryId, items: [place] }, { action: 'click', queryId, items: [place] }])
  }
  list.addEventListener('click', opened)
  list.addEventListener('auxclick', opened)
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') tellSeen() })
}
