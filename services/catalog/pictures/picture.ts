import { hash } from 'node:crypto'

/** A picture that an operator gave a product. */
export interface Picture {
  readonly id: string
  /** Of its files: changes with the content, and is no other picture's, so that its files go when it does. */
  readonly name: string
  /** What it shows, for those who do not see it; empty when it only repeats the title. */
  readonly alt: string
  readonly heightPx: number
  /** What it is kept in, rising; the last is the picture's own. */
  readonly widthsPx: readonly number[]
}

export type PictureType = 'webp' | 'jpg'
export const pictureTypes: readonly PictureType[] = ['webp', 'jpg']

export const nameOf = (id: string, digest: string): string => hash('sha256', `${id} ${digest}`).slice(0, 32)

/** Spread over folders, since a folder of very many files is slow to list. */
export const keyOf = (name: string, width: number, type: PictureType): string => `pictures/${name.slice(0, 2)}/${name}/${width}.${type}`
