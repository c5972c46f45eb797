import { cartContract } from '@octavo/cart/contract'
import { catalogContract } from '@octavo/catalog/contract'
import { inventoryContract } from '@octavo/inventory/contract'
import { notificationsContract } from '@octavo/notifications/contract'
import { ordersContract } from '@octavo/orders/contract'
import { paymentsContract } from '@octavo/payments/contract'
import type { Client, Connection } from '@octavo/rpc'
import { searchContract } from '@octavo/search/contract'
import { sellersContract } from '@octavo/sellers/contract'
import { shippingContract } from '@octavo/shipping/contract'
import { usersContract } from '@octavo/users/contract'
import type { Caller } from '@octavo/caller'

export const serviceNames = ['users', 'sellers', 'catalog', 'inventory', 'cart', 'orders', 'payments', 'shipping', 'notifications', 'search'] as const
export type ServiceName = (typeof serviceNames)[number]
export type Connections = Readonly<Record<ServiceName, Connection>>

/** Every service's client. The gateway says with each call on whose behalf it asks. */
export interface Clients {
  readonly users: Client<typeof usersContract>
  readonly sellers: Client<typeof sellersContract>
  readonly catalog: Client<typeof catalogContract>
  readonly inventory: Client<typeof inventoryContract>
  readonly cart: Client<typeof cartContract>
  readonly orders: Client<typeof ordersContract>
  readonly payments: Client<typeof paymentsContract>
  readonly shipping: Client<typeof shippingContract>
  readonly notifications: Client<typeof notificationsContract>
  readonly search: Client<typeof searchContract>
}

/** Clients that ask as this caller when a call does not name another. */
export function clientsOf(connections: Connections, as: Caller): Clients {
  return {
    users: connections.users.client(usersContract, as),
    sellers: connections.sellers.client(sellersContract, as),
    catalog: connections.catalog.client(catalogContract, as),
    inventory: connections.inventory.client(inventoryContract, as),
    cart: connections.cart.client(cartContract, as),
    orders: connections.orders.client(ordersContract, as),
    payments: connections.payments.client(paymentsContract, as),
    shipping: connections.shipping.client(shippingContract, as),
    notifications: connections.notifications.client(notificationsContract, as),
    search: connections.search.client(searchContract, as),
  }
}
