import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { Kysely } from 'kysely'
import type { Database } from '@octavo/database'
import { newId } from '@octavo/ids'
import type { Log } from '@octavo/telemetry'
import type { UsersConfig } from '../config.ts'
import { dialectOver } from './dialect.ts'
import { versionOf } from './renew-secrets.ts'

export interface MailWords {
  readonly kind: 'verify-email' | 'reset-password'
  readonly to: string
  /** Of the account, as it was given: it may be none. */
  readonly locale: string | null | undefined
  readonly url: string
  /** The same token is mailed once. */
  readonly token: string
}

interface Speaking { readonly locale?: string | null }

export const defaultLocale = 'en-GB'

export interface AuthDeps {
  readonly database: Database
  readonly config: UsersConfig
  /** Where shoppers reach the shop; known once the gateway listens. */
  readonly publicUrl: () => string
  readonly mail: (words: MailWords) => void
  readonly log: Log
}

export type Auth = ReturnType<typeof createAuth>

const idPrefixes: Readonly<Record<string, string>> = { user: 'acc', session: 'ses', account: 'crd', verification: 'ver', twoFactor: 'tfa' }

/** Accounts, passwords and sessions are the library's; what it must not do here (a write's origin, rate limits) the gateway has done before. */
export function createAuth({ database, config, publicUrl, mail, log }: AuthDeps) {
  return betterAuth({
    appName: 'Octavo',
    baseURL: publicUrl(),
    basePath: '/auth',
    secrets: config.authSecrets.map((value) => ({ version: versionOf(value), value })),
    database: { db: new Kysely<Record<string, never>>({ dialect: dialectOver(database) }), type: 'postgres', transaction: true },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => mail({ kind: 'reset-password', to: user.email, locale: (user as Speaking).locale, url: `${publicUrl()}/reset?token=${token}`, token }),
    },
    emailVerification: {
      sendOnSignUp: true,
      sendVerificationEmail: async ({ user, token }) => mail({ kind: 'verify-email', to: user.email, locale: (user as Speaking).locale, url: `${publicUrl()}/api/auth/verify-email?token=${token}&callbackURL=/account`, token }),
    },
    session: { expiresIn: config.sessionDays * 86_400, updateAge: 86_400, cookieCache: { enabled: false } },
    user: { additionalFields: { roles: { type: 'string', required: false, defaultValue: 'shopper', input: false }, locale: { type: 'string', required: false, defaultValue: defaultLocale } } },
    plugins: [twoFactor({ issuer: 'Octavo', accountLockout: { maxFailedAttempts: 10, durationSeconds: 900 } })],
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { log: (level, message) => log[level](message) },
    advanced: {
      cookiePrefix: 'octavo',
      disableCSRFCheck: true,
      ipAddress: { ipAddressHeaders: ['octavo-client-address'] },
      database: { generateId: ({ model }) => newId(idPrefixes[model] ?? 'row') },
    },
  })
}
