import { createHmac } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

export interface ProvisionOptions {
  /** A role that may create roles and schemas. */
  readonly adminUrl: string
  readonly services: readonly string[]
  /** Role passwords are derived from it, so that nothing has to be kept. */
  readonly secret: string
}

const extensions = ['pg_trgm', 'unaccent', 'citext']

/**
 * Makes, for each service, a schema and a login role that owns it and can read no other. Gives each service's URL. May run again,
 * and by several processes at once. Extensions stand in a schema of their own that everybody reads.
 */
export async function provision({ adminUrl, services, secret }: ProvisionOptions): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'octavo provisioning' })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtextextended('octavo provisioning', 0))`)
    await client.query('create schema if not exists extensions')
    await client.query('grant usage on schema extensions to public')
    for (const extension of extensions) await client.query(`create extension if not exists ${extension} schema extensions`)
    await client.query('revoke all on schema public from public')
    for (const service of services) await besideOthers(() => makeRole(client, service, passwordOf(service, secret)))
    return Object.fromEntries(services.map((service) => [service, urlOf(adminUrl, service, secret)]))
  } finally {
    await client.end()
  }
}

/** The URL of a service's role, on the server and database of `adminUrl`. */
export function urlOf(adminUrl: string, service: string, secret: string): string {
  const url = new URL(adminUrl)
  url.username = roleOf(service)
  url.password = passwordOf(service, secret)
  return url.href
}

const roleOf = (service: string): string => `octavo_${service}`
const passwordOf = (service: string, secret: string): string => createHmac('sha256', secret).update(`database role ${service}`).digest('hex')

/** Roles belong to the whole server, the lock above to one database of it: somebody in another may make the same role at this moment. */
async function besideOthers(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const { code, message } = error as { code?: string; message: string }
      if (attempt >= 10 || !(code === '23505' || code === '42710' || /concurrently updated/.test(message))) throw error
      await pause(10 * attempt * Math.random())
    }
  }
}

async function makeRole(client: pg.Client, service: string, password: string): Promise<void> {
  const role = pg.escapeIdentifier(roleOf(service))
  const schema = pg.escapeIdentifier(service)
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [roleOf(service)])
  await client.query(`${rowCount ? 'alter' : 'create'} role ${role} login password ${pg.escapeLiteral(password)} nosuperuser nocreatedb nocreaterole`)
  await client.query(`grant ${role} to current_user`)
  await client.query(`create schema if not exists ${schema} authorization ${role}`)
  await client.query(`revoke all on schema ${schema} from public`)
  await client.query(`do $$ begin execute format('grant connect on database %I to %I', current_database(), '${roleOf(service)}'); end $$`)
}

/** For a service with a URL of its own: its schema is made there if its role may. */
export async function ensureSchema(url: string, schema: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'octavo provisioning' })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_namespace where nspname = $1', [schema])
    if (!rowCount) await client.query(`create schema if not exists ${pg.escapeIdentifier(schema)}`)
  } finally {
    await client.end()
  }
}
