import { resolve } from 'node:path'
import { z } from 'zod'
import { BadConfig, readConfig, wholeNumber, type Environment } from '@octavo/config'
import { builtInMarkets, marketSchema, type Market } from '@octavo/market'

/** What a process of the shop is told beside its services' own settings. */
export interface RunConfig {
  readonly home: string
  readonly demo: 'books' | 'none'
  readonly logLevel: string
  readonly markets: readonly Market[]
  /** An outside PostgreSQL, as an administrator; undefined for the embedded one. */
  readonly databaseUrl: string | undefined
  readonly redisUrl: string | undefined
  /** 0: a free one, remembered. */
  readonly metricsPort: number
  readonly metricsHost: string
  readonly publicUrl: string | undefined
  readonly port: number
  readonly host: string
  readonly eventRetentionDays: number | undefined
  readonly operatorToken: string | undefined
  /** Of the embedded database's shared memory. */
  readonly sharedBuffersMb: number
}

const marketsSchema = z.string().transform((text, context) => {
  try { return z.array(marketSchema).min(1).parse(JSON.parse(text)) } catch (error) {
    context.addIssue(`a JSON array of markets: ${(error as Error).message}`)
    return z.NEVER
  }
})

/** @throws {BadConfig} */
export function readRunConfig(environment: Environment = process.env): RunConfig {
  const read = readConfig({
    OCTAVO_HOME: z.string().default('.octavo'),
    OCTAVO_DEMO: z.enum(['books', 'none'], 'books or none').default('books'),
    OCTAVO_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('warn'),
    OCTAVO_MARKETS: marketsSchema.optional(),
    OCTAVO_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'an address such as postgres://admin:password@db.example:5432/octavo' }).optional(),
    OCTAVO_REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'an address such as redis://cache.example:6379' }).optional(),
    OCTAVO_METRICS_PORT: wholeNumber({ max: 65_535 }).default(0),
    OCTAVO_METRICS_HOST: z.string().default('127.0.0.1'),
    OCTAVO_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    PORT: wholeNumber({ min: 1, max: 65_535 }).default(3000),
    OCTAVO_HOST: z.string().default('127.0.0.1'),
    OCTAVO_EVENT_RETENTION_DAYS: wholeNumber({ min: 1, max: 36_500 }).optional(),
    OCTAVO_OPERATOR_TOKEN: z.string().min(32, 'at least 32 characters').optional(),
    OCTAVO_DATABASE_BUFFERS_MB: wholeNumber({ min: 16, max: 65_536 }).default(128),
  }, environment)
  return {
    home: resolve(read.OCTAVO_HOME), demo: read.OCTAVO_DEMO, logLevel: read.OCTAVO_LOG_LEVEL, markets: read.OCTAVO_MARKETS ?? builtInMarkets, databaseUrl: read.OCTAVO_DATABASE_URL, redisUrl: read.OCTAVO_REDIS_URL,
    metricsPort: read.OCTAVO_METRICS_PORT, metricsHost: read.OCTAVO_METRICS_HOST, publicUrl: read.OCTAVO_PUBLIC_URL?.replace(/\/$/, ''), port: read.PORT, host: read.OCTAVO_HOST,
    eventRetentionDays: read.OCTAVO_EVENT_RETENTION_DAYS, operatorToken: read.OCTAVO_OPERATOR_TOKEN, sharedBuffersMb: read.OCTAVO_DATABASE_BUFFERS_MB,
  }
}

/** A service's own database, when it has one: `OCTAVO_ORDERS_DATABASE_URL`. */
export const databaseUrlOf = (service: string, environment: Environment = process.env): string | undefined => environment[`OCTAVO_${service.toUpperCase()}_DATABASE_URL`] || undefined

/**
 * Where the shop's other processes are, `OCTAVO_ORDERS_URL` and so on.
 * @throws {BadConfig}
 */
export function addressOf(service: string, environment: Environment = process.env): string {
  const name = `OCTAVO_${service.toUpperCase()}_URL`
  const address = environment[name]
  if (!address) throw new BadConfig(`${name} is not set: where the service ${service} answers, such as http://127.0.0.1:4101`)
  return address
}

/** Where this process answers the shop's others: `OCTAVO_LISTEN`, host:port. */
export function readListen(environment: Environment = process.env): { host: string; port: number } {
  const { OCTAVO_LISTEN: text } = readConfig({ OCTAVO_LISTEN: z.string().regex(/^(.+):(\d+)$/, 'host:port, such as 127.0.0.1:4101') }, environment)
  const at = text.lastIndexOf(':')
  return { host: text.slice(0, at), port: Number(text.slice(at + 1)) }
}

/** The environment whole, for what hands it on to processes and services' own configuration. */
export const environment: Environment = process.env
