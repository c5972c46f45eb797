import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { typedIn } from '../desk/form.ts'
import { Done, Wrong } from '../desk/Said.tsx'
import { shop } from '../desk/shop.ts'
import { minorOf, priceOf } from '../desk/words.ts'

interface Given { readonly email: string; readonly limitMinor: number; readonly currency: string; readonly days: number }

/** Opens paying by invoice to a customer; a limit of nothing closes it. */
export function TermsForm() {
  const [wrong, setWrong] = useState<string | null>(null)
  const put = useMutation({
    mutationFn: async ({ email, limitMinor, currency, days }: Given) => {
      const { items: [account] } = await shop.operatorListAccounts({ email })
      if (!account) return `There is no account with the address ${email}.`
      const { terms } = await shop.operatorPutInvoiceTerms({ accountId: account.id, allowed: limitMinor > 0, limit: { amountMinor: limitMinor, currency }, days })
      return terms?.allowed ? `${account.name} may pay by invoice: ${priceOf(terms.left)} of ${priceOf(terms.limit)} is left.` : `${account.name} pays by card from now on.`
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    const given = typedIn(event)
    const [currency, limitMinor, days] = [given('currency'), minorOf(given('limit'), given('currency')), Number(given('days'))]
    const problem = limitMinor === undefined ? 'The limit is an amount such as 500.' : days >= 1 && days <= 365 ? null : 'From 1 to 365 days.'
    setWrong(problem)
    if (problem === null && limitMinor !== undefined) put.mutate({ email: given('email'), limitMinor, currency, days })
  }
  return (
    <form className="drop" onSubmit={submit} aria-labelledby="terms">
      <h2 id="terms">Who may pay so</h2>
      <div className="bar">
        <TextInput className="grow" name="email" type="email" label="Customer’s email" required withAsterisk={false} />
        <TextInput name="limit" label="Credit limit" description="0 closes it" inputMode="decimal" placeholder="500" required withAsterisk={false} />
        <NativeSelect name="currency" label="In" data={['GBP', 'EUR', 'USD']} />
        <TextInput name="days" label="Days to pay" inputMode="numeric" defaultValue="30" />
        <Button type="submit" variant="default" loading={put.isPending}>Set</Button>
      </div>
      {wrong !== null && <p className="said wrong" role="alert">{wrong}</p>}
      <Wrong error={put.error} />
      <Done words={put.data ?? null} />
    </form>
  )
}
