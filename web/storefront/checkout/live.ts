/** Follows a checkout: when it stands elsewhere than the page says, the page is asked for anew. Without this script it asks by itself. */
const page = document.querySelector<HTMLElement>('[data-checkout]')
const slowMs = 15_000
const againMs = 2_000

if (page) {
  const { checkout = '', status = '' } = page.dataset
  follow(checkout, status)
  // The shop does not know what time it is where the shopper is.
  for (const time of page.querySelectorAll('time')) time.textContent = new Intl.DateTimeFormat(document.documentElement.lang, { hour: 'numeric', minute: '2-digit' }).format(new Date(time.dateTime))
  if (status === 'running') setTimeout(() => page.querySelector('[data-slow]')?.removeAttribute('hidden'), slowMs)
}

function follow(checkout: string, status: string): void {
  const events = new EventSource(`/api/checkouts/${checkout}/events`)
  events.addEventListener('message', ({ data }) => {
    const now = JSON.parse(data as string) as { status: string }
    if (now.status === status) return
    events.close()
    // Only the path: what the bank added to the address is not needed again.
    location.replace(location.pathname + marketOf(location.search))
  })
  // A line that breaks is taken up again by the browser itself; an answer that is no stream, as of a shop that is just starting, is not.
  events.addEventListener('error', () => { if (events.readyState === EventSource.CLOSED) setTimeout(follow, againMs, checkout, status) })
}

function marketOf(search: string): string {
  const market = new URLSearchParams(search).get('market')
  return market === null ? '' : `?market=${encodeURIComponent(market)}`
}

export {}
