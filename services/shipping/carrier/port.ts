import type { Address } from '@octavo/address'

/** Where a parcel stands with its carrier, in the order it usually goes. `returned` and `lost` are ends as `delivered` is. */
export const trackingStates = ['label_created', 'picked_up', 'in_transit', 'out_for_delivery', 'delivered', 'returned', 'lost'] as const
export type TrackingState = (typeof trackingStates)[number]

export interface Label {
  readonly trackingNumber: string
  /** To be printed: SVG, 100 by 150 mm. */
  readonly svg: string
}

export interface TrackingEvent {
  /** The carrier's own: the same event may come more than once, and in any order. */
  readonly id: string
  /** Ours, as the label was asked for. */
  readonly shipmentId: string
  readonly trackingNumber: string
  readonly state: TrackingState
  /** RFC 3339. */
  readonly at: string
}

/** A carrier that parcels are handed to. */
export interface Carrier {
  /** As parcels name it. */
  readonly name: string
  /**
   * Buys a label. The same parcel asked for again is the same label, so that an unanswered call may be repeated.
   * @throws UNAVAILABLE when it does not answer; INVALID_INPUT when it does not take the parcel
   */
  buyLabel(parcel: { readonly shipmentId: string; readonly address: Address; readonly service: string }): Promise<Label>
  /**
   * What the carrier's call to us says; undefined for what is no news of a parcel.
   * @throws {Refused} when it is not the carrier's
   */
  eventIn(body: Buffer, signature: string): TrackingEvent | undefined
}

/** Signed by nobody we know, or long ago. */
export class Refused extends Error {
  override readonly name = 'Refused'
}
