import type { Queryable } from '@octavo/database'
import type { Seller } from '../contract.ts'

export interface SellerRow extends Seller {
  readonly version: number
  /** When it was made, to the microsecond: as the database writes it. */
  readonly madeAt: string
}

const columns = 'id, handle, name, about, standing, house, version, created_at::text as "madeAt"'

export const sellersBy = (database: Queryable, idsOrHandles: readonly string[]): Promise<SellerRow[]> =>
  database.rows<SellerRow>(`select ${columns} from seller where id = any($1::text[]) or handle = any($1::text[])`, [idsOrHandles])

export const newestSellers = (database: Queryable, [madeAt, id]: readonly [string, string] = ['infinity', ''], limit = 24): Promise<SellerRow[]> =>
  database.rows<SellerRow>(`select ${columns} from seller where (created_at, id) < ($1::timestamptz, $2) order by created_at desc, id desc limit $3`, [madeAt, id, limit])

export const sellersAfter = (database: Queryable, after: string, limit: number): Promise<SellerRow[]> =>
  database.rows<SellerRow>(`select ${columns} from seller where id > $1 order by id limit $2`, [after, limit])

/** Makes it, or changes the one with this handle; gives nothing when all was so already. */
export const writeSeller = (database: Queryable, seller: Omit<Seller, 'house'> & { house?: boolean }): Promise<SellerRow | undefined> =>
  database.maybe<SellerRow>(`
    insert into seller (id, handle, name, about, standing, house) values ($1, $2, $3, $4, $5, $6)
    on conflict (handle) do update set name = excluded.name, about = excluded.about, standing = excluded.standing, version = seller.version + 1
      where (seller.name, seller.about, seller.standing) is distinct from (excluded.name, excluded.about, excluded.standing)
    returning ${columns}`, [seller.id, seller.handle, seller.name, seller.about, seller.standing, seller.house ?? false])

/** What the contract shows of it. */
export const shown = ({ id, handle, name, about, standing, house }: SellerRow): Seller => ({ id, handle, name, about, standing, house })
