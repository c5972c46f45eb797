import { z } from 'zod'
import { listOf, readConfig, wholeNumber, type Environment } from '@octavo/config'
import type { AdmissionRules } from './checkout/admission.ts'

export interface OrdersConfig {
  /** Sign the links in orders' mails: the first makes them, all open them. */
  readonly linkSecrets: readonly string[]
  /** How long a checkout may take, 3-D Secure included. */
  readonly deadlineMs: number
  /** How long beyond that the stock is held. */
  readonly holdMarginMs: number
  /** How long a checkout is a process's own without a sign of life. */
  readonly leaseMs: number
  /** How long one call to another service may take. */
  readonly callMs: number
  readonly sweepMs: number
  /** Who is let in to buy when many come at once. */
  readonly admission: AdmissionRules
}

/** `linkSecret` is the one made at first start, used when the environment names none. */
export function readOrdersConfig(environment: Environment, linkSecret: string): OrdersConfig {
  const read = readConfig({
    OCTAVO_LINK_SECRET: listOf().pipe(z.array(z.string().min(32, 'at least 32 characters each; two, divided by a comma, during a rotation')).min(1).max(2)).optional(),
    OCTAVO_CHECKOUT_MINUTES: wholeNumber({ min: 1, max: 1440 }).default(15),
    OCTAVO_CHECKOUT_LEASE_SECONDS: wholeNumber({ min: 1, max: 600 }).default(30),
    OCTAVO_CHECKOUTS_AT_ONCE: wholeNumber({ min: 1, max: 10_000 }).default(128),
    OCTAVO_CHECKOUTS_WAITING: wholeNumber({ min: 0, max: 100_000 }).default(1000),
  }, environment)
  return {
    linkSecrets: read.OCTAVO_LINK_SECRET ?? [linkSecret],
    deadlineMs: read.OCTAVO_CHECKOUT_MINUTES * 60_000, holdMarginMs: 5 * 60_000,
    leaseMs: read.OCTAVO_CHECKOUT_LEASE_SECONDS * 1000, callMs: Math.min(10_000, Math.trunc((read.OCTAVO_CHECKOUT_LEASE_SECONDS * 1000) / 3)), sweepMs: 1_000,
    admission: { running: read.OCTAVO_CHECKOUTS_AT_ONCE, waiting: read.OCTAVO_CHECKOUTS_WAITING, patienceMs: 4_000 },
  }
}
