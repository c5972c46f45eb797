import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { Order } from '@octavo/orders/contract'
import { Page } from '../desk/Page.tsx'
import { Wrong } from '../desk/Said.tsx'
import { shop } from '../desk/shop.ts'
import { dayOf, momentOf, priceOf } from '../desk/words.ts'
import { CancelOrder } from './CancelOrder.tsx'
import { Parcel } from './Parcel.tsx'
import { PaymentFacts } from './PaymentFacts.tsx'
import { RefundLines } from './RefundLines.tsx'
import { OrderState } from './states.tsx'

/** What follows an order in other services is a moment behind it. */
const everyMs = 4000

export function OrderPage({ orderId }: { readonly orderId: string }) {
  const order = useQuery({ queryKey: ['order', orderId], queryFn: () => shop.operatorGetOrder({ orderId }), refetchInterval: everyMs })
  const parcels = useQuery({ queryKey: ['order', orderId, 'parcels'], queryFn: () => shop.operatorListShipments({ orderId }), refetchInterval: everyMs })
  const payments = useQuery({ queryKey: ['order', orderId, 'payments'], queryFn: () => shop.operatorListPayments({ orderId }), refetchInterval: everyMs })
  if (!order.data) return <Page title="Order"><Wrong error={order.error} />{order.isPending && <p className="quiet">Looking …</p>}</Page>
  const { data } = order
  const cancellable = data.status === 'placed'
  return (
    <Page title={`Order ${data.number}`} note={`Placed ${momentOf(data.placedAt)}`} end={<OrderState status={data.status} />}>
      <div className="two">
        <div className="column">
          <section className="block" aria-labelledby="lines"><h2 id="lines">What was bought</h2><Lines order={data} /></section>
          <section className="block" aria-labelledby="parcels">
            <h2 id="parcels">Parcels</h2>
            <Wrong error={parcels.error} />
            {parcels.data?.items.map((parcel) => <Parcel key={parcel.id} parcel={parcel} sellerName={data.subOrders.find(({ id }) => id === parcel.subOrderId)?.sellerName ?? ''} />)}
            {parcels.data?.items.length === 0 && <p className="quiet">Nothing to send: what was bought is digital, or the parcels are still being made out.</p>}
          </section>
        </div>
        <div className="column">
          <section className="block" aria-labelledby="to"><h2 id="to">Goes to</h2><Address order={data} /></section>
          <section className="block" aria-labelledby="money">
            <h2 id="money">Money</h2>
            <Wrong error={payments.error} />
            {payments.data?.items.map((payment) => <PaymentFacts key={payment.id} payment={payment} />)}
          </section>
          {data.status !== 'cancelled' && <RefundLines order={data} />}
          {cancellable && <CancelOrder order={data} />}
          <p><Link href="/orders">All orders</Link></p>
        </div>
      </div>
    </Page>
  )
}

function Lines({ order }: { readonly order: Order }) {
  return (
    <div className="scroll">
      <table className="list">
        <thead><tr><th scope="col">Title</th><th scope="col">From</th><th scope="col" className="r">Copies</th><th scope="col" className="r">Each</th></tr></thead>
        <tbody>
          {order.subOrders.flatMap(({ sellerName, lines }) => lines.map((line) => (
            <tr key={line.id}>
              <td className="w"><a href={`/b/${line.handle}`}>{line.title}</a><small>{[line.author, line.format, line.condition.replaceAll('_', ' ')].filter(Boolean).join(', ')}</small></td>
              <td>{sellerName}</td>
              <td className="r">{line.quantity}</td>
              <td className="r nowrap">{priceOf(line.unitPrice)}</td>
            </tr>
          )))}
        </tbody>
      </table>
      <dl className="facts">
        <dt>Goods</dt><dd>{priceOf(order.subtotal)}</dd>
        {order.discount.amountMinor > 0 && <><dt>Discount</dt><dd>−{priceOf(order.discount)}</dd></>}
        <dt>{order.deliveryLabel}</dt><dd>{priceOf(order.delivery)}</dd>
        <dt>{order.taxIncluded ? 'Tax in it' : 'Tax'}</dt><dd>{priceOf(order.tax)}</dd>
        <dt className="sum">Total</dt><dd className="sum">{priceOf(order.total)}</dd>
      </dl>
    </div>
  )
}

function Address({ order: { shippingAddress: to, email, promisedBy } }: { readonly order: Order }) {
  return (
    <>
      <address>{[to.name, to.line1, to.line2, `${to.city}${to.region === undefined ? '' : `, ${to.region}`}`, to.postalCode, to.country].filter(Boolean).map((line) => <div key={line}>{line}</div>)}</address>
      <p><a href={`mailto:${email}`}>{email}</a></p>
      {promisedBy !== null && <p className="quiet">Promised by {dayOf(promisedBy)}</p>}
    </>
  )
}
