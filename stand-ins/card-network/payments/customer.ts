import { missing } from '../protocol/errors.ts'
import { text, type Form, type Metadata } from '../protocol/form.ts'
import type { Kept, Kind } from '../store.ts'
import type { Work } from '../network.ts'

export interface Customer {
  id: string
  object: 'customer'
  created: number
  deleted?: true
  email: string | null
  name: string | null
  phone: string | null
  description: string | null
  metadata: Metadata
}

export const customers: Kind<Customer, object> = { name: 'customer' }

/** A customer named in a path. */
export function findCustomer(work: Work, id: string): Kept<Customer, object> {
  const kept = work.store.find(customers, id)
  if (!kept || kept.body.deleted) throw missing('customer', id, { param: 'id', status: 404 })
  return kept
}

/** The customer a parameter names, which must exist. */
export function customerParam(work: Work, params: Form): string | null {
  const id = text(params, 'customer')
  if (id === undefined) return null
  const kept = work.store.find(customers, id)
  if (!kept || kept.body.deleted) throw missing('customer', id, { param: 'customer', status: 400 })
  return id
}
