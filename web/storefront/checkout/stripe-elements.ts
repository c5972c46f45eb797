interface StripeJs {
  elements(options: { locale: string }): { create(kind: 'card', options: object): { mount(place: HTMLElement): void } }
  createPaymentMethod(options: { type: 'card'; card: object }): Promise<{ paymentMethod?: { id: string }; error?: { message?: string } }>
}

/** Stripe's own fields, by Stripe's own script, for shops with Stripe's keys. Gives what to call to have the card taken. */
export function openStripe(entry: HTMLElement, publishableKey: string, took: (paymentMethod: string) => void, refuse: (message: string) => void): () => void {
  const place = entry.insertBefore(document.createElement('div'), entry.firstChild)
  place.className = 'stripe'
  const ready = new Promise<{ stripe: StripeJs; card: object }>((resolve, reject) => {
    const script = document.createElement('script')
    script.src = 'https://js.stripe.com/v3/'
    script.addEventListener('error', reject)
    script.addEventListener('load', () => {
      const stripe = (window as unknown as { Stripe(key: string): StripeJs }).Stripe(publishableKey)
      const { color, fontFamily } = getComputedStyle(place)
      const card = stripe.elements({ locale: document.documentElement.lang }).create('card', { style: { base: { color, fontFamily, fontSize: '16px' } } })
      card.mount(place)
      resolve({ stripe, card })
    })
    document.head.append(script)
  })
  ready.catch(() => {})
  return () => {
    ready.then(async ({ stripe, card }) => {
      const { paymentMethod, error } = await stripe.createPaymentMethod({ type: 'card', card })
      if (paymentMethod) took(paymentMethod.id)
      else refuse(error?.message ?? '')
    }).catch(() => refuse(''))
  }
}
