import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import type { Shipment } from '@octavo/shipping/contract'
import { typedIn } from '../desk/form.ts'
import { Wrong } from '../desk/Said.tsx'
import { queries, shop } from '../desk/shop.ts'
import { momentOf } from '../desk/words.ts'
import { ParcelState } from './states.tsx'

interface Props {
  readonly parcel: Shipment
  readonly sellerName: string
}

/** One parcel: what is in it, how it stands, and what is to be done with it next. */
export function Parcel({ parcel, sellerName }: Props) {
  const renew = () => queries.invalidateQueries({ queryKey: ['order', parcel.orderId] })
  const delivered = useMutation({ mutationFn: () => shop.operatorDelivered({ shipmentId: parcel.id }), onSuccess: renew })
  return (
    <article className="parcel" aria-label={`Parcel from ${sellerName}`}>
      <header><h3>{sellerName}</h3><ParcelState status={parcel.status} /></header>
      <ul>{parcel.lines.map((line) => <li key={line.lineId}>{line.quantity > 1 && `${line.quantity} × `}{line.title}</li>)}</ul>
      {parcel.status === 'pending' && <Dispatching parcel={parcel} renew={renew} />}
      {parcel.trackingNumber !== null && parcel.status !== 'pending' && (
        <p className="quiet">{parcel.carrier}, {parcel.trackingNumber}{parcel.dispatchedAt !== null && `, left ${momentOf(parcel.dispatchedAt)}`}</p>
      )}
      {parcel.hasLabel && <p><a href={`/api/operator/shipments/${parcel.id}/label`} target="_blank" rel="noreferrer">The label {parcel.trackingNumber}, to print</a></p>}
      {parcel.tracking.length > 0 && <ol className="tracking">{parcel.tracking.map(({ state, at }) => <li key={`${state} ${at}`}><span>{wordsOfState(state)}</span><span className="quiet">{momentOf(at)}</span></li>)}</ol>}
      {parcel.status === 'dispatched' && <div className="row"><Button variant="default" loading={delivered.isPending} onClick={() => delivered.mutate()}>It has arrived</Button></div>}
      <Wrong error={delivered.error} />
    </article>
  )
}

/** `out_for_delivery` as it is read. */
const wordsOfState = (state: string): string => { const words = state.replaceAll('_', ' '); return words.charAt(0).toUpperCase() + words.slice(1) }

function Dispatching({ parcel, renew }: { readonly parcel: Shipment; readonly renew: () => Promise<void> }) {
  const dispatch = useMutation({
    mutationFn: ({ carrier, trackingNumber }: { carrier: string; trackingNumber: string }) =>
      shop.operatorDispatch({ shipmentId: parcel.id, ...(carrier !== '' && { carrier }), ...(trackingNumber !== '' && { trackingNumber }) }),
    onSuccess: renew,
  })
  const buy = useMutation({ mutationFn: () => shop.operatorBuyLabel({ shipmentId: parcel.id }), onSuccess: renew })
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    const given = typedIn(event)
    dispatch.mutate({ carrier: given('carrier'), trackingNumber: given('trackingNumber') })
  }
  return (
    <form onSubmit={submit}>
      <div className="row">
        <TextInput name="carrier" label="Carrier" description="Empty: our own" maxLength={60} />
        <TextInput name="trackingNumber" label="Tracking number" description="Empty: one is made" maxLength={100} />
        <Button type="submit" variant={parcel.hasLabel ? 'default' : 'outline'} loading={dispatch.isPending}>It leaves</Button>
        {!parcel.hasLabel && <Button loading={buy.isPending} onClick={() => buy.mutate()}>Buy a label</Button>}
      </div>
      <Wrong error={dispatch.error ?? buy.error} />
    </form>
  )
}
