import type { Queryable, Transaction } from '@octavo/database'
import type { Picture } from '../pictures/picture.ts'

export interface StoredPicture extends Picture {
  readonly digest: string
}

const columns = 'id, name, alt, height_px as "heightPx", widths_px as "widthsPx", digest'

export const findNo = async (sql: Queryable, productId: string): Promise<number | undefined> => (await sql.maybe<{ no: number }>('select no from product where id = $1', [productId]))?.no

/** In their order. */
export const picturesOf = (sql: Queryable, no: number): Promise<StoredPicture[]> => sql.rows<StoredPicture>(`select ${columns} from picture where product_no = $1 order by position`, [no])

/** Of products that are put again, by their numbers. */
export async function readPictures(sql: Queryable, nos: readonly number[]): Promise<ReadonlyMap<number, Picture[]>> {
  const found = new Map<number, Picture[]>()
  if (nos.length === 0) return found
  const rows = await sql.rows<Picture & { no: number }>(`select product_no as no, id, name, alt, height_px as "heightPx", widths_px as "widthsPx" from picture where product_no = any($1::int[]) order by product_no, position`, [nos])
  for (const { no, ...picture } of rows) found.set(no, [...found.get(no) ?? [], picture])
  return found
}

export const insertPicture = (tx: Transaction, no: number, position: number, digest: string, { id, name, alt, heightPx, widthsPx }: Picture): Promise<number> =>
  tx.run('insert into picture (id, product_no, position, name, digest, alt, height_px, widths_px) values ($1, $2, $3, $4, $5, $6, $7, $8)', [id, no, position, name, digest, alt, heightPx, widthsPx])

export const arrangePicture = (tx: Transaction, id: string, position: number, alt: string): Promise<number> =>
  tx.run('update picture set position = $2, alt = $3 where id = $1', [id, position, alt])

export const deletePicture = (tx: Transaction, id: string): Promise<number> => tx.run('delete from picture where id = $1', [id])
