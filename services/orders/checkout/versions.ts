import { decide } from './decide.ts'

/**
 * The rules for which this code can finish a checkout, by the version of the steps it began with. What is to be done in another order, or
 * asked of others in another way, is a rule of its own under the next number; the one before stays as it was until no checkout that
 * began with it is open. A version that a process does not have it leaves to those that do.
 */
export type Versions = ReadonlyMap<number, typeof decide>

export const usualVersions: Versions = new Map([[1, decide]])

/** The version that a checkout begins with. */
export const newestOf = (versions: Versions): number => Math.max(...versions.keys())

/** What decides for a checkout that began with this version. */
export function ruleOf(versions: Versions, stepsVersion: number): typeof decide {
  const rule = versions.get(stepsVersion)
  if (!rule) throw new TypeError(`a checkout began with version ${stepsVersion} of the steps, which this process does not have`)
  return rule
}
