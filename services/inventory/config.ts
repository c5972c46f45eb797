import { readConfig, wholeNumber, type Environment } from '@octavo/config'

export interface InventoryConfig {
  /** How long after its expiry a hold is left to its saga before inventory asks whether anybody knows it, milliseconds. */
  readonly graceMs: number
}

export function readInventoryConfig(environment: Environment): InventoryConfig {
  const read = readConfig({ OCTAVO_HOLD_GRACE_SECONDS: wholeNumber({ max: 86_400 }).default(120) }, environment)
  return { graceMs: read.OCTAVO_HOLD_GRACE_SECONDS * 1000 }
}
