import type { ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import type { PublicContract } from '@octavo/gateway/contract'
import { Cookies } from './cookies.ts'
import { eventData } from './events.ts'
import { isProblem, problemOf } from './problem.ts'
import { routes } from './routes.ts'

export { Cookies } from './cookies.ts'
export { isProblem, Problem, problemOf, type FailureCode } from './problem.ts'

export interface ClientOptions {
  /** Where the shop is, such as `https://books.example`; in a browser, the page's own when not said. */
  readonly url?: string
  /** An operator's token: sent instead of cookies. */
  readonly token?: string
  /** Who this is, where no browser keeps it: a fresh guest when not given. */
  readonly cookies?: Cookies
  /** How often a request is tried in all when it gets no answer, or is told to come again. Writes repeat their Idempotency-Key. */
  readonly tries?: number
  /** How long a try may take. */
  readonly timeoutMs?: number
  readonly fetch?: typeof fetch
}

export interface CallOptions {
  /** Makes a repeat harmless across processes too: keep it until the answer is kept. One is made when it is not given. */
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal
}

type Input<P> = P extends ContractProcedure<infer I, infer _O, infer _E, infer _M> ? InferSchemaInput<I> : never
type Output<P> = P extends ContractProcedure<infer _I, infer O, infer _E, infer _M> ? InferSchemaOutput<O> : never
type Call<P> = Record<string, never> extends Input<P> ? (input?: Input<P>, options?: CallOptions) => Promise<Output<P>> : (input: Input<P>, options?: CallOptions) => Promise<Output<P>>

export type Checkout = Output<PublicContract['getCheckout']>
export interface User { readonly id: string; readonly email: string; readonly name: string; readonly emailVerified: boolean }

/** Every operation of the public API by its name, and what is no operation of the contract. */
export type Client = { readonly [Name in keyof PublicContract]: Call<PublicContract[Name]> } & {
  signUp(input: { email: string; password: string; name: string }): Promise<{ readonly user: User }>
  /** Where an account has a second factor, a code is asked for next. */
  signIn(input: { email: string; password: string }): Promise<{ readonly user?: User; readonly twoFactorRedirect?: true }>
  /** The second step: the code from the phone, or a backup code. */
  signInWithCode(input: { code: string }): Promise<{ readonly user: User }>
  signOut(): Promise<void>
  /** A checkout as it goes on, until it is completed or failed. A stream that breaks is taken up again. */
  followCheckout(checkoutId: string, options?: Pick<CallOptions, 'signal'>): AsyncGenerator<Checkout, void>
  readonly cookies: Cookies
}

/** The page this runs in; none outside of browsers. */
const page = (globalThis as { document?: { readonly location: { readonly origin: string } } }).document

/**
 * A client of one shop. What the shop refuses is thrown as a `Problem`; what could not be reached at all, as `fetch` throws it.
 */
export function openClient({ url = page?.location.origin, token, cookies = new Cookies(), tries = 3, timeoutMs = 30_000, fetch: send = fetch }: ClientOptions = {}): Client {
  if (url === undefined) throw new TypeError('where is the shop? Give its url.')
  const { origin } = new URL(url)
  const inBrowser = page !== undefined

  const headersOf = (): Record<string, string> => {
    if (token !== undefined) return { authorization: `Bearer ${token}` }
    // A browser says both by itself, and lets nobody else say them.
    return inBrowser ? {} : { origin, ...(cookies.header && { cookie: cookies.header }) }
  }

  async function once(method: string, path: string, body: string | undefined, headers: Record<string, string>, signal: AbortSignal | undefined, limited = true): Promise<Response> {
    const signals = [...(signal ? [signal] : []), ...(limited ? [AbortSignal.timeout(timeoutMs)] : [])]
    const answer = await send(`${origin}${path}`, { method, headers: { ...headersOf(), ...headers }, credentials: 'include', ...(body !== undefined && { body }), ...(signals.length > 0 && { signal: AbortSignal.any(signals) }) })
    if (!inBrowser) cookies.take(answer)
    if (!answer.ok) throw await problemOf(answer)
    return answer
  }

  async function ask(method: string, path: string, body: unknown, { idempotencyKey, signal }: CallOptions = {}): Promise<Response> {
    const unsafe = method !== 'GET'
    const headers = { ...(unsafe && { 'idempotency-key': idempotencyKey ?? crypto.randomUUID() }), ...(body !== undefined && { 'content-type': 'application/json' }) }
    for (let tried = 1; ; tried++) {
      try {
        return await once(method, path, body === undefined ? undefined : JSON.stringify(body), headers, signal)
      } catch (error) {
        signal?.throwIfAborted()
        if (tried >= tries || !isPassing(error)) throw error
        await pause(waitMs(error, tried), signal)
      }
    }
  }

  async function* followCheckout(checkoutId: string, { signal }: Pick<CallOptions, 'signal'> = {}): AsyncGenerator<Checkout, void> {
    for (let failed = 0; ; failed++) {
      try {
        const { body } = await once('GET', `/api/checkouts/${encodeURIComponent(checkoutId)}/events`, undefined, { accept: 'text/event-stream' }, signal, false)
        if (!body) throw new TypeError('the answer has no body')
        for await (const data of eventData(body)) {
          failed = 0
          const checkout = JSON.parse(data) as Checkout
          yield checkout
          if (checkout.status === 'completed' || checkout.status === 'failed') return
        }
      } catch (error) {
        signal?.throwIfAborted()
        if (failed >= tries || !isPassing(error)) throw error
      }
      await pause(waitMs(undefined, failed), signal)
    }
  }

  const operations = Object.fromEntries(Object.entries(routes).map(([name, route]) => {
    const [method = 'GET', pattern = ''] = route.split(' ')
    return [name, async (input: Record<string, unknown> = {}, options?: CallOptions) => {
      const { path, rest } = fill(pattern, input)
      const answer = method === 'GET' || method === 'DELETE' ? await ask(method, path + queryOf(rest), undefined, options) : await ask(method, path, rest, options)
      return answer.json()
    }]
  }))

  return {
    ...operations,
    signUp: async (input: object) => (await ask('POST', '/api/auth/sign-up/email', input)).json(),
    signIn: async (input: object) => (await ask('POST', '/api/auth/sign-in/email', input)).json(),
    signInWithCode: async ({ code }: { code: string }) => (await ask('POST', `/api/auth/two-factor/${/^\d{6}$/.test(code) ? 'verify-totp' : 'verify-backup-code'}`, { code })).json(),
    signOut: async () => { await ask('POST', '/api/auth/sign-out', {}) },
    followCheckout,
    cookies,
  } as unknown as Client
}

/** Puts an input's values into a path's braces; `rest` is what has no place there. */
function fill(pattern: string, input: Record<string, unknown>): { path: string; rest: Record<string, unknown> } {
  const rest = { ...input }
  const path = pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name]
    if (typeof value !== 'string' || value === '') throw new TypeError(`${name} is missing`)
    delete rest[name]
    return encodeURIComponent(value)
  })
  return { path, rest }
}

function queryOf(values: Record<string, unknown>): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  return given.length === 0 ? '' : `?${new URLSearchParams(given.flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => [name, String(one)]))).toString()}`
}

/** What is to be waited for longer is told to whoever asked. */
const longestWaitSeconds = 5
const waitMs = (error: unknown, tried: number): number => Math.max(isProblem(error) ? (error.retryAfter ?? 0) * 1000 : 0, 100 * 2 ** tried)

/** Whether trying again may help: no answer, or one that says so. */
function isPassing(error: unknown): boolean {
  if (isProblem(error) && (error.retryAfter ?? 0) > longestWaitSeconds) return false
  if (isProblem(error)) return error.code === 'IDEMPOTENCY_KEY_IN_USE' || error.status === 429 || error.status === 502 || error.status === 503 || error.status === 504
  return error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError')
}

const pause = (ms: number, signal: AbortSignal | undefined): Promise<void> => new Promise((resolve, reject) => {
  const timer = setTimeout(resolve, ms)
  signal?.addEventListener('abort', () => { clearTimeout(timer); reject(signal.reason as Error) }, { once: true })
})
