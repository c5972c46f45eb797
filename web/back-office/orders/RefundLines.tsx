import { Button, Checkbox, Modal, NumberInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { sliceOf } from '@octavo/money/allocate'
import type { Order } from '@octavo/orders/contract'
import { typedIn } from '../desk/form.ts'
import { Wrong } from '../desk/Said.tsx'
import { queries, shop } from '../desk/shop.ts'
import { momentOf, priceOf } from '../desk/words.ts'

const states = { wanted: 'on its way', given: 'given back', refused: 'refused' } as const

/** What came back of an order or was taken off before it left, and more of both. */
export function RefundLines({ order }: { readonly order: Order }) {
  const [open, setOpen] = useState(false)
  const titleOf = (lineId: string): string => order.lines.find(({ id }) => id === lineId)?.title ?? lineId
  return (
    <section className="block" aria-labelledby="back">
      <h2 id="back">Came back, or taken off</h2>
      {order.refunds.length === 0 && <p className="quiet">Nothing so far.</p>}
      {order.refunds.map((refund) => (
        <dl className="facts" key={refund.id}>
          <dt>{momentOf(refund.at)}</dt>
          <dd>
            <b>{priceOf(refund.amount)}</b>, {states[refund.status]}
            <small>{[...refund.lines.map(({ lineId, quantity, restock, unsent }) => `${quantity} × ${titleOf(lineId)}${unsent ? ', taken off' : ''}${restock ? unsent ? ', for sale again' : ', back on the shelf' : ''}`), ...(refund.deliveries.length > 0 ? ['delivery'] : [])].join('; ')}</small>
            {refund.reason !== '' && <small>{refund.reason}</small>}
            {refund.detail !== null && <small>{refund.detail}</small>}
          </dd>
        </dl>
      ))}
      <div className="row"><Button variant="default" onClick={() => setOpen(true)}>Take copies back, or off</Button></div>
      <Modal opened={open} onClose={() => setOpen(false)} title="What came back, or is not to be sent?"><Refunding order={order} close={() => setOpen(false)} /></Modal>
    </section>
  )
}

function Refunding({ order, close }: { readonly order: Order; readonly close: () => void }) {
  const [copies, setCopies] = useState<Readonly<Record<string, number>>>({})
  const [shelved, setShelved] = useState<Readonly<Record<string, boolean>>>({})
  const [deliveries, setDeliveries] = useState<readonly string[]>([])
  const live = order.refunds.filter(({ status }) => status !== 'refused')
  const back = order.refunds.flatMap(({ status, lines: parts }) => parts.filter(({ unsent }) => unsent || status !== 'refused'))
  const lines = order.lines.map((line) => ({ ...line, before: back.filter(({ lineId }) => lineId === line.id).reduce((sum, { quantity }) => sum + quantity, 0) }))
  const parts = order.subOrders.map((part) => ({ ...part, amount: part.delivery.amountMinor + (order.taxIncluded ? 0 : part.deliveryTax?.amountMinor ?? 0) })).filter(({ id, amount }) => amount > 0 && !live.some((refund) => refund.deliveries.some(({ subOrderId }) => subOrderId === id)))
  const wanted = lines.flatMap(({ id, digital }) => ((copies[id] ?? 0) > 0 ? [{ lineId: id, quantity: copies[id] ?? 0, restock: !digital && (shelved[id] ?? true) }] : []))
  const total = lines.reduce((sum, { id, paid, quantity, before }) => sum + sliceOf(paid.amountMinor, quantity, { from: before, count: copies[id] ?? 0 }), 0) + parts.filter(({ id }) => deliveries.includes(id)).reduce((sum, { amount }) => sum + amount, 0)
  const giving = useMutation({
    mutationFn: (reason: string) => shop.operatorRefundOrder({ orderId: order.id, lines: wanted, deliveries: [...deliveries], ...(reason !== '' && { reason }) }),
    onSuccess: async () => { await queries.invalidateQueries({ queryKey: ['order', order.id] }); close() },
  })
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    const given = typedIn(event)
    if (total > 0) giving.mutate(given('reason'))
  }
  return (
    <form className="fields" onSubmit={submit}>
      {lines.filter(({ quantity, before }) => before < quantity).map(({ id, title, digital, quantity, before }) => (
        <fieldset key={id} className="fields">
          <legend>{title}</legend>
          <NumberInput label={`Copies, of ${quantity - before}`} min={0} max={quantity - before} allowDecimal={false} value={copies[id] ?? 0} onChange={(value) => setCopies({ ...copies, [id]: Number(value) })} />
          {!digital && <Checkbox label="For sale again" checked={shelved[id] ?? true} onChange={(event) => setShelved({ ...shelved, [id]: event.currentTarget.checked })} />}
        </fieldset>
      ))}
      {parts.map(({ id, sellerName, amount }) => (
        <Checkbox key={id} label={`The delivery of ${sellerName}, ${priceOf({ amountMinor: amount, currency: order.total.currency })}`} checked={deliveries.includes(id)} onChange={(event) => setDeliveries(event.currentTarget.checked ? [...deliveries, id] : deliveries.filter((one) => one !== id))} />
      ))}
      <TextInput name="reason" label="Why, for the books" maxLength={200} />
      <p>{order.email} gets <b>{priceOf({ amountMinor: total, currency: order.total.currency })}</b> back, and a mail that says so. What has not left is not sent, and not charged where it has not been; a seller’s delivery goes with the last of their goods.</p>
      <Wrong error={giving.error} />
      <div className="row"><Button type="submit" color="red" disabled={total === 0} loading={giving.isPending}>Give back</Button><Button variant="default" onClick={close}>Leave it</Button></div>
    </form>
  )
}
