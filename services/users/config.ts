import { z } from 'zod'
import { readConfig, wholeNumber, type Environment } from '@octavo/config'

export interface UsersConfig {
  /** Signs session cookies; made at first start, or from the environment. */
  readonly authSecret: string
  readonly sessionDays: number
  /** The first operator's address. */
  readonly operatorEmail: string
}

/** `authSecret` is the one made at first start, used when the environment names none. */
export function readUsersConfig(environment: Environment, authSecret: string): UsersConfig {
  const read = readConfig({
    OCTAVO_AUTH_SECRET: z.string().min(32, 'at least 32 characters').optional(),
    OCTAVO_SESSION_DAYS: wholeNumber({ min: 1, max: 365 }).default(30),
    OCTAVO_OPERATOR_EMAIL: z.email().default('operator@octavo.example'),
  }, environment)
  return { authSecret: read.OCTAVO_AUTH_SECRET ?? authSecret, sessionDays: read.OCTAVO_SESSION_DAYS, operatorEmail: read.OCTAVO_OPERATOR_EMAIL }
}
