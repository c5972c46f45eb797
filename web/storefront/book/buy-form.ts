/** What stands beside the button, and the bar at the foot of a narrow page, tell of the edition that is chosen; without scripts they tell of the first. */
const form = document.querySelector<HTMLFormElement>('[data-buy]')
const places = [['[data-bar-price]', 'price'], ['[data-bar-kind]', 'kind'], ['[data-promise-stock]', 'stock'], ['[data-promise-words]', 'promise']] as const

form?.addEventListener('change', show)
// A browser that comes back may have kept another choice.
window.addEventListener('pageshow', show)

function show(): void {
  const chosen = form?.querySelector<HTMLInputElement>('input[name="offerId"]:checked')
  if (!chosen) return
  for (const [place, of] of places) {
    const words = chosen.dataset[of] ?? ''
    const element = document.querySelector(place)
    if (element && element.textContent !== words) element.textContent = words
  }
}

export {}
