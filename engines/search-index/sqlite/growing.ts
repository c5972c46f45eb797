type Numbers = Int32Array | Float64Array | Uint8Array

/** The array itself when it has a place `at`, else a copy twice as long. */
export function grown<Array extends Numbers>(array: Array, at: number): Array {
  if (at < array.length) return array
  const longer = new (array.constructor as new (length: number) => Array)(Math.max(at + 1, array.length * 2))
  longer.set(array)
  return longer
}
