import { z } from 'zod'
import { declare } from '@octavo/failure'
import { pageInput, pageOf } from '@octavo/paging'
import { idempotent, procedure } from '@octavo/rpc'

/** A level over all locations. `available` is what may still be held: on hand less reserved. */
export const levelSchema = z.object({
  stockItemId: z.string(),
  sellerId: z.string(),
  sku: z.string(),
  onHand: z.int(),
  reserved: z.int(),
  available: z.int(),
  /** Copies that may be promised before they are there, and how many of them are. */
  promiseLimit: z.int(),
  promised: z.int(),
  availableOn: z.string().nullable(),
}).meta({ id: 'StockLevel' })
export type Level = z.infer<typeof levelSchema>

/** How every step of a checkout is told apart. A lower fence than was seen is refused; an undo before its do leaves a tombstone. */
export const stepKey = { checkoutId: z.string(), attempt: z.int().min(1), fence: z.int().min(0) }

const units = z.array(z.object({ stockItemId: z.string(), units: z.int().min(1).max(1_000_000) })).min(1).max(500)

/** What moved a stock item, and by how many units. */
export const movementSchema = z.object({ id: z.string(), change: z.int(), reason: z.string(), location: z.string(), orderId: z.string().nullable(), at: z.string() })

export const reservationSchema = z.object({
  id: z.string(),
  checkoutId: z.string(),
  orderId: z.string().nullable(),
  stockItemId: z.string(),
  units: z.int(),
  /** Of them promised against copies that are not there yet. */
  promisedUnits: z.int(),
  status: z.enum(['held', 'firm', 'settled', 'fulfilled', 'released']),
  expiresAt: z.string().nullable(),
  createdAt: z.string(),
}).meta({ id: 'Reservation' })

/** What is kept of stock for a checkout, all its attempts together. `expiresAt` of what is not firm yet. */
export const auditedHoldSchema = z.object({ checkoutId: z.string(), status: z.enum(['held', 'firm', 'settled', 'none']), openUnits: z.int(), expiresAt: z.string().nullable() })
export type AuditedHold = z.infer<typeof auditedHoldSchema>

export const inventoryContract = {
  /** Makes stock items known; what is known already keeps its level. Idempotent by id. */
  registerStockItems: idempotent
    .input(z.array(z.object({ id: z.string(), sellerId: z.string(), sku: z.string(), onHand: z.int().min(0), promiseLimit: z.int().min(0).optional(), availableOn: z.string().optional() })).max(5000))
    .output(z.object({ created: z.int() })).errors(declare('FORBIDDEN')),
  getLevels: idempotent.input(z.object({ stockItemIds: z.array(z.string()).max(1000) })).output(z.array(levelSchema)),
  /** A movement at one location, the default one when none is named. `key` makes a repeat harmless. */
  adjust: procedure
    .input(z.object({ stockItemId: z.string(), change: z.int(), reason: z.string().min(1).max(200), location: z.string().optional(), key: z.string().max(400).optional() }))
    .output(levelSchema).errors(declare('NOT_FOUND', 'OUT_OF_STOCK', 'FORBIDDEN', 'INVALID_INPUT')),
  /** Holds all lines or none until `expiresAt`, which is after the checkout's own limit: until then the checkout is its timer, and gives it back once its payment is cancelled. OUT_OF_STOCK names `stockItemIds` that are short. */
  hold: idempotent.input(z.object({ ...stepKey, lines: units, expiresAt: z.string() })).output(z.object({ held: z.literal(true), promised: z.boolean() })).errors(declare('OUT_OF_STOCK', 'STALE_FENCE', 'UNDONE', 'NOT_FOUND')),
  /** Takes the expiry away: the order will be placed. CONFLICT when the hold lapsed before. */
  makeFirm: idempotent.input(z.object({ ...stepKey, orderId: z.string() })).output(z.object({ firm: z.literal(true) })).errors(declare('CONFLICT', 'STALE_FENCE', 'UNDONE')),
  /** The undo of hold and makeFirm. */
  release: idempotent.input(z.object({ ...stepKey, reason: z.string() })).output(z.object({ released: z.boolean() })).errors(declare('STALE_FENCE')),
  listReservations: idempotent.input(z.object({ ...pageInput, stockItemId: z.string().optional(), checkoutId: z.string().optional() })).output(pageOf(reservationSchema)).errors(declare('FORBIDDEN')),
  listMovements: idempotent.input(z.object({ ...pageInput, stockItemId: z.string() })).output(pageOf(movementSchema)).errors(declare('FORBIDDEN')),
  /** What is kept for checkouts: for the named ones, or a page by id of live holds begun since then. */
  audit: idempotent
    .input(z.object({ checkoutIds: z.array(z.string()).max(1000).optional(), after: z.string().max(100).default(''), since: z.iso.datetime().nullable().default(null), limit: z.int().min(1).max(1000).default(1000) }))
    .output(z.object({ holds: z.array(auditedHoldSchema), next: z.string().nullable() })).errors(declare('FORBIDDEN')),
  /** A page of stock items by id, with those whose figures contradict the ledger, the holds or the shelves. */
  auditStock: idempotent
    .input(z.object({ after: z.string().max(200).default(''), limit: z.int().min(1).max(1000).default(1000) }))
    .output(z.object({ examined: z.int(), wrong: z.array(z.object({ stockItemId: z.string(), detail: z.string() })), next: z.string().nullable() })).errors(declare('FORBIDDEN')),
  snapshot: idempotent.input(z.object({ ...pageInput })).output(pageOf(levelSchema.extend({ version: z.int() }))),
}
