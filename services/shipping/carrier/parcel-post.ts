import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from '@octavo/clock'
import { failure } from '@octavo/failure'
import { Refused, trackingStates, type Carrier } from './port.ts'

export interface ParcelPostOptions {
  readonly url: URL
  readonly key: string
  readonly webhookSecret: string
  readonly clock: Clock
}

const timeoutMs = 8_000
/** An event is not believed longer after it was signed: nobody replays an old one. */
const oldestSeconds = 300
const labelSchema = z.object({ trackingNumber: z.string().min(1).max(100) })
const eventSchema = z.object({ id: z.string().min(1).max(200), trackingNumber: z.string().min(1).max(100), reference: z.string().max(200), state: z.enum(trackingStates), at: z.iso.datetime() })

/** The carrier that `stand-ins/carrier` plays: labels by HTTP, events by webhooks signed with HMAC-SHA256. */
export function parcelPost({ url, key, webhookSecret, clock }: ParcelPostOptions): Carrier {
  async function ask(path: string, body?: object): Promise<Response> {
    const answer = await fetch(new URL(path, url), {
      method: body ? 'POST' : 'GET', headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' }, ...(body && { body: JSON.stringify(body) }), signal: AbortSignal.timeout(timeoutMs),
    }).catch(() => { throw failure('UNAVAILABLE', unreached) })
    if (answer.ok) return answer
    await answer.body?.cancel()
    throw answer.status >= 500 || answer.status === 429 ? failure('UNAVAILABLE', unreached) : failure('INVALID_INPUT', `The carrier does not take this parcel (${answer.status}). Look at its address.`)
  }

  return {
    name: 'Parcel Post',
    async buyLabel({ shipmentId, address, service }) {
      const { name, line1, line2, city, region, postalCode, country } = address
      const to = [name, line1, line2, [city, region].filter(Boolean).join(', '), postalCode, country].filter((line) => line !== undefined && line !== '')
      const { trackingNumber } = labelSchema.parse(await (await ask('/v1/labels', { reference: shipmentId, service, to })).json())
      return { trackingNumber, svg: await (await ask(`/v1/parcels/${encodeURIComponent(trackingNumber)}/label.svg`)).text() }
    },
    eventIn(body, signature) {
      const [, at = '', given = ''] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(signature) ?? []
      const right = createHmac('sha256', webhookSecret).update(`${at}.`).update(body).digest()
      if (given === '' || !timingSafeEqual(right, Buffer.from(given, 'hex'))) throw new Refused('the signature is not the carrier\'s')
      if (Math.abs(clock.now().getTime() / 1000 - Number(at)) > oldestSeconds) throw new Refused('the signature is too old')
      const read = eventSchema.safeParse(parsed(body))
      if (!read.success) return undefined
      const { reference, ...event } = read.data
      return { ...event, shipmentId: reference }
    },
  }
}

const unreached = 'The carrier does not answer right now. Try again in a moment, or send the parcel with a tracking number of your own.'

function parsed(body: Buffer): unknown {
  try { return JSON.parse(body.toString()) } catch { return undefined }
}
