import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { typedIn } from '../desk/form.ts'
import { Done, Wrong } from '../desk/Said.tsx'
import { minorOf } from '../desk/words.ts'
import { upload, type UploadFormat } from './upload.ts'

const formats: readonly { readonly value: UploadFormat; readonly label: string }[] = [
  { value: 'onix', label: 'ONIX, 2.1 to 3.1' }, { value: 'csv', label: 'CSV' }, { value: 'goodbooks', label: 'goodbooks' }, { value: 'esci', label: 'ESCI products' },
]

/** The file, what it is, and what stands for what it does not say. */
export function UploadForm({ done }: { readonly done: () => Promise<void> }) {
  const [sent, setSent] = useState(0)
  const [wrong, setWrong] = useState<string | null>(null)
  const sending = useMutation({ mutationFn: (what: Parameters<typeof upload>[0]) => upload(what, setSent), onSuccess: done })
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    const given = typedIn(event)
    const file = new FormData(event.currentTarget).get('file')
    const [price, currency, stock] = [given('price'), given('currency'), given('stock')]
    const amountMinor = price === '' ? undefined : minorOf(price, currency)
    const problem = !(file instanceof File) || file.size === 0 ? 'Choose a file that holds something.' : price !== '' && amountMinor === undefined ? 'The price is an amount such as 9.99.' : stock !== '' && !/^\d{1,9}$/.test(stock) ? 'Copies are a whole number.' : null
    setWrong(problem)
    if (problem !== null || !(file instanceof File)) return
    setSent(0)
    sending.mutate({ file, format: given('format') as UploadFormat, options: { ...(amountMinor !== undefined && { prices: [{ amountMinor, currency }] }), ...(stock !== '' && { stock: Number(stock) }) } })
  }
  return (
    <form className="drop" onSubmit={submit} aria-labelledby="bring-in">
      <h2 id="bring-in">Bring a file in</h2>
      <div className="bar">
        <div className="grow"><label htmlFor="import-file">File</label><br /><input id="import-file" name="file" type="file" required /></div>
        <NativeSelect name="format" label="Format" data={[...formats]} />
        <TextInput name="price" label="Price, where it says none" inputMode="decimal" placeholder="9.99" />
        <NativeSelect name="currency" label="In" data={['GBP', 'EUR', 'USD']} />
        <TextInput name="stock" label="Copies, where it says none" inputMode="numeric" placeholder="10" />
        <Button type="submit" loading={sending.isPending}>Upload</Button>
      </div>
      {sending.isPending && <div className="progress" role="progressbar" aria-label="Uploading" aria-valuenow={sent} aria-valuemin={0} aria-valuemax={100}><span style={{ width: `${sent}%` }} /></div>}
      {wrong !== null && <p className="said wrong" role="alert">{wrong}</p>}
      <Wrong error={sending.error} />
      <Done words={sending.isSuccess ? 'The file is in the shop and will be read. This page may be closed.' : null} />
    </form>
  )
}
