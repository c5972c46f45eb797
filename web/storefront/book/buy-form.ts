/** The bar at the foot of a narrow page tells the price of the edition that is chosen; without scripts it names the first. */
const form = document.querySelector<HTMLFormElement>('[data-buy]')
const price = document.querySelector('[data-bar-price]')
const kind = document.querySelector('[data-bar-kind]')

form?.addEventListener('change', show)
// A browser that comes back may have kept another choice.
window.addEventListener('pageshow', show)

function show(): void {
  const chosen = form?.querySelector<HTMLInputElement>('input[name="offerId"]:checked')
  if (!chosen || !price || !kind) return
  price.textContent = chosen.dataset['price'] ?? ''
  kind.textContent = chosen.dataset['kind'] ?? ''
}

export {}
