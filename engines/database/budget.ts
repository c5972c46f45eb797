/** Connections a process may have to its database, the listening one included. */
export const connectionsPerProcess = 24

/**
 * Shares a process's connections out to the services in it, by weight: every one gets at least one, none more than eight (beyond
 * that, contended work only gets slower), and their sum with the listening connection stays within the budget.
 */
export function connectionBudget<Name extends string>(weights: Readonly<Record<Name, number>>, budget = connectionsPerProcess): Record<Name, number> {
  const names = Object.keys(weights) as Name[]
  const free = budget - 1 - names.length
  if (free < 0) throw new RangeError(`${names.length} services need at least ${names.length + 1} connections, not ${budget}`)
  const whole = names.reduce((total, name) => total + weights[name], 0)
  const shares = names.map((name) => ({ name, share: (free * weights[name]) / whole }))
  const left = free - shares.reduce((total, { share }) => total + Math.floor(share), 0)
  // What rounding leaves goes to the largest remainders.
  const luckier = new Set(shares.toSorted((a, b) => (b.share % 1) - (a.share % 1)).slice(0, left).map(({ name }) => name))
  return Object.fromEntries(shares.map(({ name, share }) => [name, Math.min(8, 1 + Math.floor(share) + (luckier.has(name) ? 1 : 0))])) as Record<Name, number>
}
