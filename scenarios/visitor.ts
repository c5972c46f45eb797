import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Cart } from '@octavo/cart/contract'
import type { Product } from '@octavo/catalog/contract'
import type { Checkout, Order, Quote } from '@octavo/orders/contract'

/** Where the stories are told, and by whose word the operator speaks. */
export interface Stage {
  readonly url: string
  readonly operatorToken: string
}

export interface Reply<Body> { readonly status: number; readonly headers: Headers; readonly body: Body }

export const london = { name: 'Ada Reader', line1: '1 Library Lane', city: 'London', postalCode: 'N1 9GU', country: 'GB' }

/** Somebody with a browser of their own: keeps cookies, says where requests come from, and asks nothing but the public API. */
export class Visitor {
  readonly #cookies = new Map<string, string>()
  readonly stage: Stage

  constructor(stage: Stage) { this.stage = stage }

  /** A reply whatever its status; a broken connection throws. */
  async call<Body = Record<string, unknown>>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply<Body>> {
    const answer = await fetch(new URL(path, this.stage.url), {
      method, redirect: 'manual',
      headers: {
        accept: 'application/json', origin: new URL(this.stage.url).origin, cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body !== undefined && { 'content-type': 'application/json' }), ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      if (/max-age=0/i.test(line)) this.#cookies.delete(pair.slice(0, at))
      else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, body: (text !== '' && /json/.test(answer.headers.get('content-type') ?? '') ? JSON.parse(text) : text) as Body }
  }

  /** The body of an answer with this status; any other fails the story and says what came. */
  async want<Body = Record<string, unknown>>(status: number, method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Body> {
    const reply = await this.call<Body>(method, path, body, headers)
    assert.equal(reply.status, status, `${method} ${path}: ${JSON.stringify(reply.body).slice(0, 600)}`)
    return reply.body
  }

  operator<Body = Record<string, unknown>>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Body> {
    return new Visitor(this.stage).want<Body>(200, method, `/api/operator${path}`, body, { authorization: `Bearer ${this.stage.operatorToken}`, ...headers })
  }

  /** A basket with these offers, quoted for the cheapest delivery. */
  async fillBasket(...offers: readonly { offerId: string; quantity?: number }[]): Promise<{ cart: Cart; quote: Quote }> {
    const { id } = await this.want<Cart>(201, 'POST', '/api/carts', {})
    let cart: Cart | undefined
    for (const { offerId, quantity = 1 } of offers) cart = await this.want<Cart>(200, 'POST', `/api/carts/${id}/lines`, { offerId, quantity })
    assert.ok(cart)
    const quote = await this.want<Quote>(200, 'POST', `/api/carts/${id}/quote`, { shippingAddress: london })
    return { cart, quote }
  }

  checkOut({ quote, paymentMethod = 'pm_card_visa', email = 'ada@reader.example', saveCard = false, key = randomUUID() }: { quote: Quote; paymentMethod?: string; email?: string; saveCard?: boolean; key?: string }): Promise<Reply<Checkout>> {
    return this.call<Checkout>('POST', '/api/checkouts', {
      cartId: quote.cartId, email, shippingAddress: london, deliveryOption: quote.deliveryOption, paymentMethod, expectedTotal: quote.total, ...(saveCard && { saveCard }),
    }, { 'idempotency-key': key })
  }

  /** Follows a checkout by its event stream until it is where the story wants it. */
  async follow(checkoutId: string, until: (checkout: Checkout) => boolean = ({ status }) => status === 'completed' || status === 'failed'): Promise<Checkout> {
    const giveUp = AbortSignal.timeout(30_000)
    const answer = await fetch(new URL(`/api/checkouts/${checkoutId}/events`, this.stage.url), { signal: giveUp, headers: { accept: 'text/event-stream', cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') } })
    assert.equal(answer.status, 200, `the stream of ${checkoutId}`)
    let seen = ''
    for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) {
      seen += Buffer.from(part).toString()
      const events = seen.split('\n\n')
      seen = events.pop() ?? ''
      for (const event of events) {
        const data = event.split('\n').filter((line) => line.startsWith('data:')).map((line) => line.slice(5)).join('\n')
        if (data === '') continue
        const checkout = JSON.parse(data) as Checkout
        if (until(checkout)) return checkout
      }
    }
    // The stream ends with the checkout; what it ended with is read once more.
    return this.want<Checkout>(200, 'GET', `/api/checkouts/${checkoutId}`)
  }

  async buy(...offers: readonly { offerId: string; quantity?: number }[]): Promise<Order> {
    const { quote } = await this.fillBasket(...offers)
    const accepted = await this.checkOut({ quote })
    assert.equal(accepted.status, 202, JSON.stringify(accepted.body))
    const ended = await this.follow(accepted.body.id)
    assert.equal(ended.status, 'completed', JSON.stringify(ended))
    return this.want<Order>(200, 'GET', `/api/orders/${ended.orderId}`)
  }
}

export interface Found { readonly offerId: string; readonly product: Product; readonly unitPrice: { readonly amountMinor: number; readonly currency: string } }

/** Printed offers with stock, each of another product, with at least this many copies. */
export async function offersInStock(visitor: Visitor, count: number, copies = 50): Promise<Found[]> {
  const found: Found[] = []
  const { items } = await visitor.want<{ items: { id: string }[] }>(200, 'GET', '/api/products?limit=40')
  for (const { id } of items) {
    if (found.length === count) break
    const product = await visitor.want<Product>(200, 'GET', `/api/products/${id}`)
    const variant = product.variants.find(({ digital, offers }) => !digital && offers.some(({ availability, seller }) => availability === 'in_stock' && seller.handle === 'house'))
    const offer = variant?.offers.find(({ availability, seller }) => availability === 'in_stock' && seller.handle === 'house')
    if (!offer) continue
    const stock = await visitor.operator<{ available: number }>('GET', `/stock/${offer.id}`)
    if (stock.available < copies) await visitor.operator('POST', `/stock/${offer.id}`, { change: copies - stock.available, reason: 'a story needs them' })
    found.push({ offerId: offer.id, product, unitPrice: offer.price })
  }
  assert.equal(found.length, count, 'enough offers in stock')
  return found
}
