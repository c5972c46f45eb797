/**
 * Splits a whole amount of minor units over weights so that the parts sum to it exactly: each gets its floor, the units left over
 * go to the largest remainders (Hamilton's method), earlier parts first among equals. All-zero weights share evenly.
 */
export function allocate(amountMinor: number, weights: readonly number[]): number[] {
  if (!Number.isSafeInteger(amountMinor)) throw new RangeError(`not an amount in minor units: ${amountMinor}`)
  if (weights.length === 0) {
    if (amountMinor === 0) return []
    throw new RangeError('an amount cannot be split over no parts')
  }
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) throw new RangeError('weights are whole numbers from 0')
  const whole = weights.reduce((a, b) => a + b, 0)
  const shares = whole === 0 ? weights.map(() => 1) : weights
  const total = BigInt(whole === 0 ? weights.length : whole)
  const sign = amountMinor < 0 ? -1 : 1
  const amount = BigInt(Math.abs(amountMinor))
  const parts = shares.map((share) => Number((amount * BigInt(share)) / total))
  const remainders = shares.map((share, at) => ({ at, left: (amount * BigInt(share)) % total }))
  remainders.sort((a, b) => (a.left === b.left ? a.at - b.at : a.left > b.left ? -1 : 1))
  let left = Math.abs(amountMinor) - parts.reduce((a, b) => a + b, 0)
  for (const { at } of remainders) {
    if (left === 0) break
    parts[at] = (parts[at] ?? 0) + 1
    left -= 1
  }
  return parts.map((part) => (part === 0 ? 0 : part * sign))
}

/** What `count` of an amount's equal `parts` are, beginning with the one at `from`. Parts differ by one unit at the most, the larger ones first, and all of them sum to the amount. */
export const sliceOf = (amountMinor: number, parts: number, { from, count }: { readonly from: number; readonly count: number }): number =>
  allocate(amountMinor, Array.from({ length: parts }, () => 1)).slice(from, from + count).reduce((total, part) => total + part, 0)
