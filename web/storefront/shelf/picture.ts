import type { Card } from '@octavo/catalog/contract'

export type Medium = Card['media'][number]

/** A picture kept here, with its size: it stands in its own proportions. */
export interface KeptPicture extends Medium { widthPx: number; heightPx: number; widthsPx: number[] }

export const isKept = (medium: Medium): medium is KeptPicture => medium.widthPx !== undefined && medium.heightPx !== undefined && medium.widthsPx !== undefined

/** The picture of its cover, where one is kept here. */
export function keptCover(media: readonly Medium[] | undefined): KeptPicture | undefined {
  const cover = media?.find(({ kind }) => kind === 'cover')
  return cover && isKept(cover) ? cover : undefined
}

/** Every width there is of it, for the browser to choose. */
export const sourcesOf = ({ url, widthsPx }: KeptPicture, type: 'webp' | 'jpg'): string => widthsPx.map((width) => `${url.replace(/\d+\.jpg$/, `${width}.${type}`)} ${width}w`).join(', ')

/** The file of at least this width, else its largest. */
export const fileOf = ({ url, widthsPx }: KeptPicture, widthPx: number): string => url.replace(/\d+\.jpg$/, `${widthsPx.find((width) => width >= widthPx) ?? widthsPx.at(-1)}.jpg`)

/** How large a picture stands where a drawn cover would: as large as fits there, in its own proportions. */
export function fitted({ widthPx, heightPx }: KeptPicture, place: { readonly widthMm: number; readonly heightMm: number }): { widthMm: number; heightMm: number } {
  const scale = Math.min(place.widthMm / widthPx, place.heightMm / heightPx)
  return { widthMm: Math.round(widthPx * scale), heightMm: Math.round(heightPx * scale) }
}
