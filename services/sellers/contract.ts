import { z } from 'zod'
import { declare } from '@octavo/failure'
import { pageInput, pageOf } from '@octavo/paging'
import { idempotent } from '@octavo/rpc'

/** The shop itself as a seller; there from the first start. */
export const houseSellerId = 'sel_house'

export const sellerSchema = z.object({
  id: z.string(),
  handle: z.string(),
  name: z.string(),
  about: z.string(),
  standing: z.enum(['good', 'suspended']),
  house: z.boolean(),
}).meta({ id: 'Seller' })
export type Seller = z.infer<typeof sellerSchema>

export const sellersContract = {
  listSellers: idempotent.input(z.object({ ...pageInput })).output(pageOf(sellerSchema)),
  getSeller: idempotent.input(z.object({ idOrHandle: z.string().max(200) })).output(sellerSchema).errors(declare('NOT_FOUND')),
  /** By id or handle; unknown ones are left out. */
  getSellers: idempotent.input(z.object({ idsOrHandles: z.array(z.string()).max(1000) })).output(z.array(sellerSchema)),
  /** Makes a seller, or changes the one with this handle. */
  putSeller: idempotent
    .input(z.object({ handle: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/).max(60), name: z.string().trim().min(1).max(120), about: z.string().max(2000).default(''), standing: z.enum(['good', 'suspended']).default('good') }))
    .output(sellerSchema).errors(declare('FORBIDDEN')),
  /** Who acts for a seller. */
  addMember: idempotent.input(z.object({ sellerId: z.string(), accountId: z.string(), role: z.enum(['owner', 'staff']) })).output(z.object({ added: z.boolean() })).errors(declare('FORBIDDEN', 'NOT_FOUND')),
  listMemberships: idempotent.input(z.object({ accountId: z.string() })).output(z.array(z.object({ sellerId: z.string(), role: z.enum(['owner', 'staff']) }))).errors(declare('FORBIDDEN')),
  snapshot: idempotent.input(z.object({ ...pageInput })).output(pageOf(sellerSchema.extend({ version: z.int() }))),
}
