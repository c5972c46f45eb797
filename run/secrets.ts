import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { readConfig, type Environment } from '@octavo/config'

const names = ['auth', 'guest', 'link', 'database', 'rpc', 'control', 'cardKey', 'cardWebhook'] as const
export type SecretName = (typeof names)[number]
export type Secrets = Readonly<Record<SecretName, string>> & { readonly guestKeys: Keys; readonly rpcKeys: Keys }
type Keys = [string, ...string[]]

/**
 * The shop's own secrets: made at first start and kept in its home, readable by its user alone. `OCTAVO_GUEST_KEYS` and
 * `OCTAVO_RPC_KEYS` name others instead, newest first, divided by commas: two are valid while one is being replaced.
 */
export async function openSecrets(home: string, environment: Environment): Promise<Secrets> {
  await mkdir(home, { recursive: true, mode: 0o700 })
  const file = join(home, 'secrets.json')
  const kept: Partial<Record<SecretName, string>> = await readFile(file, 'utf8').then((text) => JSON.parse(text) as Partial<Record<SecretName, string>>, () => ({}))
  const missing = names.filter((name) => !kept[name])
  const secrets = { ...kept, ...Object.fromEntries(missing.map((name) => [name, randomBytes(32).toString('base64url')])) } as Record<SecretName, string>
  if (missing.length) {
    await writeFile(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
    await rename(`${file}.new`, file)
  }
  const keys = z.string().transform((text) => text.split(',').map((key) => key.trim())).pipe(z.array(z.string().min(32, 'each key has at least 32 characters')).min(1).max(4)).optional()
  const named = readConfig({ OCTAVO_GUEST_KEYS: keys, OCTAVO_RPC_KEYS: keys, OCTAVO_DATABASE_SECRET: z.string().min(32, 'at least 32 characters').optional() }, environment)
  return {
    ...secrets,
    database: named.OCTAVO_DATABASE_SECRET ?? secrets.database,
    guestKeys: (named.OCTAVO_GUEST_KEYS ?? [secrets.guest]) as Keys,
    rpcKeys: (named.OCTAVO_RPC_KEYS ?? [secrets.rpc]) as Keys,
  }
}
