import { z } from 'zod'
import { readConfig } from '@octavo/config'

/** The Redis of the outside-engines lane. */
export const outsideRedis = (): string => readConfig({ OCTAVO_TEST_REDIS_URL: z.url({ protocol: /^redis$/, error: 'an outside Redis, such as redis://127.0.0.1:6379' }) }, process.env).OCTAVO_TEST_REDIS_URL
