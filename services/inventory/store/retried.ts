/**
 * Runs a statement again after a deadlock or a serialisation failure. Steps take rows in the order of their ids and do not block each
 * other; a reaction that works off many events in one transaction may still cross one of them.
 */
export async function retried<T>(statement: () => Promise<T>): Promise<T> {
  for (let left = 3; ; left--) {
    try {
      return await statement()
    } catch (error) {
      const { code } = error as { code?: string }
      if (left === 0 || (code !== '40P01' && code !== '40001')) throw error
    }
  }
}
