import type { Caller } from '@octavo/caller'
import type { Market } from '@octavo/market'
import type { Clients } from './clients.ts'

export type { Clients } from './clients.ts'

/** Who a guest is, signed. A page that ends a session ends this too: whoever comes next is another guest. */
export const guestCookie = 'octavo_guest'

/** What a page knows of its request. Clients ask on behalf of whoever asked for the page. */
export interface PageLocals {
  readonly caller: Caller
  readonly clients: Clients
  readonly markets: readonly Market[]
  /** The one named in the URL, else the first. */
  readonly market: Market
  readonly requestId: string
  /** Scheme and host the shopper sees. */
  readonly origin: string
  /** The shop's own address, the same whoever asks and by whatever name: what a cached page may say of itself. */
  readonly site: string
  /** Whether the demo's conveniences (its outbox, its test cards) are shown to this visitor. */
  readonly demo: boolean
  /** Mails kept in the shop, for operators, and in the demo on loopback for anyone; null for everybody else. */
  readonly outbox: Clients['notifications'] | null
}

/**
 * A built site: files that never change under their names, and pages made on request. A page that holds nothing personal says so with
 * `Surrogate-Control: max-age=SECONDS` and names what it shows with `Surrogate-Key`; the edge then keeps it.
 */
export interface Pages {
  /** Folder of files for browsers, served below `/`. */
  readonly clientFolder: string
  /** Of every inline script the pages have, as CSP wants them: `sha256-…`. */
  readonly scriptHashes: readonly string[]
  render(request: Request, locals: PageLocals): Promise<Response>
}
