import { requireOperator } from '@octavo/caller'
import type { Database } from '@octavo/database'
import { failure } from '@octavo/failure'
import type { Raw } from '@octavo/rpc'
import { Refused, type Carrier, type TrackingEvent } from './carrier/port.ts'
import { readLabel } from './store/tracking.ts'

const mostBytes = 64 * 1024

/** `POST /webhooks/carrier`: what the carrier tells of a parcel; answered once it is kept. `GET /shipments/{id}/label`: to be printed. */
export const shippingRoutes = ({ database, carrier, follow }: { database: Database; carrier: Carrier | null; follow(event: TrackingEvent): Promise<void> }): Raw => async (request, response, { caller }) => {
  const path = request.url?.split('?')[0] ?? ''
  const labelled = /^\/shipments\/([^/]{1,200})\/label$/.exec(path)?.[1]
  if (labelled !== undefined && request.method === 'GET') {
    requireOperator(caller)
    const svg = await readLabel(database, decodeURIComponent(labelled))
    if (svg === undefined) throw failure('NOT_FOUND', 'This parcel has no label. Buy one first.')
    // A picture from another company: shown alone, it runs nothing.
    response.writeHead(200, { 'content-type': 'image/svg+xml', 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox", 'cache-control': 'private, no-store', 'content-disposition': 'inline; filename="label.svg"' }).end(svg)
    return true
  }
  if (path !== '/webhooks/carrier' || request.method !== 'POST' || !carrier) return false
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > mostBytes) throw failure('TOO_LARGE')
    parts.push(part)
  }
  try {
    const event = carrier.eventIn(Buffer.concat(parts), String(request.headers['carrier-signature'] ?? ''))
    if (event) await follow(event)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify({ error: error.message }))
    return true
  }
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"received":true}')
  return true
}
