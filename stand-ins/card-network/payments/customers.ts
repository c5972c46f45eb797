import { metadata, text, type Form } from '../protocol/form.ts'
import { newId } from '../protocol/ids.ts'
import { listResources } from '../protocol/lists.ts'
import type { Work } from '../network.ts'
import { customers, findCustomer, type Customer } from './customer.ts'
import { detachAll } from './payment-methods.ts'

export function createCustomer(work: Work, params: Form): object {
  const customer = {
    id: newId('cus'), object: 'customer' as const, created: work.now, ...described(params), metadata: metadata(params),
    address: null, balance: 0, currency: null, default_source: null, delinquent: false, discount: null, invoice_prefix: null,
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: false, preferred_locales: [], shipping: null, tax_exempt: 'none', test_clock: null,
  }
  work.store.insert(customers, { body: customer, hidden: {}, owner: null })
  work.record('customer.created', customer)
  return customer
}

export function retrieveCustomer(work: Work, _params: Form, id: string): object {
  return findCustomer(work, id).body
}

export function updateCustomer(work: Work, params: Form, id: string): object {
  const kept = findCustomer(work, id)
  kept.body = { ...kept.body, ...described(params, kept.body), metadata: metadata(params, kept.body.metadata) }
  work.store.update(kept)
  return kept.body
}

/** Leaves the id with a mark, and takes the cards away. */
export function deleteCustomer(work: Work, _params: Form, id: string): object {
  const kept = findCustomer(work, id)
  detachAll(work, id)
  work.store.update({ ...kept, body: { id, object: 'customer', created: kept.body.created, deleted: true } as Customer })
  return { id, object: 'customer', deleted: true }
}

export function listCustomers(work: Work, params: Form): object {
  return listResources(work.store, customers, params, { url: '/v1/customers' })
}

function described(params: Form, before?: Customer): Pick<Customer, 'email' | 'name' | 'phone' | 'description'> {
  const field = (name: 'email' | 'name' | 'phone' | 'description') => (name in params ? text(params, name) ?? null : before?.[name] ?? null)
  return { email: field('email'), name: field('name'), phone: field('phone'), description: field('description') }
}
