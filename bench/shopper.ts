import { randomUUID } from 'node:crypto'
import http from 'node:http'

export interface Reply { readonly status: number; readonly headers: http.IncomingHttpHeaders; readonly body: Buffer; readonly text: string }

const london = { name: 'Ada Reader', line1: '1 Library Lane', city: 'London', postalCode: 'N1 9GU', country: 'GB' }

/** A shopper over one kept connection who costs little to play. */
export class Shopper {
  readonly #base: URL
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  readonly #cookies = new Map<string, string>()

  constructor(base: string) { this.#base = new URL(base) }

  call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    const text = body === undefined ? undefined : JSON.stringify(body)
    return new Promise((resolve, reject) => {
      const request = http.request(new URL(path, this.#base), {
        method, agent: this.#agent,
        headers: {
          accept: 'application/json', origin: this.#base.origin, ...(text !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
          ...(this.#cookies.size && { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') }), ...headers,
        },
      }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('error', reject)
        answer.on('end', () => {
          for (const line of answer.headers['set-cookie'] ?? []) {
            const [pair = ''] = line.split(';')
            this.#cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
          }
          const bytes = Buffer.concat(parts)
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: bytes, text: bytes.toString() })
        })
      })
      request.on('error', reject)
      request.end(text)
    })
  }

  /** The parsed body of an answer that must have this status. */
  async want<Body>(status: number, method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Body> {
    const reply = await this.call(method, path, body, headers)
    if (reply.status !== status) throw new Error(`${method} ${path}: ${reply.status} ${reply.text.slice(0, 200)}`)
    return JSON.parse(reply.text) as Body
  }

  /** A basket with one copy and its quote: all but the order itself. */
  async prepare(offerId: string): Promise<Prepared> {
    const { id } = await this.want<{ id: string }>(201, 'POST', '/api/carts', {})
    await this.want(200, 'POST', `/api/carts/${id}/lines`, { offerId, quantity: 1 })
    const quote = await this.want<{ deliveryOption: string; total: unknown }>(200, 'POST', `/api/carts/${id}/quote`, { shippingAddress: london })
    return { key: randomUUID(), body: { cartId: id, email: 'ada@reader.example', shippingAddress: london, deliveryOption: quote.deliveryOption, paymentMethod: 'pm_card_visa', expectedTotal: quote.total } }
  }

  /** What the shop says at once, whatever its status; sent again it is the same checkout. */
  order({ key, body }: Prepared): Promise<Reply> {
    return this.call('POST', '/api/checkouts', body, { 'idempotency-key': key })
  }

  /** How a checkout ended, by its server-sent events. */
  async watch(checkoutId: string): Promise<Ended> {
    const { text } = await this.call('GET', `/api/checkouts/${checkoutId}/events`, undefined, { accept: 'text/event-stream' })
    const last = text.split('\n').filter((line) => line.startsWith('data:')).at(-1)
    if (last === undefined) throw new Error(`nothing was said of ${checkoutId}`)
    return JSON.parse(last.slice(5)) as Ended
  }

  /** From an empty basket to a placed order. */
  async buy(offerId: string): Promise<void> {
    await this.buyPrepared(await this.prepare(offerId))
  }

  /** From the prepared basket to a placed order. Gives how long it took, milliseconds, until it was accepted and until it was placed. */
  async buyPrepared(prepared: Prepared): Promise<{ acceptedMs: number; placedMs: number }> {
    const from = performance.now()
    const { status, text } = await this.order(prepared)
    if (status !== 202) throw new Error(`a checkout was answered ${status} ${text.slice(0, 200)}`)
    const acceptedMs = performance.now() - from
    const ended = await this.watch((JSON.parse(text) as { id: string }).id)
    if (ended.status !== 'completed') throw new Error(`a checkout ended otherwise: ${JSON.stringify(ended)}`)
    return { acceptedMs, placedMs: performance.now() - from }
  }

  close(): void { this.#agent.destroy() }
}

export interface Prepared { readonly key: string; readonly body: unknown }
export interface Ended { readonly status: string; readonly failure?: { readonly code: string } }
