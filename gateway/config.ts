import { z } from 'zod'
import { BadConfig, listOf, onOff, readConfig, wholeNumber, type Environment } from '@octavo/config'

/** What the public door is told from outside. */
export interface GatewayConfig {
  readonly port: number
  readonly host: string
  /** Where shoppers reach the shop, such as `https://books.example`; undefined on loopback, where the Host header says it. */
  readonly publicUrl: URL | undefined
  readonly rateLimits: boolean
  readonly edgeCache: boolean
  /** Addresses or networks whose forwarding headers are believed. */
  readonly trustedProxies: readonly string[]
  /** Other sites whose pages may call the API. */
  readonly corsOrigins: readonly string[]
  readonly edgeCacheBytes: number
  readonly redisUrl: string | undefined
  /** How long a request's head may take to arrive, and all of it. */
  readonly headMs: number
  readonly requestMs: number
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost'])
export const isLoopback = (host: string): boolean => loopback.has(host) || /^127\.\d+\.\d+\.\d+$/.test(host)

/** Whether others than this machine can reach the shop: it listens for them, or a proxy in front of it does. */
export const isReachable = ({ host, publicUrl }: Pick<GatewayConfig, 'host' | 'publicUrl'>): boolean =>
  !isLoopback(host) || (publicUrl !== undefined && !isLoopback(publicUrl.hostname.replace(/^\[|\]$/g, '')))

/** @throws {BadConfig} */
export function readGatewayConfig(environment: Environment): GatewayConfig {
  const read = readConfig({
    PORT: wholeNumber({ min: 1, max: 65_535 }).default(3000),
    OCTAVO_HOST: z.string().default('127.0.0.1'),
    OCTAVO_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    OCTAVO_RATE_LIMITS: onOff().default(true),
    OCTAVO_EDGE_CACHE: onOff().default(true),
    OCTAVO_TRUSTED_PROXIES: listOf().default([]),
    OCTAVO_CORS_ORIGINS: listOf().default([]),
    OCTAVO_EDGE_CACHE_MB: wholeNumber({ min: 1, max: 4096 }).default(32),
    OCTAVO_REDIS_URL: z.url().optional(),
  }, environment)
  const publicUrl = read.OCTAVO_PUBLIC_URL ? new URL(read.OCTAVO_PUBLIC_URL) : undefined
  if (isReachable({ host: read.OCTAVO_HOST, publicUrl })) {
    if (!read.OCTAVO_RATE_LIMITS) throw new BadConfig('OCTAVO_RATE_LIMITS is wrong: limits may be off on loopback only')
    if (!read.OCTAVO_EDGE_CACHE) throw new BadConfig('OCTAVO_EDGE_CACHE is wrong: the edge cache may be off on loopback only')
  }
  return {
    port: read.PORT,
    host: read.OCTAVO_HOST,
    publicUrl,
    rateLimits: read.OCTAVO_RATE_LIMITS,
    edgeCache: read.OCTAVO_EDGE_CACHE,
    trustedProxies: read.OCTAVO_TRUSTED_PROXIES,
    corsOrigins: read.OCTAVO_CORS_ORIGINS,
    edgeCacheBytes: read.OCTAVO_EDGE_CACHE_MB * 1024 * 1024,
    redisUrl: read.OCTAVO_REDIS_URL,
    headMs: 15_000,
    requestMs: 120_000,
  }
}
