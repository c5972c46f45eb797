import { createHash } from 'node:crypto'
import { parseEnvelope, symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import type { Database } from '@octavo/database'
import type { UsersConfig } from '../config.ts'

/** What the library calls a secret by in what it encrypts: the same for the same secret, whatever place it has among them. */
export const versionOf = (secret: string): number => createHash('sha256').update(secret).digest().readUInt32BE() >>> 1

interface Row { readonly id: string; readonly secret: string; readonly backupCodes: string }

/**
 * Encrypts anew what an older secret encrypted, so that it can go: phones stay known when a secret is replaced. What no known secret
 * opens is left alone.
 */
export async function renewSecrets(database: Database, [newest, ...older]: UsersConfig['authSecrets']): Promise<void> {
  const current = versionOf(newest)
  const key = { keys: new Map([newest, ...older].map((secret) => [versionOf(secret), secret])), currentVersion: current }
  const known = older.map((secret) => `$ba$${versionOf(secret)}$`)
  if (known.length === 0) return
  const rows = await database.rows<Row>('select "id", "secret", "backupCodes" from "twoFactor" where left("secret", strpos(substr("secret", 5), \'$\') + 4) = any($1::text[])', [known])
  const anew = async (data: string): Promise<string> => (parseEnvelope(data)?.version === current ? data : symmetricEncrypt({ key, data: await symmetricDecrypt({ key, data }) }))
  for (const { id, secret, backupCodes } of rows) {
    await database.run('update "twoFactor" set "secret" = $4, "backupCodes" = $5 where "id" = $1 and "secret" = $2 and "backupCodes" = $3', [id, secret, backupCodes, await anew(secret), await anew(backupCodes)])
  }
}
