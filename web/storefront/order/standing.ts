export interface Standing {
  readonly status: string
  readonly paymentRefused: boolean
  readonly refunds: readonly { readonly status: string }[]
  readonly subOrders: readonly { readonly status: string; readonly shipments: readonly { readonly status: string; readonly trackingNumber: string | null; readonly tracking: readonly unknown[] }[] }[]
}

/** Where an order stands, as one word to compare: what its page shows and what may change while somebody looks at it. */
export const standingOf = ({ status, paymentRefused, refunds, subOrders }: Standing): string =>
  [status, paymentRefused ? 'refused' : '', ...refunds.map((refund) => refund.status), ...subOrders.map((part) => [part.status, ...part.shipments.map((shipment) => `${shipment.status}${shipment.trackingNumber ?? ''}${shipment.tracking.length}`)].join('+'))].join(' ')
