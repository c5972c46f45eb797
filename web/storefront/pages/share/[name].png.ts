import { isFailure } from '@octavo/failure'
import type { APIRoute } from 'astro'
import { keepAtEdge, productTags } from '../../page/edge.ts'
import { pictureOfProduct, pictureOfShop, type Picture } from '../../share/picture.ts'

const daySeconds = 86_400
const yearSeconds = 31_536_000

/** `/share/moby-dick.0123456789ab.png`; an older name leads to what the picture is now. */
export const GET: APIRoute = async ({ locals, params: { name = '' } }) => {
  const [, handle = ''] = /^(.+)\.[0-9a-f]{12}$/.exec(name) ?? []
  const { market, clients, rasterise, view: { t } } = locals
  const tags: string[] = []
  let picture: Picture
  if (handle === 'shop') picture = pictureOfShop(t)
  else {
    const product = await clients.catalog.getProduct({ market: market.id, idOrHandle: handle }).catch((error: unknown) => { if (isFailure(error)) return undefined; throw error })
    if (!product) return new Response(null, { status: 404 })
    tags.push(...productTags([product]))
    picture = pictureOfProduct(product, t)
  }
  if (picture.name !== `${name}.png`) return new Response(null, { status: 302, headers: { location: `/share/${picture.name}` } })
  const headers = new Headers({ 'content-type': 'image/png', 'cache-control': `public, max-age=${yearSeconds}, immutable` })
  keepAtEdge(headers, daySeconds, tags)
  return new Response(new Uint8Array(await rasterise(picture.draw())), { headers })
}
