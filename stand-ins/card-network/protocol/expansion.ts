import { listResources } from './lists.ts'
import { refunds } from '../payments/refunds.ts'
import type { Store } from '../store.ts'

type Expanded = { [field: string]: unknown }
const maxDepth = 4

/** Puts objects where ids stand, by paths as `latest_charge`, `data.latest_charge` or `latest_charge.refunds`. The object given is left as it is. */
export function expand(store: Store, answer: object, paths: readonly string[]): object {
  return paths.reduce<object>((object, path) => expandPath(store, object, path.split('.').slice(0, maxDepth)), answer)
}

function expandPath(store: Store, object: object, path: readonly string[]): object {
  const [field, ...rest] = path
  if (field === undefined) return object
  const value = valueOf(store, object as Expanded, field)
  if (Array.isArray(value)) return { ...object, [field]: value.map((item: object) => expandPath(store, item, rest)) }
  return typeof value === 'object' && value !== null ? { ...object, [field]: expandPath(store, value, rest) } : object
}

function valueOf(store: Store, object: Expanded, field: string): unknown {
  // A charge's refunds are a list of their own and stand nowhere until they are asked for.
  if (object['object'] === 'charge' && field === 'refunds') {
    return listResources(store, refunds, {}, { url: `/v1/charges/${String(object['id'])}/refunds`, owner: String(object['payment_intent']) })
  }
  const value = object[field]
  return typeof value === 'string' ? store.findAny(value) : value
}
