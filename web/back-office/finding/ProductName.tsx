import { useQuery } from '@tanstack/react-query'
import { isProblem } from '@octavo/client'
import { shop } from '../desk/shop.ts'

/** A product by its title; by its id where it is not sold any more. */
export function ProductName({ productId }: { readonly productId: string }) {
  const product = useQuery({ queryKey: ['product', productId], queryFn: () => shop.getProduct({ idOrHandle: productId }), staleTime: 300_000 })
  if (product.data) return <a href={`/b/${product.data.handle}`}>{product.data.title}</a>
  return <span className="quiet">{productId}{isProblem(product.error, 'NOT_FOUND') && ', not sold any more'}</span>
}
