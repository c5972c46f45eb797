import type { Kind, Resource, Slice, Store } from '../store.ts'
import { badParameter, invalid } from './errors.ts'
import { group, integer, text, type Form } from './form.ts'

/** A page of a listing as Stripe answers it. */
export interface List<Item> {
  object: 'list'
  url: string
  has_more: boolean
  data: Item[]
}

/** Answers a listing of a kind of object, newest first, with Stripe's cursors and bounds on `created`. */
export function listResources<Body extends Resource, Hidden>(store: Store, kind: Kind<Body, Hidden>, params: Form, { url, owner }: { url: string; owner?: string | undefined }): List<Body> {
  const paging = readPaging(params, (id) => store.position(kind, id))
  const items = store.list(kind, { ...paging, owner, limit: paging.limit + 1 })
  return listOf(url, items, paging)
}

/** Reads `limit`, `starting_after`, `ending_before` and `created`. */
export function readPaging(params: Form, positionOf: (id: string) => number | undefined): Slice {
  const limit = integer(params, 'limit') ?? 10
  if (limit < 1 || limit > 100) throw badParameter('limit', 'Invalid limit: between 1 and 100.')
  const cursor = (name: string): number | undefined => {
    const id = text(params, name)
    if (id === undefined) return undefined
    const position = positionOf(id)
    if (position === undefined) throw invalid(`No such object: '${id}'`, { code: 'resource_missing', param: name })
    return position
  }
  const exactly = typeof params['created'] === 'string' ? integer(params, 'created') : undefined
  const bounds = exactly === undefined ? group(params, 'created') : {}
  const after = integer(bounds, 'gt')
  const before = integer(bounds, 'lt')
  return {
    limit, before: cursor('starting_after'), after: cursor('ending_before'),
    createdFrom: exactly ?? integer(bounds, 'gte') ?? (after === undefined ? undefined : after + 1),
    createdTo: exactly ?? integer(bounds, 'lte') ?? (before === undefined ? undefined : before - 1),
  }
}

/** One item more than the limit was read: it tells that there are more. */
export function listOf<Item>(url: string, items: Item[], { limit, after }: Slice): List<Item> {
  const more = items.length > limit
  return { object: 'list', url, has_more: more, data: after === undefined ? items.slice(0, limit) : items.slice(-limit) }
}
