import { Button, Modal, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { Order } from '@octavo/orders/contract'
import { typedIn } from '../desk/form.ts'
import { Wrong } from '../desk/Said.tsx'
import { queries, shop } from '../desk/shop.ts'
import { priceOf } from '../desk/words.ts'

/** Asked once more, since the shopper is told at once. */
export function CancelOrder({ order }: { readonly order: Order }) {
  const [open, setOpen] = useState(false)
  const cancel = useMutation({
    mutationFn: (reason: string) => shop.operatorCancelOrder({ orderId: order.id, ...(reason !== '' && { reason }) }),
    onSuccess: async () => { setOpen(false); await queries.invalidateQueries({ queryKey: ['order', order.id] }) },
  })
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    cancel.mutate(typedIn(event)('reason'))
  }
  return (
    <section className="block" aria-labelledby="cancel">
      <h2 id="cancel">Cancel</h2>
      <p className="quiet">As long as nothing has left. The stock is freed, and the money let go or given back.</p>
      <div className="row"><Button variant="outline" color="red" onClick={() => setOpen(true)}>Cancel the order</Button></div>
      <Modal opened={open} onClose={() => setOpen(false)} title={`Cancel order ${order.number}?`}>
        <form className="fields" onSubmit={submit}>
          <p>{order.email} gets a mail that says so, and {priceOf(order.total)} back.</p>
          <TextInput name="reason" label="Why, for the shopper" maxLength={500} data-autofocus />
          <Wrong error={cancel.error} />
          <div className="row"><Button type="submit" color="red" loading={cancel.isPending}>Cancel it</Button><Button variant="default" onClick={() => setOpen(false)}>Leave it</Button></div>
        </form>
      </Modal>
    </section>
  )
}
