export interface Told {
  readonly action: 'impression' | 'click' | 'add_to_cart' | 'purchase'
  readonly queryId: string
  readonly items: readonly { readonly productId: string; readonly position: number }[]
}

/** Goes out even while the page is left. Whether it is kept the shop decides by the cookie of whoever agreed; nobody waits for it. */
export function tell(interactions: readonly Told[]): void {
  if (interactions.length === 0) return
  fetch('/api/search/interactions', { method: 'POST', keepalive: true, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ interactions }) }).catch(() => {})
}
