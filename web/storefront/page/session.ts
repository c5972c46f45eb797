/** Name and basket come after the page, which is the same for everybody. */
interface Session { readonly signedIn: boolean; readonly name: string | null; readonly itemCount: number }

const count = document.querySelector<HTMLElement>('[data-basket-count]')
const account = document.querySelector<HTMLElement>('[data-account]')

async function show(): Promise<void> {
  const answer = await fetch('/api/session', { headers: { accept: 'application/json' } }).catch(() => undefined)
  if (!answer?.ok) return
  const { signedIn, name, itemCount } = (await answer.json()) as Session
  if (count) count.textContent = itemCount > 0 ? String(itemCount) : ''
  if (account && signedIn && name) account.textContent = name
}

if (count || account) {
  void show()
  // A page taken out of the browser's memory shows what was true then.
  window.addEventListener('pageshow', ({ persisted }) => { if (persisted) void show() })
}

export {}
