import type { Queryable } from '@octavo/database'
import { invoiceMethod } from '../contract.ts'
import type { Provider } from '../provider/port.ts'
import type { PaymentRow } from './payments.ts'

export async function customerOf(sql: Queryable, accountId: string): Promise<string | null> {
  return (await sql.maybe<{ customer_id: string }>('select customer_id from customer where account_id = $1', [accountId]))?.customer_id ?? null
}

/** The provider's customer that a payment is made as: an account's own, made when it keeps its first card; a guest has one only when a card is kept for goods that are promised. */
export async function customerFor(sql: Queryable, provider: Provider, { id, accountId, mode, request: { email, saveCard, paymentMethod } }: Pick<PaymentRow, 'id' | 'accountId' | 'mode' | 'request'>): Promise<string | null> {
  if (paymentMethod === invoiceMethod) return null
  const known = accountId === null ? null : await customerOf(sql, accountId)
  if (known !== null) return known
  if (mode !== 'save_card' && !(saveCard && accountId !== null)) return null
  const made = await provider.createCustomer({ email, accountId }, accountId === null ? `${id}:customer` : `account:${accountId}`)
  if (accountId === null) return made
  const { customer_id: kept } = await sql.one<{ customer_id: string }>('insert into customer (account_id, customer_id) values ($1, $2) on conflict (account_id) do update set customer_id = customer.customer_id returning customer_id', [accountId, made])
  return kept
}
