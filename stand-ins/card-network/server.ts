import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

export interface Asked {
  method: string
  path: string
  query: string
  headers: IncomingHttpHeaders
  body: string
}

/** An answer, or none: `drop` closes the connection, `hang` leaves it open in silence. */
export type Answer = { status: number; headers: Record<string, string>; body: string } | 'drop' | 'hang'

export interface Desks {
  api: (asked: Asked) => Promise<Answer>
  control: (asked: Asked) => Answer
  pages: (asked: Asked) => Answer
}

const maxBodyBytes = 256 * 1024
/** Longer than clients keep a connection, so that none is closed under a request on its way. */
const keepAliveMs = 75_000

/** Listens for the API, the pages and the tests' control. Only names of this machine are answered, so that no other site's name can be pointed here. */
export function cardNetworkServer({ api, control, pages }: Desks, onBug: (error: unknown) => void): Server {
  return createServer({ keepAliveTimeout: keepAliveMs }, (request, response) => {
    answer(request).then((given) => send(response, given), (error: unknown) => {
      onBug(error)
      send(response, { status: 500, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ error: { type: 'api_error', message: 'The stand-in failed.' } }) })
    })
  })

  async function answer(request: IncomingMessage): Promise<Answer> {
    if (!isThisMachine(request.headers.host)) return { status: 421, headers: { 'content-type': 'text/plain' }, body: 'This server answers on loopback only.\n' }
    const url = request.url ?? '/'
    const at = url.indexOf('?')
    const path = at < 0 ? url : url.slice(0, at)
    const body = await readBody(request)
    if (body === null) return { status: 413, headers: { 'content-type': 'text/plain', connection: 'close' }, body: 'Too large.\n' }
    const asked = { method: request.method ?? 'GET', path, query: at < 0 ? '' : url.slice(at + 1), headers: request.headers, body }
    if (path.startsWith('/v1/')) return api(asked)
    return path.startsWith('/_control/') ? control(asked) : pages(asked)
  }
}

function send(response: ServerResponse, answer: Answer): void {
  if (answer === 'drop') return void response.destroy()
  if (answer === 'hang') return
  response.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(answer.body) })
  response.end(answer.body)
}

function readBody(request: IncomingMessage): Promise<string | null> {
  if (request.method === 'GET' || request.method === 'HEAD') return Promise.resolve('')
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > maxBodyBytes) resolve(null)
      else chunks.push(chunk)
    })
    request.on('end', () => resolve(Buffer.concat(chunks).toString()))
    request.on('error', reject)
  })
}

function isThisMachine(host = ''): boolean {
  return /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i.test(host)
}
