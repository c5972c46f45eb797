import { randomBytes } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { readConfig, type Environment } from '@octavo/config'
import { FolderUnusable, inPlainWords } from '@octavo/database/folder-words'
import { openHome } from './home.ts'

const names = ['auth', 'guest', 'link', 'database', 'rpc', 'control', 'cardKey', 'cardWebhook', 'carrierKey', 'carrierWebhook'] as const
export type SecretName = (typeof names)[number]
export type Secrets = Readonly<Record<SecretName, string>> & { readonly guestKeys: Keys; readonly rpcKeys: Keys }
type Keys = [string, ...string[]]

/**
 * The shop's own secrets: made at first start and kept in its home, readable by its user alone. `OCTAVO_GUEST_KEYS` and
 * `OCTAVO_RPC_KEYS` name others instead, newest first, divided by commas: two are valid while one is being replaced.
 * @throws {FolderUnusable} when the home is not the shop's, or its secrets cannot be read
 */
export async function openSecrets(home: string, environment: Environment): Promise<Secrets> {
  await openHome(home)
  const file = join(home, 'secrets.json')
  const secrets = await completed(file).catch((error: unknown) => { throw inPlainWords(error, home) })
  const keys = z.string().transform((text) => text.split(',').map((key) => key.trim())).pipe(z.array(z.string().min(32, 'each key has at least 32 characters')).min(1).max(4)).optional()
  const named = readConfig({ OCTAVO_GUEST_KEYS: keys, OCTAVO_RPC_KEYS: keys, OCTAVO_DATABASE_SECRET: z.string().min(32, 'at least 32 characters').optional() }, environment)
  return {
    ...secrets,
    database: named.OCTAVO_DATABASE_SECRET ?? secrets.database,
    guestKeys: (named.OCTAVO_GUEST_KEYS ?? [secrets.guest]) as Keys,
    rpcKeys: (named.OCTAVO_RPC_KEYS ?? [secrets.rpc]) as Keys,
  }
}

/** What the file holds, with what it lacks made and written. Of two first starts at once both get what the first wrote. */
async function completed(file: string): Promise<Record<SecretName, string>> {
  const kept = await read(file)
  const missing = names.filter((name) => !kept?.[name])
  const secrets = { ...kept, ...Object.fromEntries(missing.map((name) => [name, randomBytes(32).toString('base64url')])) } as Record<SecretName, string>
  if (missing.length === 0) return secrets
  const fresh = `${file}.${randomBytes(6).toString('hex')}`
  try {
    await writeFile(fresh, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true })
    if (kept) await rename(fresh, file)
    else await link(fresh, file)
    return secrets
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') return await completed(file)
    throw error
  } finally {
    await rm(fresh, { force: true })
  }
}

async function read(file: string): Promise<Partial<Record<SecretName, string>> | undefined> {
  const text = await readFile(file, 'utf8').catch((error: { code?: string }) => { if (error.code === 'ENOENT') return undefined; throw error })
  try { return text === undefined ? undefined : JSON.parse(text) as Partial<Record<SecretName, string>> } catch (error) {
    throw new FolderUnusable(`${file} is damaged. Put it back from the backup: the data cannot be opened without it.`, { cause: error })
  }
}
