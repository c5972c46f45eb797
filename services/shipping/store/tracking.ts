import type { Queryable } from '@octavo/database'
import type { TrackingEvent, TrackingState } from '../carrier/port.ts'

/** Notes what a carrier told; false when it was told before. */
export const keepEvent = async (sql: Queryable, { id, shipmentId, state, at }: TrackingEvent): Promise<boolean> =>
  await sql.run('insert into tracking_event (id, shipment_id, state, at) values ($1, $2, $3, $4) on conflict (id) do nothing', [id, shipmentId, state, at]) === 1

export const statesOf = async (sql: Queryable, shipmentId: string): Promise<TrackingState[]> =>
  (await sql.rows<{ state: TrackingState }>('select state from tracking_event where shipment_id = $1 order by at', [shipmentId])).map(({ state }) => state)

export const keepLabel = (sql: Queryable, shipmentId: string, svg: string, at: Date): Promise<number> =>
  sql.run('insert into label (shipment_id, svg, bought_at) values ($1, $2, $3) on conflict (shipment_id) do nothing', [shipmentId, svg, at])

export const readLabel = async (sql: Queryable, shipmentId: string): Promise<string | undefined> =>
  (await sql.maybe<{ svg: string }>('select svg from label where shipment_id = $1', [shipmentId]))?.svg
