import { openStripe } from './stripe-elements.ts'

/**
 * Takes the card where it is entered, in the provider's frame, and posts the page's own form with the token. A card number never
 * touches this page. Without this script the form leads to the provider's page instead.
 */
const form = document.querySelector<HTMLFormElement>('[data-pay]')
const entry = document.querySelector<HTMLElement>('[data-card-entry]')
const frame = document.querySelector<HTMLIFrameElement>('[data-card-frame]')
const problem = document.querySelector<HTMLElement>('[data-card-problem]')
const delivery = document.querySelector<HTMLFormElement>('[data-delivery]')

delivery?.addEventListener('change', () => delivery.requestSubmit())
// The page as it was left holds a key that was used.
window.addEventListener('pageshow', ({ persisted }) => { if (persisted && form) location.reload() })

if (form && entry) {
  const button = form.querySelector('button') as HTMLButtonElement
  const label = [...button.childNodes]
  const token = form.elements.namedItem('paymentMethod') as HTMLInputElement
  const submit = entry.dataset['publishableKey'] ? openStripe(entry, entry.dataset['publishableKey'], took, refuse) : frame ? openFrame(frame) : undefined

  const wantsNew = (): boolean => new FormData(form).get('card') === 'new'
  const show = (): void => { entry.hidden = !wantsNew() }
  document.addEventListener('change', show)
  show()

  form.addEventListener('submit', (event) => {
    if (button.getAttribute('aria-disabled') === 'true') return event.preventDefault()
    button.setAttribute('aria-disabled', 'true')
    button.textContent = button.dataset['working'] ?? ''
    if (!wantsNew() || !submit) return
    event.preventDefault()
    if (problem) problem.textContent = ''
    submit()
  })

  function took(paymentMethod: string): void {
    token.value = paymentMethod
    form?.submit()
  }

  function refuse(message: string): void {
    button.removeAttribute('aria-disabled')
    button.replaceChildren(...label)
    if (problem) problem.textContent = message
  }

  function openFrame(card: HTMLIFrameElement): () => void {
    const { origin } = new URL(card.src)
    window.addEventListener('message', ({ origin: from, source, data }) => {
      if (from !== origin || source !== card.contentWindow) return
      switch (data?.type) {
        case 'octavo-card-height': card.style.height = `${data.height}px`; break
        case 'octavo-card-token': took(data.paymentMethod); break
        // The frame itself says what is wrong, beside the field.
        case 'octavo-card-error': refuse(''); break
      }
    })
    return () => card.contentWindow?.postMessage({ type: 'octavo-card-submit' }, origin)
  }
}
