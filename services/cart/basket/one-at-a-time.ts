/**
 * Has work on one key wait for the work before it, so that a shopper's hundred clicks stand in line here instead of overtaking each
 * other in the database. Other processes know nothing of this: versions decide between them.
 */
export function oneAtATime(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>()
  return async (key, work) => {
    const before = last.get(key)
    const mine = before ? before.then(work, work) : work()
    last.set(key, mine)
    try {
      return await mine
    } finally {
      if (last.get(key) === mine) last.delete(key)
    }
  }
}
