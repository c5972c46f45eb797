import type { Database, Transaction } from '@octavo/database'
import { newId } from '@octavo/ids'
import { requestId } from '@octavo/telemetry'
import type { Appended, Outbox } from './port.ts'

/**
 * The outbox of one service's schema. Each event's key is locked until its transaction ends and only then is its number drawn: order
 * per key is commit order. `wake` is called after the commit.
 */
export function outboxOf(topic: string, database: Database, wake: () => void): Outbox {
  const check = ({ type, data }: Appended): string => {
    if (type.topic !== topic) throw new TypeError(`${database.schema} publishes ${topic}, not ${type.topic}`)
    return JSON.stringify(type.schema.parse(data))
  }
  const columns: Outbox['columns'] = (events) => ({
    ids: events.map(() => newId('evt')), names: events.map(({ type }) => type.name), versions: events.map(({ type }) => type.version), keys: events.map(({ key }) => key), data: events.map(check), requestId: requestId() ?? null,
  })
  return {
    columns,
    async append(tx, type, key, data) {
      tx.send('select append_event($1, $2, $3, $4, $5, $6)', [newId('evt'), type.name, type.version, key, check({ type: type, key, data }), requestId() ?? null])
      tx.afterCommit(wake)
    },
    async appendAll(tx: Transaction, events, { keysLocked = false } = {}) {
      if (events.length === 0) return
      const { ids, names, versions, keys, data, requestId: request } = columns(events)
      // In one order everywhere, so that two transactions never wait for each other.
      if (!keysLocked) tx.send('select pg_advisory_xact_lock(hashtextextended(k, 20411)) from (select distinct k from unnest($1::text[]) k order by k) keys', [keys])
      tx.send(
        `insert into outbox (id, name, version, key, data, request_id)
         select id, name, version, key, data::jsonb, $6 from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::text[]) with ordinality as e (id, name, version, key, data, nth) order by nth`,
        [ids, names, versions, keys, data, request])
      tx.afterCommit(wake)
    },
  }
}
