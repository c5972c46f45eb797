import type { ServerResponse } from 'node:http'
import { isOperator, ownerOf } from '@octavo/caller'
import { failure } from '@octavo/failure'
import type { Raw } from '@octavo/rpc'
import type { Checkout as CheckoutView } from './contract.ts'
import type { Checkout } from './checkout/checkout.ts'
import type { Live } from './live/hub.ts'

export interface StreamDeps {
  readonly live: Live
  /** One that runs in this process: it need not be read. */
  known(checkoutId: string): Checkout | undefined
  read(checkoutId: string): Promise<Checkout | undefined>
  view(checkout: Checkout): CheckoutView
}

const heartbeatMs = 15_000
/** Should every notification be lost, a page still learns the truth this soon. */
const lookAgainMs = 3_000

/**
 * `GET /checkouts/{id}/events`: a checkout as server-sent events, for its owner. Each `data` is the checkout as the API tells it; the
 * stream ends with the end. `close` ends all streams, so that a process can stop: browsers come back by themselves.
 */
export function checkoutStreams({ live, known, read, view }: StreamDeps): { raw: Raw; close(): void } {
  const open = new Set<() => void>()

  const raw: Raw = async (request, response, { caller }) => {
    const [, checkoutId] = /^\/checkouts\/([^/?]+)\/events(?:\?.*)?$/.exec(request.url ?? '') ?? []
    if (!checkoutId || request.method !== 'GET') return false
    // Watched before it is read, so that nothing moves unseen in between.
    let moved: CheckoutView | undefined
    let elsewhere = false
    let show = (now: CheckoutView | undefined): void => {
      if (now) moved = now
      else elsewhere = true
    }
    const unwatch = live.watch(checkoutId, (now) => show(now))
    const checkout = known(checkoutId) ?? await read(checkoutId).catch((error: unknown) => { unwatch(); throw error })
    if (!checkout || !(isOperator(caller) || checkout.owner === ownerOf(caller))) {
      unwatch()
      throw failure('NOT_FOUND')
    }
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    show = follow(checkoutId, moved ?? view(checkout), response, unwatch)
    if (elsewhere) show(undefined)
    return true
  }

  /** Shows it until it ends; gives what is to be called when it moved, without what it is now where that has to be read. */
  function follow(checkoutId: string, first: CheckoutView, response: ServerResponse, unwatch: () => void): (now: CheckoutView | undefined) => void {
    let last = ''
    let reading = false
    function show(now: CheckoutView): void {
      const text = JSON.stringify(now)
      if (text === last || response.writableEnded) return
      last = text
      response.write(`data: ${text}\n\n`)
      if (now.status === 'completed' || now.status === 'failed') end()
    }
    async function look(): Promise<void> {
      if (reading) return
      reading = true
      const found = await read(checkoutId).catch(() => undefined)
      reading = false
      if (found) show(view(found))
    }
    const heartbeat = setInterval(() => response.write(':\n\n'), heartbeatMs)
    const again = setInterval(() => void look(), lookAgainMs)
    function end(): void {
      unwatch()
      clearInterval(heartbeat)
      clearInterval(again)
      open.delete(end)
      response.end()
    }
    open.add(end)
    response.once('close', end)
    if (response.destroyed) end()
    else show(first)
    return (now) => (now ? show(now) : void look())
  }

  return { raw, close: () => { for (const end of open) end() } }
}
