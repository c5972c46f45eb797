import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { anonymous, isOperator } from '@octavo/caller'
import { everything, type Cache } from '@octavo/cache'
import { failure, isFailure } from '@octavo/failure'
import { newId } from '@octavo/ids'
import { findMarket, type Market } from '@octavo/market'
import type { Part } from '@octavo/service'
import { Counter, Histogram, inRequest, type Log, type Registry } from '@octavo/telemetry'
import { apiRoutes, type Answer } from './api.ts'
import { authentication, sessionToken } from './authentication.ts'
import { clientAddress } from './client-address.ts'
import { clientsOf, type Connections } from './clients.ts'
import { chooseEncoding, compress, isCompressible } from './compression.ts'
import { isLoopback, type GatewayConfig } from './config.ts'
import { docsPage } from './docs-page.ts'
import { cacheKey, edgeCache } from './edge-cache.ts'
import { errorPage } from './error-page.ts'
import { isUnsafe, readCookies, type Exchange } from './exchange.ts'
import { guests } from './guest.ts'
import { idempotency } from './idempotency.ts'
import { openApiDocument } from './openapi.ts'
import { account } from './operations/account.ts'
import { basket } from './operations/basket.ts'
import { buying } from './operations/buying.ts'
import { catalogue } from './operations/catalogue.ts'
import { operator } from './operations/operator.ts'
import { parkedEvents } from './operations/parked-events.ts'
import { shop } from './operations/shop.ts'
import { checkOrigin } from './origin-check.ts'
import { pageAnswer } from './page-answer.ts'
import type { Pages } from './pages.ts'
import { problemOf, sendProblem } from './problem.ts'
import { rateLimits, unlimited } from './rate-limits.ts'
import { rawRoute } from './raw-routes.ts'
import { contentSecurityPolicy, setSecurityHeaders } from './security-headers.ts'
import { staticFiles, type StaticFiles } from './static-files.ts'

export type { Connections, ServiceName } from './clients.ts'
export { serviceNames } from './clients.ts'

export interface GatewayDeps {
  readonly config: GatewayConfig
  readonly connections: Connections
  readonly markets: readonly Market[]
  readonly cache: Cache
  readonly guestKeys: readonly [string, ...string[]]
  /** A bearer of any of these is an operator. */
  readonly operatorTokens: readonly string[]
  /** Absent: the API only. */
  readonly pages?: Pages
  /** The origin that card frames and confirmations come from. */
  readonly cardOrigin: string | null
  readonly demo: boolean
  /** Whether the shop's parts can work; what is wrong when not. */
  readonly ready: () => Promise<true | string>
  readonly log: Log
  readonly metrics: Registry
  readonly version: string
}

export interface Gateway extends Part {
  /** Where it listens, once started. */
  readonly url: string
}

/** The one public door. It owns no data: it finds out who asks, holds limits, routes, and keeps what everybody may see at the edge. */
export function createGateway(deps: GatewayDeps): Gateway {
  const { config, connections, markets, log } = deps
  const self = { kind: 'service', service: 'gateway' } as const
  const clients = clientsOf(connections, anonymous)
  const visitors = guests(deps.guestKeys)
  const sessions = authentication({ users: clientsOf(connections, self).users, guests: visitors, operatorTokens: deps.operatorTokens })
  const where = clientAddress(config.trustedProxies, config.publicUrl)
  const limits = config.rateLimits ? rateLimits(config.redisUrl) : unlimited
  const edge = edgeCache({ maxBytes: config.edgeCacheBytes })
  const keys = new Map<string, string | null>()
  const policy = contentSecurityPolicy({ scriptHashes: deps.pages?.scriptHashes ?? [], cardOrigin: deps.cardOrigin })
  const route = apiRoutes(
    { ...shop(clients, markets), ...catalogue(clients), ...basket(clients), ...buying(clients), ...account(clients), ...operator(clients), ...parkedEvents(connections) },
    idempotency(deps.cache), log,
  )
  const figures = {
    requests: new Counter({ name: 'octavo_http_requests_total', help: 'Requests answered at the public door', labelNames: ['route', 'status'], registers: [deps.metrics] }),
    seconds: new Histogram({ name: 'octavo_http_request_seconds', help: 'Time to answer, seconds', labelNames: ['route'], buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5], registers: [deps.metrics] }),
    edgeHits: new Counter({ name: 'octavo_edge_cache_hits_total', help: 'Requests answered by the edge cache', registers: [deps.metrics] }),
  }
  let files: StaticFiles | undefined
  let openApi: Promise<string> | undefined
  let draining = false
  let url = ''
  deps.cache.onPurge((tags) => { if (tags.includes(everything)) edge.clear(); else edge.purge(tags) })

  const server: Server = createServer({ maxHeaderSize: 16 * 1024, keepAliveTimeout: 20_000, headersTimeout: 15_000, requestTimeout: 120_000 }, (request, response) => {
    const target = request.url ?? '/'
    const edgeKey = edgeKeyOf(request, target)
    if (edgeKey !== undefined && edge.serve(request, response, edgeKey)) { figures.edgeHits.inc(); return }
    void answer(request, response, target, edgeKey)
  })

  return {
    name: 'gateway',
    get url() { return url },
    async start() {
      if (deps.pages) files = await staticFiles(deps.pages.clientFolder)
      server.listen(config.port, config.host)
      await once(server, 'listening')
      const { port } = server.address() as AddressInfo
      url = config.publicUrl?.origin ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`
    },
    ready: async () => (server.listening ? true : 'not listening'),
    async drain() {
      draining = true
      if (!server.listening) return
      // Streams and idle connections are let go after what is being answered has had its time.
      const closed = new Promise<void>((resolve) => { server.close(() => resolve()) })
      server.closeIdleConnections()
      const cut = setTimeout(() => server.closeAllConnections(), 3000)
      await closed
      clearTimeout(cut)
    },
    async stop() {
      server.closeAllConnections()
      await limits.close()
    },
  }

  /** The key under which the edge may have an answer; undefined when this request is not one it answers. */
  function edgeKeyOf(request: IncomingMessage, target: string): string | undefined {
    if (!config.edgeCache || (request.method !== 'GET' && request.method !== 'HEAD') || request.headers.authorization !== undefined) return undefined
    let key = keys.get(target)
    if (key === undefined) {
      const at = target.indexOf('?')
      key = (at < 0 ? cacheKey(target, '') : cacheKey(target.slice(0, at), target.slice(at + 1))) ?? null
      if (keys.size > 5000) keys.clear()
      keys.set(target, key)
    }
    return key ?? undefined
  }

  async function answer(request: IncomingMessage, response: ServerResponse, target: string, edgeKey: string | undefined): Promise<void> {
    const began = performance.now()
    const at = target.indexOf('?')
    const exchange: Exchange = {
      request, response, method: request.method ?? 'GET', path: at < 0 ? target : target.slice(0, at), query: at < 0 ? '' : target.slice(at + 1),
      requestId: newId('req'), address: where.addressOf(request), origin: where.originOf(request), cookies: readCookies(request.headers.cookie),
      bearer: /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1], caller: anonymous, setCookies: [],
    }
    setSecurityHeaders(response, { requestId: exchange.requestId, https: exchange.origin.startsWith('https:') })
    let name = 'other'
    response.once('close', () => {
      figures.requests.inc({ route: name, status: response.statusCode })
      figures.seconds.observe({ route: name }, (performance.now() - began) / 1000)
      log.debug({ method: exchange.method, path: exchange.path, status: response.statusCode, ms: Math.round(performance.now() - began), requestId: exchange.requestId }, 'answered')
    })
    try {
      await inRequest({ requestId: exchange.requestId, deadlineMs: Date.now() + 30_000 }, async () => { name = await dispatch(exchange, edgeKey) })
    } catch (error) {
      refuse(exchange, error)
    }
  }

  /** Gives the route's name, for the figures. */
  async function dispatch(exchange: Exchange, edgeKey: string | undefined): Promise<string> {
    const { request, response, method, path } = exchange
    if (path === '/health/live') { response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"live"}'); return 'health' }
    if (path === '/health/ready') { await health(response); return 'health' }
    if (draining) throw failure('UNAVAILABLE', 'The shop is restarting. Try again in a moment.')
    if (cors(exchange)) return 'cors'
    if (files && !isUnsafe(method) && (await files.serve(request, response, path))) return 'file'

    exchange.caller = await sessions.callerOf(exchange)
    await limits.check(exchange)
    const raw = rawRoute(method, path, exchange.query)
    if (!raw?.signed) checkOrigin(exchange, config.corsOrigins)
    if (isUnsafe(method) && exchange.caller.kind === 'anonymous' && !raw?.signed) becomeGuest(exchange)

    if (raw) {
      if (raw.ends) { becomeGuest(exchange); sessions.forget(sessionToken(exchange.cookies)) }
      setCookies(exchange)
      request.url = raw.url
      const { caller, requestId } = exchange
      if (!(await connections[raw.service].raw(request, response, { caller, requestId }))) throw failure('NOT_FOUND', `There is nothing at ${path}.`)
      return raw.name
    }
    if (path === '/api/openapi.json') {
      openApi ??= openApiDocument(deps.version).then((document) => JSON.stringify(document))
      await send(exchange, { status: 200, body: await openApi, contentType: 'application/json' })
      return 'openapi'
    }
    if (path.startsWith('/api/')) {
      if (await docsPage(path, response)) return 'docs'
      const found = route(method, path)
      if (found === undefined) throw failure('NOT_FOUND', `There is no operation at ${path}. See /api/docs.`)
      if (found === 'wrong-method') throw failure('NOT_FOUND', `${method} is not an operation of ${path}. See /api/docs.`)
      const fill = edge.begin()
      const answered = await found.answer(exchange)
      if (edgeKey !== undefined && answered.edge && exchange.setCookies.length === 0) {
        await edge.fill(request, response, edgeKey, { body: Buffer.from(answered.body), contentType: answered.contentType, headers: {}, ...answered.edge }, fill)
      } else await send(exchange, answered)
      return found.name
    }
    if (!deps.pages) throw failure('NOT_FOUND', `There is nothing at ${path}.`)
    return page(exchange, edgeKey, deps.pages)
  }

  async function page(exchange: Exchange, edgeKey: string | undefined, pages: Pages): Promise<string> {
    const { request, response, caller, requestId, origin, query } = exchange
    const wanted = new URLSearchParams(query).get('market')
    const market = findMarket(markets, wanted ?? undefined) ?? findMarket(markets, undefined)
    if (!market) throw failure('INTERNAL')
    const demo = deps.demo && isLoopback(config.host)
    const fill = edge.begin()
    const answered = await pageAnswer(exchange, pages, {
      // A page that the edge keeps is made for nobody in particular.
      caller, clients: clientsOf(connections, caller), markets, market, requestId, origin, demo,
      outbox: demo || isOperator(caller) ? clientsOf(connections, { kind: 'operator' }).notifications : null,
    }, policy)
    if (edgeKey !== undefined && answered.edge && exchange.setCookies.length === 0) {
      await edge.fill(request, response, edgeKey, { body: answered.body, contentType: answered.contentType, headers: answered.headers, ...answered.edge }, fill)
      return 'page'
    }
    setCookies(exchange)
    for (const [header, value] of Object.entries(answered.headers)) response.setHeader(header, value)
    await send(exchange, answered)
    return 'page'
  }

  async function send({ request, response, method, setCookies: cookies }: Exchange, { status, body, contentType }: Omit<Answer, 'body'> & { body: string | Buffer }): Promise<void> {
    let bytes = Buffer.isBuffer(body) ? body : Buffer.from(body)
    if (cookies.length) response.setHeader('set-cookie', cookies)
    if (!response.hasHeader('cache-control')) response.setHeader('cache-control', 'no-store')
    if (status === 429 || status === 503) response.setHeader('retry-after', '1')
    const encoding = isCompressible(contentType, bytes.length) ? chooseEncoding(request.headers['accept-encoding']) : 'identity'
    if (encoding !== 'identity') {
      bytes = await compress(bytes, encoding, { lasting: false })
      response.setHeader('content-encoding', encoding)
      response.setHeader('vary', 'accept-encoding')
    }
    response.writeHead(status, { 'content-type': contentType, 'content-length': bytes.length })
    response.end(method === 'HEAD' ? undefined : bytes)
  }

  function refuse(exchange: Exchange, error: unknown): void {
    const { response, request, path, requestId } = exchange
    if (!isFailure(error)) log.error({ err: error, path }, 'a request failed')
    const problem = problemOf(error, requestId)
    const retryAfter = isFailure(error, 'RATE_LIMITED') ? { 'retry-after': String(Number(error.data['retryAfterSeconds'] ?? 1)) } : {}
    if (!path.startsWith('/api/') && !response.headersSent && (request.headers.accept ?? '').includes('text/html')) {
      response.writeHead(problem.status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'content-security-policy': policy, ...retryAfter }).end(errorPage(problem))
      return
    }
    sendProblem(response, problem, retryAfter)
  }

  function becomeGuest(exchange: Exchange): void {
    const { guestId, setCookie } = visitors.make(exchange.origin.startsWith('https:'))
    exchange.setCookies.push(setCookie)
    exchange.caller = { kind: 'guest', guestId }
  }

  async function health(response: ServerResponse): Promise<void> {
    const ready = draining ? 'draining' : await deps.ready()
    response.writeHead(ready === true ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(ready === true ? { status: 'ready' } : { status: 'not ready', why: ready }))
  }

  /** Off unless configured. True when the request was a preflight and is answered. */
  function cors({ request, response, method }: Exchange): boolean {
    const { origin } = request.headers
    if (origin === undefined || !config.corsOrigins.includes(origin)) return false
    response.setHeader('access-control-allow-origin', origin)
    response.setHeader('access-control-allow-credentials', 'true')
    response.setHeader('vary', 'origin')
    if (method !== 'OPTIONS') return false
    response.writeHead(204, { 'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE', 'access-control-allow-headers': 'content-type, idempotency-key, authorization', 'access-control-max-age': '600' }).end()
    return true
  }
}

function setCookies({ response, setCookies: cookies }: Exchange): void {
  if (cookies.length) response.setHeader('set-cookie', cookies)
}

