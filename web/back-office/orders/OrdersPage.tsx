import { Button, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { typedIn } from '../desk/form.ts'
import { Page } from '../desk/Page.tsx'
import { Pages } from '../desk/Pages.tsx'
import { shop } from '../desk/shop.ts'
import { count, momentOf, priceOf } from '../desk/words.ts'
import { OrderState, type OrderStatus } from './states.tsx'

const views: readonly { readonly status: OrderStatus | undefined; readonly name: string }[] = [
  { status: 'placed', name: 'To dispatch' }, { status: 'partly_dispatched', name: 'Partly dispatched' }, { status: 'dispatched', name: 'On their way' },
  { status: 'delivered', name: 'Delivered' }, { status: 'cancelled', name: 'Cancelled' }, { status: undefined, name: 'All' },
]
const placeOf = (status: OrderStatus | undefined): string => (status === 'placed' ? '/orders' : `/orders?status=${status ?? 'all'}`)

export function OrdersPage() {
  const [given] = useSearchParams()
  const [, go] = useLocation()
  const number = given.get('number') ?? ''
  const wanted = given.get('status') ?? 'placed'
  const view = number === '' ? views.find(({ status }) => (status ?? 'all') === wanted) ?? views[0] : undefined
  const find = (event: FormEvent<HTMLFormElement>): void => {
    const text = typedIn(event)('number')
    go(text === '' ? '/orders' : `/orders?number=${encodeURIComponent(text)}`)
  }
  return (
    <Page title="Orders">
      <div className="views">{views.map(({ status, name }) => <Link key={name} href={placeOf(status)} aria-current={view?.status === status && view?.name === name ? 'page' : undefined}>{name}</Link>)}</div>
      <form className="bar" role="search" onSubmit={find}>
        <TextInput key={number} name="number" label="Order number" defaultValue={number} placeholder="F5J6-T6PD" />
        <Button type="submit" variant="default">Find</Button>
      </form>
      <Pages
        of={['orders', number, view?.status]} every={10_000} empty={number === '' ? 'Nothing stands here.' : `There is no order ${number}.`}
        ask={(cursor) => shop.operatorListOrders({ ...(number === '' ? view?.status && { status: view.status } : { number }), ...(cursor && { cursor }) })}
      >
        {(orders) => (
          <table className="list fold">
            <thead><tr><th scope="col">Number</th><th scope="col">What</th><th scope="col">Placed</th><th scope="col">Stands</th><th scope="col" className="r">Total</th></tr></thead>
            <tbody>
              {orders.map((order) => (
                <tr key={order.id}>
                  <td className="nowrap"><Link href={`/orders/${order.id}`}><b>{order.number}</b></Link></td>
                  <td className="w">{order.titles.join(', ')}<small>{count(order.itemCount, 'thing', 'things')} for {order.email}</small></td>
                  <td className="nowrap">{momentOf(order.placedAt)}</td>
                  <td><OrderState status={order.status} /></td>
                  <td className="r nowrap">{priceOf(order.total)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Pages>
    </Page>
  )
}
