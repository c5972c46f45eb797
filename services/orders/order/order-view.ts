import { money } from '@octavo/money'
import type { z } from 'zod'
import type { Order, orderSummarySchema } from '../contract.ts'
import type { StoredOrder } from '../store/orders.ts'
import type { AgreedLine } from './agreed.ts'
import { toSend, totalOf } from './refund.ts'
import { cancelled, standingOf } from './standing.ts'
import type { TaxRate } from '../tax/rate.ts'

/** An order as the API tells it. */
export function orderView({ id, number, checkoutId, status, email, promised, paymentRefused, onAccount, agreed, version, placedAt, parcels, refunds }: StoredOrder): Order {
  const of = (amountMinor: number) => money(amountMinor, agreed.currency)
  const line = (one: AgreedLine): Order['lines'][number] => ({
    id: one.id, offerId: one.offerId, productId: one.productId, variantId: one.variantId, handle: one.handle, title: one.title, ...(one.author === undefined ? {} : { author: one.author }),
    format: one.format, condition: one.condition, digital: one.digital, quantity: one.quantity, unitPrice: of(one.unitPriceMinor), discount: of(one.discountMinor), tax: of(one.taxMinor), paid: of(one.paidMinor),
    taxRateBasisPoints: basisPoints(one.rate), cover: one.cover,
  })
  const standing = status === 'cancelled' ? cancelled(agreed) : standingOf(toSend(agreed, refunds), parcels)
  return {
    id, number, checkoutId, status, email, market: agreed.market,
    shippingAddress: agreed.shippingAddress, deliveryOption: agreed.deliveryOption, deliveryLabel: agreed.deliveryLabel, promisedBy: agreed.promisedBy,
    lines: agreed.lines.map(line),
    subOrders: agreed.subOrders.map((part) => ({
      id: part.id, sellerId: part.sellerId, sellerName: part.sellerName, status: standing.subOrders.get(part.id) ?? 'placed',
      lines: agreed.lines.filter((one) => one.subOrderId === part.id).map(line),
      delivery: of(part.deliveryMinor), deliveryTax: of(part.deliveryTaxMinor), discount: of(part.discountMinor), tax: of(part.taxMinor),
      taxes: part.taxes.map((tax) => ({ name: tax.rate.name, rateBasisPoints: basisPoints(tax.rate), rateMillionths: tax.rate.rateMillionths, base: of(tax.baseMinor), tax: of(tax.taxMinor) })),
      total: of(part.totalMinor),
      shipments: parcels.filter((parcel) => parcel.subOrderId === part.id).map((parcel) => ({
        id: parcel.id, status: parcel.delivered ? 'delivered' as const : 'dispatched' as const, carrier: parcel.carrier, trackingNumber: parcel.trackingNumber, dispatchedAt: new Date(parcel.dispatchedAt).toISOString(),
        tracking: (parcel.tracking ?? []).map(({ state, at }) => ({ state, at: new Date(at).toISOString() })),
      })),
    })),
    adjustments: agreed.adjustments.map(({ kind, label, amountMinor }) => ({ kind, label, amount: of(amountMinor) })),
    subtotal: of(agreed.subtotalMinor), discount: of(agreed.discountMinor), delivery: of(agreed.deliveryMinor), tax: of(agreed.taxMinor), taxIncluded: agreed.taxIncluded, total: of(agreed.totalMinor),
    refunds: refunds.map((refund) => ({
      id: refund.id, status: refund.status, amount: of(totalOf(refund)), reason: refund.reason, detail: refund.detail, at: new Date(refund.at).toISOString(),
      lines: refund.lines.map(({ lineId, quantity, amountMinor, restock, unsent = false }) => ({ lineId, quantity, amount: of(amountMinor), restock, unsent })),
      deliveries: refund.deliveries.map(({ subOrderId, amountMinor }) => ({ subOrderId, amount: of(amountMinor) })),
    })),
    promised, paymentRefused, onAccount, placedAt: placedAt.toISOString(), version,
  }
}

/** What a list shows of it. */
export function orderSummary({ id, number, checkoutId, status, email, agreed, placedAt }: StoredOrder): z.infer<typeof orderSummarySchema> {
  return {
    id, number, checkoutId, status, email, market: agreed.market, total: money(agreed.totalMinor, agreed.currency), placedAt: placedAt.toISOString(),
    itemCount: agreed.lines.reduce((count, line) => count + line.quantity, 0), titles: agreed.lines.map((line) => line.title),
  }
}

const basisPoints = ({ rateMillionths }: TaxRate): number => Math.round(rateMillionths / 100)
