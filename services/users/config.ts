import { z } from 'zod'
import { listOf, readConfig, wholeNumber, type Environment } from '@octavo/config'

export interface UsersConfig {
  /** The first signs session cookies and the links in mails, all open them. Made at first start, or from the environment. */
  readonly authSecrets: readonly [string, ...string[]]
  readonly sessionDays: number
  /** The first operator's address. */
  readonly operatorEmail: string
}

/** `authSecret` is the one made at first start, used when the environment names none. */
export function readUsersConfig(environment: Environment, authSecret: string): UsersConfig {
  const read = readConfig({
    OCTAVO_AUTH_SECRET: listOf().pipe(z.array(z.string().min(32, 'at least 32 characters each; two, divided by a comma, newest first, while one is replaced')).min(1).max(2)).optional(),
    OCTAVO_SESSION_DAYS: wholeNumber({ min: 1, max: 365 }).default(30),
    OCTAVO_OPERATOR_EMAIL: z.email().default('operator@octavo.example'),
  }, environment)
  const [newest = authSecret, ...older] = read.OCTAVO_AUTH_SECRET ?? []
  return { authSecrets: [newest, ...older], sessionDays: read.OCTAVO_SESSION_DAYS, operatorEmail: read.OCTAVO_OPERATOR_EMAIL }
}
