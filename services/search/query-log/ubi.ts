import type { LoggedQuery } from '../contract.ts'
import type { LoggedRow } from '../store/log.ts'

const application = 'octavo-search'
const idField = 'product_id'

/** A query and what was done with it as User Behavior Insights 1.3.0 writes them (o19s.github.io/ubi). What UBI has no name for are attributes of the query. */
export function asUbi({ id, askedAt, market, query, clientId, total, matching, corrected, ranker, shuffled, attributes, shown, done }: LoggedRow): LoggedQuery {
  const client = clientId === null ? {} : { client_id: clientId }
  return {
    query: {
      application, query_id: id, ...client, user_query: query, object_id_field: idField, timestamp: askedAt.toISOString(), query_response_id: id, query_response_hit_ids: shown.map(({ productId }) => productId),
      query_attributes: { ...attributes, market, total, matching, corrected, ranker, shuffled, features: Object.fromEntries(shown.map(({ productId, features }) => [productId, features ?? {}])) },
    },
    events: done.map(({ productId, action, position, at }) => ({
      application, action_name: action, query_id: id, ...client, timestamp: new Date(at).toISOString(), message_type: action === 'add_to_cart' || action === 'purchase' ? 'CONVERSION' : 'QUERY', message: query,
      event_attributes: { object: { object_id: productId, object_id_type: 'product', object_id_field: idField }, position: { ordinal: position } },
    })),
  }
}
