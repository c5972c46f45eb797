const key = 'octavo.insight'
const most = 100
const lastsMs = 30 * 86_400_000

/** Which query led to a product, and from which place. */
export interface Origin { readonly queryId: string; readonly position: number }
type Kept = Record<string, Origin & { readonly at: number }>

/** Kept on the device alone, so that what is bought leads back to its query and to nobody. */
export function originOf(productId: string): Origin | undefined {
  const { queryId, position } = read()[productId] ?? {}
  return queryId === undefined || position === undefined ? undefined : { queryId, position }
}

export function rememberOrigin(productId: string, origin: Origin): void {
  const all = Object.entries({ ...read(), [productId]: { ...origin, at: Date.now() } }).sort(([, a], [, b]) => b.at - a.at).slice(0, most)
  write(Object.fromEntries(all))
}

export function forgetOrigin(productId: string): void {
  const { [productId]: _, ...others } = read()
  write(others)
}

export function forgetAll(): void {
  try { localStorage.removeItem(key) } catch { /* a browser that keeps nothing has nothing to forget */ }
}

function read(): Kept {
  try {
    const kept = Object.entries(JSON.parse(localStorage.getItem(key) ?? '{}') as Kept)
    return Object.fromEntries(kept.filter(([, { at }]) => at > Date.now() - lastsMs))
  } catch { return {} }
}

function write(kept: Kept): void {
  try { localStorage.setItem(key, JSON.stringify(kept)) } catch { /* a browser that keeps nothing remembers nothing */ }
}
