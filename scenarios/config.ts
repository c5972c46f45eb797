import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { readConfig } from '@octavo/config'
import { z } from 'zod'

const readOutside = () => readConfig({
  OCTAVO_TEST_POSTGRES_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'an administrator of an outside PostgreSQL, such as postgres://admin:password@127.0.0.1:5432/postgres' }),
  OCTAVO_TEST_REDIS_URL: z.url({ protocol: /^redis$/, error: 'an outside Redis, such as redis://127.0.0.1:6379' }),
}, process.env)

/** A fresh database on the outside PostgreSQL. */
export async function outsidePostgres(): Promise<string> {
  const { OCTAVO_TEST_POSTGRES_URL: admin } = readOutside()
  const name = `octavo_${randomBytes(6).toString('hex')}`
  const client = new pg.Client({ connectionString: admin })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const url = new URL(admin)
  url.pathname = `/${name}`
  return url.href
}

export const outsideRedis = (): string => readOutside().OCTAVO_TEST_REDIS_URL

/** The browser that the browser lane drives. */
export const chromiumPath = (): string => readConfig({ OCTAVO_TEST_CHROMIUM: z.string().min(1).default('/usr/bin/chromium') }, process.env).OCTAVO_TEST_CHROMIUM

/** For tools that look for a browser by themselves. */
export const environmentWithChromium = (): NodeJS.ProcessEnv => ({ ...process.env, CHROME_PATH: chromiumPath() })

/** Where a process that is to die writes what it passes, and reads where to die. */
export const faultsFolder = (): string => readConfig({ OCTAVO_PROOF_FAULTS: z.string().min(1) }, process.env).OCTAVO_PROOF_FAULTS

/** For test runs that share a PostgreSQL. */
export const environmentWithServer = (adminUrl: string): NodeJS.ProcessEnv => ({ ...process.env, OCTAVO_TEST_DATABASE_URL: adminUrl })

/** For the command line of a shop whose home this is. */
export const environmentWithHome = (home: string): NodeJS.ProcessEnv => ({ ...process.env, OCTAVO_HOME: home })
