import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { typedIn } from '../desk/form.ts'
import { Page } from '../desk/Page.tsx'
import { Wrong } from '../desk/Said.tsx'
import { shop } from '../desk/shop.ts'
import { findProducts } from './find-products.ts'
import { ProductPictures } from './ProductPictures.tsx'

/** A product is found by its ISBN or another identifier, or by its address in the shop; then its pictures are seen to. */
export function PicturesPage() {
  const [given] = useSearchParams()
  const [, go] = useLocation()
  const text = given.get('find') ?? ''
  const chosen = given.get('product')
  const found = useQuery({ queryKey: ['found', text], queryFn: () => findProducts(text), enabled: text !== '' && chosen === null })
  const product = useQuery({ queryKey: ['product', chosen], queryFn: () => shop.getProduct({ idOrHandle: chosen ?? '' }), enabled: chosen !== null })
  const find = (event: FormEvent<HTMLFormElement>): void => {
    go(`/pictures?find=${encodeURIComponent(typedIn(event)('find'))}`)
  }
  return (
    <Page title="Pictures" note="What a product is shown by. Without one its cover is drawn.">
      <form className="bar" role="search" onSubmit={find}>
        <TextInput key={text} className="grow" name="find" label="Product" description="An ISBN or another identifier, or its address in the shop" defaultValue={text} placeholder="9780140449136" required withAsterisk={false} />
        <Button type="submit" variant="default">Find</Button>
      </form>
      <Wrong error={found.error ?? product.error} />
      {found.data && (found.data.length === 0
        ? <p className="empty">No product answers to that.</p>
        : <ul className="block">{found.data.map(({ handle, title, contributors }) => <li key={handle}><Link href={`/pictures?product=${encodeURIComponent(handle)}`}><b>{title}</b></Link> <span className="quiet">{contributors.map(({ name }) => name).join(', ')}</span></li>)}</ul>)}
      {product.data && <ProductPictures product={product.data} />}
    </Page>
  )
}
