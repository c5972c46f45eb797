import { setTimeout as sleep } from 'node:timers/promises'
import { requireOperator } from '@octavo/caller'
import { failure } from '@octavo/failure'
import { judge } from '../audit/judge.ts'
import type { Clients } from '../clients.ts'
import type { Breach } from '../contract.ts'
import type { OperationCall, Some } from './operation.ts'

const parts = ['stock', 'checkouts', 'holds', 'payments', 'provider'] as const
type Part = (typeof parts)[number]

interface Look {
  readonly examined: number
  readonly breaches: readonly Breach[]
  readonly withOperator: readonly string[]
  /** Where the part goes on; null at its end. */
  readonly next: string | null
}

/** Time, for who wants to decide it. */
export interface Looking {
  readonly now?: () => Date
  readonly pause?: (ms: number) => Promise<void>
}

/** How long what is on its way is given to arrive, milliseconds. */
const againMs = 2000

/**
 * Compares the services' own words about the same checkouts, from each service's side in turn, so that what only one of them knows is
 * found too. Its cursor is the part and where it stands in it.
 */
export const audit = (clients: Pick<Clients, 'inventory' | 'orders' | 'payments' | 'notifications'>, { now = () => new Date(), pause = (ms) => sleep(ms) }: Looking = {}): Some<'operatorAudit'> => {
  const { inventory, orders, payments, notifications } = clients

  return {
    async operatorAudit({ cursor = '', since = null }, { caller, on }) {
      requireOperator(caller)
      const [name = '', after = ''] = cursor === '' ? [parts[0]] : cursor.split('.')
      const part = parts.find((known) => known === name)
      if (!part) throw failure('INVALID_INPUT', 'This cursor does not belong to this list. Begin without one.')
      let seen = await look(part, after, since, on)
      if (seen.breaches.length > 0) {
        await pause(againMs)
        const again = await look(part, after, since, on)
        const before = new Set(seen.breaches.map(keyOf))
        seen = { ...seen, breaches: again.breaches.filter((breach) => before.has(keyOf(breach))) }
      }
      const { next, ...found } = seen
      const following = parts[parts.indexOf(part) + 1]
      return { part, examined: found.examined, breaches: [...found.breaches], withOperator: [...found.withOperator], nextCursor: next !== null ? `${part}.${next}` : following ? `${following}.` : null }
    },
  }

  async function look(part: Part, after: string, since: string | null, on: OperationCall['on']): Promise<Look> {
    switch (part) {
      case 'stock': {
        const { examined, wrong, next } = await inventory.auditStock({ after }, on)
        return { examined, breaches: wrong.map(({ stockItemId, detail }) => ({ promise: 1, detail, ids: [stockItemId] })), withOperator: [], next }
      }
      case 'checkouts': {
        const { checkouts, next } = await orders.audit({ after, since }, on)
        return { ...await compare(checkouts.map(({ checkoutId }) => checkoutId), on), withOperator: checkouts.flatMap(({ checkoutId, saga }) => (saga?.status === 'stuck' ? [checkoutId] : [])), next }
      }
      case 'holds': {
        const { holds, next } = await inventory.audit({ after, since }, on)
        return { ...await compare(holds.map(({ checkoutId }) => checkoutId), on), withOperator: [], next }
      }
      case 'payments': {
        const { payments: page, next } = await payments.audit({ after, since }, on)
        return { ...await compare(page.map(({ checkoutId }) => checkoutId), on), withOperator: [], next }
      }
      case 'provider': {
        const { examined, wrong, next } = await payments.auditProvider({ after: after || null, since }, on)
        return { examined, breaches: wrong.map(({ intentId, paymentId, detail }) => ({ promise: 3, detail, ids: [intentId, ...(paymentId === null ? [] : [paymentId])] })), withOperator: [], next }
      }
    }
  }

  async function compare(checkoutIds: string[], on: OperationCall['on']): Promise<Pick<Look, 'examined' | 'breaches'>> {
    if (checkoutIds.length === 0) return { examined: 0, breaches: [] }
    const [{ checkouts }, { holds }, { payments: paid }] = await Promise.all([orders.audit({ checkoutIds }, on), inventory.audit({ checkoutIds }, on), payments.audit({ checkoutIds }, on)])
    const mails = await notifications.audit({ orderIds: checkouts.flatMap(({ order }) => order?.id ?? []) }, on)
    const checkoutOf = byKey(checkouts, ({ checkoutId }) => checkoutId)
    const holdOf = byKey(holds, ({ checkoutId }) => checkoutId)
    const paymentOf = byKey(paid, ({ checkoutId }) => checkoutId)
    const mailsOf = byKey(mails, ({ orderId }) => orderId)
    const at = now()
    const breaches = checkoutIds.flatMap((checkoutId) => {
      const checkout = checkoutOf.get(checkoutId)
      return judge({ checkoutId, checkout, hold: holdOf.get(checkoutId), payment: paymentOf.get(checkoutId), mails: checkout?.order ? mailsOf.get(checkout.order.id) : undefined }, at)
    })
    return { examined: checkoutIds.length, breaches }
  }
}

const keyOf = ({ promise, detail, ids }: Breach): string => JSON.stringify([promise, detail, ids])

const byKey = <Item>(items: readonly Item[], key: (item: Item) => string): ReadonlyMap<string, Item> => new Map(items.map((item) => [key(item), item]))
