import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Wrong } from '../desk/Said.tsx'
import { shop } from '../desk/shop.ts'
import { ProductName } from './ProductName.tsx'

interface Props {
  readonly productIds: readonly string[]
  readonly change: (productIds: readonly string[]) => void
  /** Whether their order says something. */
  readonly ordered: boolean
}

const most = 50

/** Products found by words as a shopper would, put in order. */
export function ProductPicker({ productIds, change, ordered }: Props) {
  const [text, setText] = useState('')
  const [asked, setAsked] = useState('')
  const found = useQuery({ queryKey: ['picking', asked], queryFn: () => shop.search({ q: asked, limit: 8 }), enabled: asked !== '' })
  const choices = found.data?.items.filter(({ id }) => !productIds.includes(id)) ?? []
  const find = (): void => setAsked(text.trim())
  return (
    <fieldset className="picker">
      <legend>Products{ordered && ', the first on top'}</legend>
      {productIds.length === 0 && <p className="quiet">None yet.</p>}
      <ol>
        {productIds.map((id, at) => (
          <li key={id} className="row">
            <span className="grow"><ProductName productId={id} /></span>
            {ordered && at > 0 && <Button size="compact-sm" variant="default" aria-label={`Put number ${at + 1} one up`} onClick={() => change([...productIds.slice(0, at - 1), id, productIds[at - 1] as string, ...productIds.slice(at + 1)])}>Up</Button>}
            <Button size="compact-sm" variant="default" aria-label={`Take number ${at + 1} out`} onClick={() => change(productIds.filter((one) => one !== id))}>Out</Button>
          </li>
        ))}
      </ol>
      {productIds.length < most && (
        <div className="bar">
          <TextInput className="grow" label="Find a product" value={text} onChange={(event) => setText(event.currentTarget.value)} onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); find() } }} />
          <Button variant="default" onClick={find}>Find</Button>
        </div>
      )}
      <Wrong error={found.error} />
      {found.data && choices.length === 0 && <p className="quiet">Nothing else is found.</p>}
      <ul aria-label="Found">
        {choices.map(({ id, title, contributors }) => (
          <li key={id} className="row"><span className="grow"><b>{title}</b> <span className="quiet">{contributors.map(({ name }) => name).join(', ')}</span></span><Button size="compact-sm" variant="default" aria-label={`Put in ${title}`} onClick={() => change([...productIds, id])}>Put in</Button></li>
        ))}
      </ul>
    </fieldset>
  )
}
