import assert from 'node:assert/strict'
import type { Order } from '@octavo/orders/contract'
import type { Shipment } from '@octavo/shipping/contract'
import { eventually } from '../eventually.ts'
import { Visitor, type Stage } from '../visitor.ts'

interface List<Item> { readonly items: readonly Item[] }

/** What the shop's operator does meanwhile, of which a shopper sees the effect. */
export class OperatorOf {
  readonly #visitor: Visitor

  constructor(stage: Stage) { this.#visitor = new Visitor(stage) }

  /** Lets the account with this address pay by invoice. */
  async openInvoicesTo(email: string, limit = { amountMinor: 50_000, currency: 'GBP' }): Promise<void> {
    const { items: [account] } = await this.#visitor.operator<List<{ id: string }>>('GET', `/accounts?email=${encodeURIComponent(email)}`)
    await this.#visitor.operator('PUT', `/accounts/${account?.id ?? assert.fail(`${email} has an account`)}/invoice-terms`, { allowed: true, limit, days: 30 })
  }

  /** Every parcel of an order leaves with its number. */
  async dispatch(orderId: string): Promise<void> {
    for (const { id } of await this.#parcels(orderId)) await this.#visitor.operator('POST', `/shipments/${id}/dispatch`, { carrier: 'Royal Mail', trackingNumber: 'RM123456789GB' })
  }

  /** Buys a label of the shop's carrier for an order's one parcel; gives its number. */
  async buyLabel(orderId: string): Promise<string> {
    const [parcel] = await this.#parcels(orderId)
    const { trackingNumber } = await this.#visitor.operator<Shipment>('POST', `/shipments/${parcel?.id}/label`, {})
    return trackingNumber ?? assert.fail('a label has a number')
  }

  /** Until the order has heard that its parcel is there. */
  async untilTold(orderId: string, state: string): Promise<void> {
    await eventually(() => this.#visitor.operator<Order>('GET', `/orders/${orderId}`), ({ subOrders }) => subOrders.some(({ shipments }) => shipments.some(({ tracking, status }) => tracking.at(-1)?.state === state && (state !== 'delivered' || status === 'delivered'))))
  }

  /** They are made out a moment after the order is placed. */
  async #parcels(orderId: string): Promise<readonly Shipment[]> {
    return (await eventually(() => this.#visitor.operator<List<Shipment>>('GET', `/shipments?orderId=${orderId}`), ({ items }) => items.length > 0)).items
  }
}
