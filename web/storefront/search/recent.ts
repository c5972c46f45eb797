const key = 'octavo.searches'
const most = 6

/** What was searched for on this device, newest first. It never leaves it. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string').slice(0, most) : []
  } catch { return [] }
}

export function remember(text: string): void {
  const query = text.trim().slice(0, 200)
  if (query === '') return
  // A browser that keeps nothing remembers nothing.
  try { localStorage.setItem(key, JSON.stringify([query, ...recentSearches().filter((one) => one !== query)].slice(0, most))) } catch { /* see above */ }
}
