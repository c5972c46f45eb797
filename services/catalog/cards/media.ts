import type { Product } from '../contract.ts'
import type { Picture } from '../pictures/picture.ts'
import type { Goods } from '../products/goods.ts'

type Medium = Product['media'][number]

/** What a product is shown by: the operator's pictures, the first of them as its cover, then its source's. */
export const mediaOf = ({ pictures, details }: Pick<Goods, 'pictures' | 'details'>): Medium[] => (pictures.length === 0 ? details.media : [...pictures.map(medium), ...details.media])

export function medium({ id, name, alt, heightPx, widthsPx }: Picture, at: number): Medium {
  const widthPx = widthsPx.at(-1) as number
  return { id, kind: at === 0 ? 'cover' : 'image', url: `/media/${name}/${widthPx}.jpg`, ...(alt !== '' && { alt }), widthPx, heightPx, widthsPx: [...widthsPx] }
}
