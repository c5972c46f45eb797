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

  /** Opens an account that may enter the back office. */
  async openDesk({ email, password, name }: { email: string; password: string; name: string }): Promise<void> {
    await new Visitor(this.#visitor.stage).want(200, 'POST', '/api/auth/sign-up/email', { email, password, name })
    await this.#visitor.operator('PUT', `/accounts/${await this.#accountOf(email)}/roles`, { roles: ['shopper', 'operator'] })
  }

  /** Lets the account with this address pay by invoice. */
  async openInvoicesTo(email: string, limit = { amountMinor: 50_000, currency: 'GBP' }): Promise<void> {
    await this.#visitor.operator('PUT', `/accounts/${await this.#accountOf(email)}/invoice-terms`, { allowed: true, limit, days: 30 })
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

  async #accountOf(email: string): Promise<string> {
    const { items: [account] } = await this.#visitor.operator<List<{ id: string }>>('GET', `/accounts?email=${encodeURIComponent(email)}`)
    return account?.id ?? assert.fail(`${email} has an account`)
  }

  /** They are made out a moment after the order is placed. */
  async #parcels(orderId: string): Promise<readonly Shipment[]> {
    return (await eventually(() => this.#visitor.operator<List<Shipment>>('GET', `/shipments?orderId=${orderId}`), ({ items }) => items.length > 0)).items
  }
}
