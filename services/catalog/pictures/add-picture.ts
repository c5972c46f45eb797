import { hash } from 'node:crypto'
import { failure } from '@octavo/failure'
import type { Files } from '@octavo/files'
import { newId } from '@octavo/ids'
import { medium } from '../cards/media.ts'
import type { CatalogParts } from '../deps.ts'
import { redraw } from '../products/redraw.ts'
import { lockProducts } from '../store/goods.ts'
import { findNo, insertPicture, picturesOf } from '../store/pictures.ts'
import { inspect } from './inspect.ts'
import { keyOf, nameOf, pictureTypes, type Picture } from './picture.ts'
import { render } from './render.ts'

export const mostPictures = 20

/** Takes in a picture as a product's last, and gives it as it is shown. The same bytes again are the picture that is there. */
export async function addPicture(parts: CatalogParts, productId: string, bytes: Buffer, alt: string) {
  const { database, files } = parts
  const no = await findNo(database, productId)
  if (no === undefined) throw failure('NOT_FOUND', `There is no product ${productId}.`)
  const digest = hash('sha256', bytes)
  const there = async (sql: Parameters<typeof picturesOf>[0]) => {
    const pictures = await picturesOf(sql, no)
    const at = pictures.findIndex((one) => one.digest === digest)
    if (at < 0 && pictures.length >= mostPictures) throw failure('CONFLICT', `A product has at most ${mostPictures} pictures. Remove one first.`)
    return { pictures, shown: at < 0 ? undefined : medium(pictures[at] as Picture, at) }
  }
  const { shown } = await there(database)
  if (shown) return shown
  await inspect(bytes)
  const { heightPx, widthsPx, renditions } = await render(bytes)
  const id = newId('pic')
  const picture = { id, name: nameOf(id, digest), alt, heightPx, widthsPx }
  // The files first: a row never names what is not there.
  for (const { widthPx, type, bytes: body } of renditions) await files.put(keyOf(picture.name, widthPx, type), body, { contentType: type === 'webp' ? 'image/webp' : 'image/jpeg', sizeBytes: body.length })
  const added = await database.transaction(async (tx) => {
    await lockProducts(tx, [no])
    const now = await there(tx)
    if (now.shown) return now.shown
    await insertPicture(tx, no, now.pictures.length, digest, picture)
    await redraw(parts, tx, [no], 'updated')
    return medium(picture, now.pictures.length)
  })
  if (added.id !== id) await deleteFiles(files, picture)
  return added
}

export async function deleteFiles(files: Files, { name, widthsPx }: Pick<Picture, 'name' | 'widthsPx'>): Promise<void> {
  for (const width of widthsPx) for (const type of pictureTypes) await files.delete(keyOf(name, width, type))
}
