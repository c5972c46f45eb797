import type { Caller } from '@octavo/caller'
import { newId } from '@octavo/ids'
import type { Market } from '@octavo/market'
import type { Asker } from '@octavo/search/contract'
import type { Clients } from './clients.ts'

export type { Clients } from './clients.ts'

/** Who a guest is, signed. A page that ends a session ends this too: whoever comes next is another guest. */
export const guestCookie = 'octavo_guest'

/** A browser whose owner agreed that search notes what is done with its results: a random id, and nothing else; `no` where they did not. */
export const insightCookie = 'octavo_insight'
const halfYearSeconds = 182 * 24 * 3600

/** The cookie to set for what somebody said. */
export const insightAnswer = (agrees: boolean, secure: boolean): string =>
  `${insightCookie}=${agrees ? newId('cli') : 'no'}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${halfYearSeconds}${secure ? '; Secure' : ''}`

/** What a page knows of its request. Clients ask on behalf of whoever asked for the page. */
export interface PageLocals {
  readonly caller: Caller
  readonly clients: Clients
  readonly markets: readonly Market[]
  /** The one named in the URL, else the first. */
  readonly market: Market
  readonly requestId: string
  /** What search may note of who asks; nobody in particular on a page that is kept for others. */
  readonly asker: Asker
  /** Whether they may be asked to agree: who said so or no already, and whose browser objects for them, is not. */
  readonly askable: boolean
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
