import { Button, Modal, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Link } from 'wouter'
import type { Payment } from '@octavo/payments/contract'
import { typedIn } from '../desk/form.ts'
import { Wrong } from '../desk/Said.tsx'
import { queries, shop } from '../desk/shop.ts'
import { majorOf, minorOf, priceOf } from '../desk/words.ts'
import { PaymentState } from './states.tsx'

export function PaymentFacts({ payment }: { readonly payment: Payment }) {
  const [open, setOpen] = useState(false)
  const left = { amountMinor: payment.captured.amountMinor - payment.refunded.amountMinor - payment.disputed.amountMinor, currency: payment.captured.currency }
  return (
    <>
      <PaymentState status={payment.status} />
      <dl className="facts">
        {payment.provider === 'invoice' && <><dt>Paid</dt><dd>By invoice</dd></>}
        {payment.card && <><dt>Card</dt><dd>{payment.card.brand} {payment.card.last4}</dd></>}
        <dt>Authorised</dt><dd>{priceOf(payment.authorised)}</dd>
        <dt>Captured</dt><dd>{priceOf(payment.captured)}</dd>
        <dt>Given back</dt><dd>{priceOf(payment.refunded)}</dd>
        {payment.notCharged.amountMinor > 0 && <><dt>Not to be charged</dt><dd>{priceOf(payment.notCharged)}</dd></>}
        {payment.disputed.amountMinor > 0 && <><dt>Taken back in dispute</dt><dd><Link href="/disputes?all=yes">{priceOf(payment.disputed)}</Link></dd></>}
      </dl>
      {left.amountMinor > 0 && <div className="row"><Button variant="default" onClick={() => setOpen(true)}>Give money back</Button></div>}
      <Modal opened={open} onClose={() => setOpen(false)} title="Give money back">
        <Refunding payment={payment} left={left} close={() => setOpen(false)} />
      </Modal>
    </>
  )
}

function Refunding({ payment, left, close }: { readonly payment: Payment; readonly left: Payment['captured']; readonly close: () => void }) {
  const [amount, setAmount] = useState(majorOf(left))
  const amountMinor = minorOf(amount, left.currency)
  const wrong = amountMinor === undefined || amountMinor === 0 ? 'An amount such as 12.50.' : amountMinor > left.amountMinor ? `At most ${priceOf(left)} is left.` : null
  const refund = useMutation({
    mutationFn: (reason: string) => shop.operatorRefundPayment({ paymentId: payment.id, amount: { amountMinor: amountMinor ?? 0, currency: left.currency }, ...(reason !== '' && { reason }) }),
    onSuccess: async () => { await queries.invalidateQueries({ queryKey: ['order', payment.orderId] }); close() },
  })
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    const given = typedIn(event)
    if (wrong === null) refund.mutate(given('reason'))
  }
  return (
    <form className="fields" onSubmit={submit}>
      <TextInput label={`Amount in ${left.currency}`} inputMode="decimal" value={amount} onChange={(event) => setAmount(event.currentTarget.value)} error={wrong} data-autofocus />
      <TextInput name="reason" label="Why, for the books" maxLength={200} />
      <Wrong error={refund.error} />
      <div className="row"><Button type="submit" color="red" loading={refund.isPending}>Give back</Button><Button variant="default" onClick={close}>Leave it</Button></div>
    </form>
  )
}
