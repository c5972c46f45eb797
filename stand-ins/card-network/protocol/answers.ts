import { createHmac } from 'node:crypto'
import type { Store } from '../store.ts'
import { ApiError } from './errors.ts'

/** An answer that was given under an idempotency key. */
export interface Answered {
  status: number
  body: string
  /** The id of the request that was carried out. */
  request: string
}

const keptS = 24 * 3600

export type Answers = ReturnType<typeof keptAnswers>

/** Answers by idempotency key, kept for a day as Stripe does at least. */
export function keptAnswers(store: Store) {
  const find = store.db.prepare('SELECT fingerprint, status, body, request FROM answers WHERE key = ?')
  const insert = store.db.prepare('INSERT INTO answers (key, fingerprint, status, body, request, created) VALUES (?, ?, ?, ?, ?, ?)')
  const prune = store.db.prepare('DELETE FROM answers WHERE created < ?')
  return {
    /**
     * What was answered before to this request under this key.
     * @throws {ApiError} `idempotency_error` when the key was used for another request.
     */
    find(key: string, fingerprint: string): Answered | undefined {
      const row = find.get(key)
      if (!row) return undefined
      if (row['fingerprint'] !== fingerprint) {
        throw new ApiError(400, {
          type: 'idempotency_error',
          message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
        })
      }
      return { status: Number(row['status']), body: row['body'] as string, request: row['request'] as string }
    },

    /** Part of the transaction whose answer it is. */
    keep(key: string, fingerprint: string, { status, body, request }: Answered, now: number): void {
      insert.run(key, fingerprint, status, body, request, now)
    },

    prune(now: number): void {
      prune.run(now - keptS)
    },

    /** Equal for the same call with the same parameters in any order. Keyed, as the parameters may hold a card. */
    fingerprint(method: string, path: string, body: string): string {
      const parameters = body.split('&').sort().join('&')
      return createHmac('sha256', store.secret).update(`${method} ${path}\n${parameters}`).digest('base64')
    },
  }
}

/** The same key is being used by a request that is not answered yet. */
export function inProgress(key: string): ApiError {
  return new ApiError(409, {
    type: 'idempotency_error', code: 'idempotency_key_in_use',
    message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
  })
}

/** What failed on a wrong parameter was never begun, and the key may be used again for the mended request. */
export function isKept({ fields }: ApiError): boolean {
  return !(fields.code ?? '').startsWith('parameter_')
}
