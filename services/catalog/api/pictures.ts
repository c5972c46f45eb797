import { requireOperator } from '@octavo/caller'
import type { Transaction } from '@octavo/database'
import { failure } from '@octavo/failure'
import type { Handler } from '@octavo/rpc'
import { medium } from '../cards/media.ts'
import type { catalogContract } from '../contract.ts'
import type { CatalogParts } from '../deps.ts'
import { deleteFiles } from '../pictures/add-picture.ts'
import { redraw } from '../products/redraw.ts'
import { lockProducts } from '../store/goods.ts'
import { arrangePicture, deletePicture, findNo, picturesOf, type StoredPicture } from '../store/pictures.ts'

export const listPictures = ({ database }: CatalogParts): Handler<typeof catalogContract.listPictures> =>
  async ({ input: { productId }, context }) => {
    requireOperator(context.caller)
    return (await picturesOf(database, await numberOf(database, productId))).map(medium)
  }

/** All of a product's pictures in their new order; somebody else's change in between is not overwritten. */
export const arrangePictures = (parts: CatalogParts): Handler<typeof catalogContract.arrangePictures> =>
  async ({ input: { productId, pictures: wanted }, context }) => {
    requireOperator(context.caller)
    return parts.database.transaction(async (tx) => {
      const { no, pictures } = await held(tx, productId)
      const known = new Map(pictures.map((picture) => [picture.id, picture]))
      if (wanted.length !== pictures.length || new Set(wanted.map(({ id }) => id)).size !== wanted.length || wanted.some(({ id }) => !known.has(id))) {
        throw failure('CONFLICT', 'Name each of the product\'s pictures once, in the order they shall have. Others came or went meanwhile: look again.')
      }
      const arranged = wanted.map(({ id, alt }) => ({ ...(known.get(id) as StoredPicture), alt: alt.trim() }))
      for (const [position, { id, alt }] of arranged.entries()) await arrangePicture(tx, id, position, alt)
      await redraw(parts, tx, [no], 'updated')
      return arranged.map(medium)
    })
  }

export const removePicture = (parts: CatalogParts): Handler<typeof catalogContract.removePicture> =>
  async ({ input: { productId, pictureId }, context }) => {
    requireOperator(context.caller)
    const gone = await parts.database.transaction(async (tx) => {
      const { no, pictures } = await held(tx, productId)
      const picture = pictures.find(({ id }) => id === pictureId)
      if (!picture) return undefined
      await deletePicture(tx, pictureId)
      for (const [position, { id, alt }] of pictures.filter(({ id }) => id !== pictureId).entries()) await arrangePicture(tx, id, position, alt)
      await redraw(parts, tx, [no], 'updated')
      return picture
    })
    if (gone) await deleteFiles(parts.files, gone)
    return { removed: gone !== undefined }
  }

async function held(tx: Transaction, productId: string): Promise<{ no: number; pictures: StoredPicture[] }> {
  const no = await numberOf(tx, productId)
  await lockProducts(tx, [no])
  return { no, pictures: await picturesOf(tx, no) }
}

async function numberOf(sql: Parameters<typeof findNo>[0], productId: string): Promise<number> {
  const no = await findNo(sql, productId)
  if (no === undefined) throw failure('NOT_FOUND', `There is no product ${productId}.`)
  return no
}
