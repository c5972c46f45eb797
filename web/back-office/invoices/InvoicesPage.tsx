import { Button, Modal, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Link, useSearchParams } from 'wouter'
import type { Invoice } from '@octavo/payments/contract'
import { typedIn } from '../desk/form.ts'
import { Page } from '../desk/Page.tsx'
import { Pages } from '../desk/Pages.tsx'
import { Wrong } from '../desk/Said.tsx'
import { queries, shop } from '../desk/shop.ts'
import { dayOf, majorOf, minorOf, priceOf } from '../desk/words.ts'
import { Customer } from './Customer.tsx'
import { TermsForm } from './TermsForm.tsx'

/** What customers who pay by invoice owe, and who they are. */
export function InvoicesPage() {
  const [given] = useSearchParams()
  const all = given.get('all') === 'yes'
  const [paying, setPaying] = useState<Invoice | null>(null)
  return (
    <Page title="Invoices" note="Made out when goods leave that are paid on account.">
      <div className="views">
        <Link href="/invoices" aria-current={all ? undefined : 'page'}>Open</Link>
        <Link href="/invoices?all=yes" aria-current={all ? 'page' : undefined}>All</Link>
      </div>
      <div className="column">
        <Pages of={['invoices', all]} empty={all ? 'None was made out yet.' : 'Nothing is owed.'} ask={(cursor) => shop.operatorListInvoices({ ...(!all && { open: 'true' as const }), ...(cursor && { cursor }) })}>
          {(invoices) => (
            <table className="list fold">
              <thead><tr><th scope="col">Number</th><th scope="col">Customer</th><th scope="col">Due</th><th scope="col" className="r">Amount</th><th scope="col" className="r">Open</th><th scope="col"><span className="sr">What to do</span></th></tr></thead>
              <tbody>
                {invoices.map((invoice) => (
                  <tr key={invoice.id}>
                    <td className="nowrap"><Link href={`/orders/${invoice.orderId}`} title="Its order"><b>{invoice.number}</b></Link></td>
                    <td className="w whole"><Customer orderId={invoice.orderId} /></td>
                    <td className="nowrap" data-label="Due">{dayOf(invoice.dueOn)}</td>
                    <td className="r nowrap" data-label="Amount">{priceOf(invoice.amount)}</td>
                    <td className="r nowrap" data-label="Open">{priceOf(invoice.open)}</td>
                    <td className="r">{invoice.open.amountMinor > 0 && <Button size="compact-sm" variant="default" onClick={() => setPaying(invoice)}>It was paid</Button>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Pages>
        <TermsForm />
      </div>
      <Modal opened={paying !== null} onClose={() => setPaying(null)} title={`Money for ${paying?.number ?? ''}`}>{paying && <Paying invoice={paying} close={() => setPaying(null)} />}</Modal>
    </Page>
  )
}

function Paying({ invoice, close }: { readonly invoice: Invoice; readonly close: () => void }) {
  const [amount, setAmount] = useState(majorOf(invoice.open))
  const { currency } = invoice.open
  const amountMinor = minorOf(amount, currency) ?? 0
  const pay = useMutation({
    mutationFn: (receivedOn: string) => shop.operatorRecordInvoicePayment({ invoiceId: invoice.id, amount: { amountMinor, currency }, receivedOn }),
    onSuccess: async () => { await queries.invalidateQueries({ queryKey: ['invoices'] }); close() },
  })
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    const given = typedIn(event)
    if (amountMinor > 0) pay.mutate(given('receivedOn'))
  }
  return (
    <form className="fields" onSubmit={submit}>
      <TextInput label={`Amount in ${currency}`} inputMode="decimal" value={amount} onChange={(event) => setAmount(event.currentTarget.value)} error={amountMinor > 0 ? null : 'An amount such as 12.50.'} data-autofocus />
      <TextInput name="receivedOn" type="date" label="Received on" required withAsterisk={false} />
      <Wrong error={pay.error} />
      <div className="row"><Button type="submit" loading={pay.isPending}>Note it</Button><Button variant="default" onClick={close}>Leave it</Button></div>
    </form>
  )
}
