import { hash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { anonymous, isOperator } from '@octavo/caller'
import { everything, type Cache } from '@octavo/cache'
import { failure, isFailure } from '@octavo/failure'
import { findMarket, type Market } from '@octavo/market'
import type { Part } from '@octavo/service'
import { Counter, Histogram, inRequest, type Log, type Registry } from '@octavo/telemetry'
import { apiRoutes, type Answer } from './api.ts'
import { askerOf, objects } from './asker.ts'
import { authentication, sessionToken } from './authentication.ts'
import { backOffice, type BackOffice } from './back-office.ts'
import { clientAddress } from './client-address.ts'
import { clientsOf, type Connections } from './clients.ts'
import { chooseEncoding, compress, isCompressible } from './compression.ts'
import { isReachable, type GatewayConfig } from './config.ts'
import { cors } from './cors.ts'
import { docsPage } from './openapi/docs-page.ts'
import { edgeCache, matches } from './edge-cache.ts'
import { edgeKeys, type EdgeKey } from './edge-key.ts'
import { errorPage } from './error-page.ts'
import { isUnsafe, maxBodyBytes, readCookies, type Exchange } from './exchange.ts'
import { guests } from './guest.ts'
import { idempotency } from './idempotency.ts'
import { answerMisread } from './misread.ts'
import { openApiDocument } from './openapi/document.ts'
import { account } from './operations/account.ts'
import { audit } from './operations/audit.ts'
import { basket } from './operations/basket.ts'
import { buying } from './operations/buying.ts'
import { catalogue } from './operations/catalogue.ts'
import { finding } from './operations/finding.ts'
import { operator } from './operations/operator.ts'
import { parkedEvents } from './operations/parked-events.ts'
import { shop } from './operations/shop.ts'
import { checkOrigin } from './origin-check.ts'
import { pageAnswer } from './page-answer.ts'
import { insightCookie, type Pages } from './pages.ts'
import { problemOf, refusalHeaders, retryAfterOf, sendProblem } from './problem.ts'
import { rateLimits, unlimited } from './rate-limits.ts'
import { rawMethods, rawRoute, type RawRequest } from './raw-routes.ts'
import { requestIdOf } from './request-id.ts'
import { contentSecurityPolicy, setSecurityHeaders } from './security-headers.ts'
import { staticFiles, type StaticFiles } from './static-files.ts'
import { eventStreams } from './streams.ts'
import { checkWellFormed } from './well-formed.ts'

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
  /** The folder of the built back office; absent: there is none. */
  readonly backOfficeFolder?: string
  /** The origin that card frames and confirmations come from. */
  readonly cardOrigin: string | null
  /** Whether cards are entered into Stripe's own fields. */
  readonly stripeFields: boolean
  readonly demo: boolean
  /** Whether the shop's parts can work; what is wrong when not. */
  readonly ready: () => Promise<true | string>
  readonly log: Log
  readonly metrics: Registry
  readonly version: string
}

export interface Gateway extends Part {
  /** Where the shop is reached, once started. */
  readonly url: string
  /** Where it listens on this machine, once started. */
  readonly port: number
}

/** As many come at one moment as the system lets wait (`net.core.somaxconn`), before one of them has to knock again a second later. */
const waitingConnections = 4096

/** The one public door. It owns no data: it finds out who asks, holds limits, routes, and keeps what everybody may see at the edge. */
export function createGateway(deps: GatewayDeps): Gateway {
  const { config, connections, markets, log } = deps
  const self = { kind: 'service', service: 'gateway' } as const
  const clients = clientsOf(connections, anonymous)
  const visitors = guests(deps.guestKeys)
  const sessions = authentication({ users: clientsOf(connections, self).users, guests: visitors, operatorTokens: deps.operatorTokens })
  const where = clientAddress(config)
  const limits = config.rateLimits ? rateLimits(config.redisUrl) : unlimited
  const edge = edgeCache({ maxBytes: config.edgeCacheBytes, varyByOrigin: config.corsOrigins.length > 0, https: config.publicUrl?.protocol === 'https:' })
  const keyOf = edgeKeys({ firstMarket: markets[0]?.id, oneHost: config.publicUrl !== undefined })
  const streams = eventStreams()
  const policy = contentSecurityPolicy({ scriptHashes: deps.pages?.scriptHashes ?? [], cardOrigin: deps.cardOrigin, stripeFields: deps.stripeFields })
  const route = apiRoutes(
    { ...shop(clients, markets), ...catalogue(clients), ...finding(clients), ...basket(clients), ...buying(clients), ...account(clients), ...operator(clients), ...parkedEvents(connections), ...audit(clients) },
    idempotency(deps.cache), log,
  )
  const figures = {
    requests: new Counter({ name: 'octavo_http_requests_total', help: 'Requests answered at the public door', labelNames: ['route', 'status'], registers: [deps.metrics] }),
    seconds: new Histogram({ name: 'octavo_http_request_seconds', help: 'Time to answer, seconds', labelNames: ['route'], buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5], registers: [deps.metrics] }),
    edgeHits: new Counter({ name: 'octavo_edge_cache_hits_total', help: 'Requests answered by the edge cache', registers: [deps.metrics] }),
  }
  let files: StaticFiles | undefined
  let desk: BackOffice | undefined
  let openApi: Promise<string> | undefined
  let draining = false
  let url = ''
  let port = 0
  deps.cache.onPurge((tags) => { if (tags.includes(everything)) edge.clear(); else edge.purge(tags) })

  const server: Server = createServer({
    maxHeaderSize: 16 * 1024, keepAliveTimeout: 20_000, headersTimeout: config.headMs, requestTimeout: config.requestMs, connectionsCheckingInterval: Math.min(config.headMs / 3, 10_000),
  }, (request, response) => {
    const target = request.url ?? '/'
    const requestId = requestIdOf(request)
    if (cors(request, response, config.corsOrigins)) return
    if (draining) response.setHeader('connection', 'close')
    const edgeKey = keyOf(request, target)
    // Headers given with the answer cost less than those set before it.
    if (edgeKey !== undefined && config.edgeCache && edge.serve(request, response, edgeKey.text, requestId)) { figures.edgeHits.inc(); return }
    response.setHeader('x-request-id', requestId)
    void answer(request, response, target, requestId, edgeKey)
  })
  server.on('clientError', answerMisread)

  return {
    name: 'gateway',
    get url() { return url },
    get port() { return port },
    async start() {
      await limits.start()
      if (deps.pages) files = await staticFiles(deps.pages.clientFolder)
      if (deps.backOfficeFolder !== undefined) desk = await backOffice(deps.backOfficeFolder)
      server.listen({ port: config.port, host: config.host, backlog: waitingConnections })
      await once(server, 'listening')
      port = (server.address() as AddressInfo).port
      url = config.publicUrl?.origin ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`
    },
    ready: async () => (server.listening ? true : 'not listening'),
    async drain() {
      draining = true
      if (!server.listening) return
      // Streams end and idle connections are let go; what is being answered has its time.
      const closed = new Promise<void>((resolve) => { server.close(() => resolve()) })
      streams.end()
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

  async function answer(request: IncomingMessage, response: ServerResponse, target: string, requestId: string, edgeKey: EdgeKey | undefined): Promise<void> {
    const began = performance.now()
    const at = target.indexOf('?')
    const exchange: Exchange = {
      request, response, method: request.method ?? 'GET', path: at < 0 ? target : target.slice(0, at), query: edgeKey?.query ?? (at < 0 ? '' : target.slice(at + 1)), shared: edgeKey !== undefined,
      requestId, address: where.addressOf(request), cookies: readCookies(request.headers.cookie),
      bearer: /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1], origin: '', caller: anonymous, setCookies: [],
    }
    let name = 'other'
    response.once('close', () => {
      // A connection is idle a moment after its answer.
      if (draining) setImmediate(() => server.closeIdleConnections())
      figures.requests.inc({ route: name, status: response.statusCode })
      figures.seconds.observe({ route: name }, (performance.now() - began) / 1000)
      log.debug({ method: exchange.method, path: exchange.path, status: response.statusCode, ms: Math.round(performance.now() - began), requestId: exchange.requestId }, 'answered')
    })
    // A response that breaks under a reader who has gone is nobody's business.
    response.on('error', () => {})
    try {
      checkWellFormed(request, target)
      exchange.origin = where.originOf(request)
      setSecurityHeaders(response, { https: exchange.origin.startsWith('https:') })
      await inRequest({ requestId, deadlineMs: Date.now() + 30_000 }, async () => { name = await dispatch(exchange, config.edgeCache ? edgeKey?.text : undefined) })
    } catch (error) {
      refuse(exchange, error)
    }
  }

  /** Gives the route's name, for the figures. */
  async function dispatch(exchange: Exchange, edgeKey: string | undefined): Promise<string> {
    const { request, response, method, path } = exchange
    if (method === 'OPTIONS') { options(exchange); return 'options' }
    if (readOnly.has(path) && isUnsafe(method)) throw notAllowed(method, path, ['GET'])
    if (path === '/health/live') { response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"live"}'); return 'health' }
    if (path === '/health/ready') { await health(response); return 'health' }
    if (draining) throw failure('UNAVAILABLE', 'The shop is restarting. Try again in a moment.')
    if (files && !isUnsafe(method) && (await files.serve(request, response, path))) return 'file'
    if (desk && !isUnsafe(method) && (await desk.serve(request, response, path))) return 'back-office'
    if (path.startsWith('/media/')) { await picture(exchange); return 'picture' }

    try {
      if (!exchange.shared) exchange.caller = await sessions.callerOf(exchange)
    } catch (error) {
      if (isFailure(error, 'SIGN_IN_REQUIRED')) await limits.guess(exchange.address)
      throw error
    }
    await limits.check(exchange)
    const raw = rawRoute(method, path, exchange.query)
    if (!raw?.signed) checkOrigin(exchange, config.corsOrigins)
    if (isUnsafe(method) && exchange.caller.kind === 'anonymous' && !raw?.signed && !nobodys.has(path)) becomeGuest(exchange)

    if (raw) { await pass(exchange, raw); return raw.name }
    if (path === '/api/openapi.json') {
      openApi ??= openApiDocument(deps.version).then((document) => JSON.stringify(document))
      await send(exchange, { status: 200, body: await openApi, contentType: 'application/json' })
      return 'openapi'
    }
    if (path.startsWith('/api/')) {
      if (await docsPage(path, request.headers['accept-encoding'], response)) return 'docs'
      const found = route(method, path)
      if (found === undefined) {
        if (rawMethods(path).length > 0) throw notAllowed(method, path, rawMethods(path))
        throw failure('NOT_FOUND', `There is no operation at ${path}. See /api/docs.`)
      }
      if ('allow' in found) throw notAllowed(method, path, [...found.allow, ...rawMethods(path)])
      const fill = edge.begin()
      const answered = await found.answer(exchange)
      if (edgeKey !== undefined && answered.edge && exchange.setCookies.length === 0) {
        await edge.fill(request, response, edgeKey, { body: Buffer.from(answered.body), contentType: answered.contentType, headers: {}, ...answered.edge }, fill)
      } else await send(exchange, answered)
      return found.name
    }
    if (!deps.pages) throw failure('NOT_FOUND', `There is nothing at ${path}.`)
    if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') throw notAllowed(method, path, ['GET', 'POST'])
    return page(exchange, edgeKey, deps.pages)
  }

  /** Hands a request to its service as it came. */
  async function pass(exchange: Exchange, raw: RawRequest): Promise<void> {
    const { request, response, path, requestId } = exchange
    if (!raw.long && Number(request.headers['content-length'] ?? 0) > maxBodyBytes) { request.resume(); throw failure('TOO_LARGE') }
    const onward = new URLSearchParams(exchange.query).get('callbackURL')
    if (onward !== null && !/^\/(?![/\\])/.test(onward)) throw failure('INVALID_INPUT', 'callbackURL is a path of this shop.')
    if (raw.ends) { becomeGuest(exchange); sessions.forget(sessionToken(exchange.cookies)) }
    setCookies(exchange)
    request.url = raw.url
    streams.watch(response)
    if (!(await connections[raw.service].raw(request, response, { caller: exchange.caller, requestId }))) throw failure('NOT_FOUND', `There is nothing at ${path}.`)
  }

  /** A product's picture, the same for everybody for ever, as the catalogue keeps it. */
  async function picture({ request, response, method, path, requestId }: Exchange): Promise<void> {
    if (method !== 'GET' && method !== 'HEAD') throw notAllowed(method, path, ['GET'])
    if (!(await connections.catalog.raw(request, response, { caller: anonymous, requestId }))) throw failure('NOT_FOUND', `There is nothing at ${path}.`)
  }

  function options({ response, path }: Exchange): void {
    const found = readOnly.has(path) ? { allow: ['GET'] } : path.startsWith('/api/') ? route('OPTIONS', path) : { allow: ['GET', 'POST'] }
    const allow = [...(found && 'allow' in found ? found.allow : []), ...rawMethods(path)]
    if (allow.length === 0) throw failure('NOT_FOUND', `There is no operation at ${path}. See /api/docs.`)
    response.writeHead(204, { allow: allowOf(allow) }).end()
  }

  async function page(exchange: Exchange, edgeKey: string | undefined, pages: Pages): Promise<string> {
    const { request, response, caller, requestId, origin, query } = exchange
    const wanted = new URLSearchParams(query).get('market')
    const market = findMarket(markets, wanted ?? undefined) ?? findMarket(markets, undefined)
    if (!market) throw failure('INTERNAL')
    const demo = deps.demo && !isReachable(config)
    const fill = edge.begin()
    const answered = await pageAnswer(exchange, pages, {
      caller, clients: clientsOf(connections, caller), markets, market, requestId, origin, site: url, demo, 
      ...(exchange.shared ? { asker: {}, askable: false } : { asker: askerOf(exchange), askable: !exchange.cookies.has(insightCookie) && !objects(request.headers) }),
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

  async function send({ request, response, method, setCookies: cookies }: Exchange, { status, body, contentType, retryAfterSeconds }: Omit<Answer, 'body'> & { body: string | Buffer }): Promise<void> {
    let bytes = Buffer.isBuffer(body) ? body : Buffer.from(body)
    if (cookies.length) response.setHeader('set-cookie', cookies)
    if (!response.hasHeader('cache-control')) response.setHeader('cache-control', 'no-store')
    for (const [header, value] of Object.entries(refusalHeaders(status))) response.setHeader(header, value)
    if (retryAfterSeconds !== undefined) response.setHeader('retry-after', String(retryAfterSeconds))
    const readable = method === 'GET' || method === 'HEAD'
    const encoding = isCompressible(contentType, bytes.length) ? chooseEncoding(request.headers['accept-encoding']) : 'identity'
    if (encoding !== 'identity') {
      bytes = await compress(bytes, encoding, { lasting: false })
      response.setHeader('content-encoding', encoding)
      response.appendHeader('vary', 'accept-encoding')
    }
    if (readable && status === 200) {
      const etag = `"${hash('sha1', bytes, 'base64url')}"`
      response.setHeader('etag', etag)
      if (matches(request.headers['if-none-match'], etag)) {
        response.removeHeader('content-encoding')
        response.writeHead(304).end()
        return
      }
    }
    response.writeHead(status, { 'content-type': contentType, 'content-length': bytes.length })
    response.end(method === 'HEAD' ? undefined : bytes)
  }

  function refuse(exchange: Exchange, error: unknown): void {
    const { response, request, path, requestId } = exchange
    if (!isFailure(error)) log.error({ err: error, path }, 'a request failed')
    const problem = problemOf(error, requestId)
    const more = {
      ...(retryAfterOf(error) !== undefined && { 'retry-after': String(retryAfterOf(error)) }),
      ...(isFailure(error, 'METHOD_NOT_ALLOWED') && { allow: error.data['allow'] as string }),
    }
    if (!path.startsWith('/api/') && !response.headersSent && (request.headers.accept ?? '').includes('text/html')) {
      response.writeHead(problem.status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'content-security-policy': policy, ...more }).end(errorPage(problem))
      return
    }
    sendProblem(response, problem, more)
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
}

function setCookies({ response, setCookies: cookies }: Exchange): void {
  if (cookies.length) response.setHeader('set-cookie', cookies)
}

/** What is written here belongs to no guest, so that nobody becomes one by it. */
const nobodys = new Set(['/api/search/interactions', '/privacy'])

/** The gateway's own pages. */
const readOnly = new Set(['/api/openapi.json', '/api/docs', '/health/live', '/health/ready'])

const allowOf = (methods: readonly string[]): string => [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
const notAllowed = (method: string, path: string, allow: readonly string[]) => failure('METHOD_NOT_ALLOWED', `${path} is not asked by ${method}. See /api/docs.`, { allow: allowOf(allow) })
