import type { Faults } from './faults.ts'
import { ApiError } from './protocol/errors.ts'
import { assertKey } from './protocol/key.ts'
import type { Answer, Asked } from './server.ts'
import type { Store } from './store.ts'

/** What a test may ask of the stand-in itself, with the secret key: faults, and figures to hold its own accounts against. */
export function controlDesk({ store, faults, secretKey, webhooksWaiting }: { store: Store; faults: Faults; secretKey: string; webhooksWaiting: () => number }) {
  const intents = store.db.prepare(`
    SELECT body ->> '$.status' AS status, body ->> '$.currency' AS currency, count(*) AS n,
      sum(body ->> '$.amount_capturable') AS held, sum(body ->> '$.amount_received') AS captured
    FROM resources WHERE kind = 'payment_intent' GROUP BY 1, 2
  `)
  const refunded = store.db.prepare(`
    SELECT body ->> '$.currency' AS currency, sum(body ->> '$.amount') AS amount
    FROM resources WHERE kind = 'refund' AND hidden ->> '$.letGo' = 0 GROUP BY 1
  `)

  return (asked: Asked): Answer => {
    try {
      assertKey(asked.headers.authorization, secretKey)
      return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(perform(asked)) }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      return { status: error.status, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ error: error.fields }) }
    }
  }

  function perform({ method, path, body }: Asked): object {
    switch (`${method} ${path}`) {
      case 'POST /_control/faults':
        faults.add(parse(body))
        return { faults: faults.list() }
      case 'GET /_control/faults':
        return { faults: faults.list() }
      case 'DELETE /_control/faults':
        faults.clear()
        return { faults: [] }
      case 'GET /_control/state':
        return state()
      default:
        throw new ApiError(404, { type: 'invalid_request_error', message: 'There is /_control/faults and /_control/state.' })
    }
  }

  /** Minor units by currency; refunded money was captured first and is not taken off it. */
  function state(): object {
    const byStatus: Record<string, number> = {}
    const heldMinor: Record<string, number> = {}
    const capturedMinor: Record<string, number> = {}
    for (const row of intents.all()) {
      const [status, currency] = [String(row['status']), String(row['currency'])]
      byStatus[status] = (byStatus[status] ?? 0) + Number(row['n'])
      heldMinor[currency] = (heldMinor[currency] ?? 0) + Number(row['held'])
      capturedMinor[currency] = (capturedMinor[currency] ?? 0) + Number(row['captured'])
    }
    const refundedMinor = Object.fromEntries(refunded.all().map((row) => [String(row['currency']), Number(row['amount'])]))
    return { intents: byStatus, heldMinor, capturedMinor, refundedMinor, webhooksWaiting: webhooksWaiting() }
  }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw new ApiError(400, { type: 'invalid_request_error', message: 'Rules are JSON.' })
  }
}
