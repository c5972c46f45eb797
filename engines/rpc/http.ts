import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { ORPCError } from '@orpc/client'
import { Pool, type Dispatcher } from 'undici'
import { failure, isFailure } from '@octavo/failure'
import { sign, verify, type SharedKeys } from './identity.ts'
import { clientOver, type Sent } from './link.ts'
import { maxMessageBytes, type Connection, type Raw } from './port.ts'
import type { Answer, Router, WireFailure } from './router.ts'

const header = 'octavo-identity'
/** Marks an answer that is a failure on its way to the caller, not what a raw route says to the world. */
const failed = 'octavo-failure'

/**
 * Answers a service's procedures under `/rpc/NAME` and its raw routes under `/raw/…` to the shop's other processes, and nobody else.
 * `extra` answers what is neither (health, metrics).
 */
export function rpcServer({ router, raw, keys, extra }: { router: Router; raw: Raw; keys: SharedKeys; extra: (request: IncomingMessage, response: ServerResponse) => void }): Server {
  return createServer({ keepAliveTimeout: 30_000 }, (request, response) => {
    const path = request.url ?? '/'
    const answer = path.startsWith('/rpc/') ? procedureCall : path.startsWith('/raw/') ? rawCall : undefined
    if (!answer) return extra(request, response)
    answer(request, response, path).catch((error: unknown) => {
      if (response.headersSent) return response.destroy()
      const known = isFailure(error) ? error : failure('INTERNAL')
      response.setHeader(failed, known.code)
      send(response, { ok: false, status: known.status, text: JSON.stringify({ code: known.code, status: known.status, message: known.message, defined: true, data: known.data }) })
    })
  })

  async function procedureCall(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const identity = verify(request.headers[header] as string | undefined, path, keys)
    const text = await readText(request)
    const gone = new AbortController()
    response.once('close', () => { if (!response.writableFinished) gone.abort() })
    send(response, await router.call(path.slice('/rpc/'.length), text, identity, gone.signal))
  }

  async function rawCall(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const { caller, requestId } = verify(request.headers[header] as string | undefined, path, keys)
    delete request.headers[header]
    request.url = path.slice('/raw'.length)
    if (!(await raw(request, response, { caller, requestId }))) throw failure('NOT_FOUND')
  }
}

/** Reaches a service in another process. Only what its contract calls idempotent is tried again, within the call's deadline. */
export function overHttp(address: string, keys: SharedKeys): Connection & { close(): Promise<void> } {
  const pool = new Pool(address, { connections: 32, pipelining: 1, keepAliveTimeout: 20_000 })
  return {
    client: (contract, as) => clientOver(contract, as, (call) => attempt(pool, call, keys)),
    raw: (request, response, { caller, requestId }) => forward(pool, request, response, sign({ caller, requestId, deadlineMs: Date.now() + 60_000 }, `/raw${request.url}`, keys)),
    close: () => pool.close(),
  }
}

async function attempt(pool: Pool, call: Sent, keys: SharedKeys): Promise<Answer> {
  for (let tried = 1; ; tried++) {
    try {
      return await once(pool, call, keys)
    } catch (error) {
      call.signal?.throwIfAborted()
      if (Date.now() >= call.deadlineMs || isTimeout(error)) return refused('DEADLINE_EXCEEDED')
      if (!call.idempotent || tried >= 4) return refused('UNAVAILABLE')
      await pause(Math.min(20 * 2 ** tried * (0.5 + Math.random()), Math.max(call.deadlineMs - Date.now(), 0)))
    }
  }
}

async function once(pool: Pool, { name, text, caller, requestId, deadlineMs, signal }: Sent, keys: SharedKeys): Promise<Answer> {
  const leftMs = deadlineMs - Date.now()
  if (leftMs <= 0) return refused('DEADLINE_EXCEEDED')
  const path = `/rpc/${name}`
  const late = AbortSignal.timeout(leftMs)
  const response = await pool.request({
    method: 'POST', path, body: text, signal: signal ? AbortSignal.any([signal, late]) : late,
    headers: { 'content-type': 'application/json', [header]: sign({ caller, requestId, deadlineMs }, path, keys) },
  })
  const answered = await response.body.text()
  return response.statusCode === 200 ? { ok: true, text: answered } : { ok: false, status: response.statusCode, text: answered }
}

const isTimeout = (error: unknown): boolean => error instanceof DOMException && error.name === 'TimeoutError'

function refused(code: 'DEADLINE_EXCEEDED' | 'UNAVAILABLE'): Answer {
  const known = failure(code)
  return { ok: false, status: known.status, text: JSON.stringify({ code, status: known.status, message: known.message, defined: true, data: {} }) }
}

/** Passes a request on unparsed and its answer back as it comes. */
async function forward(pool: Pool, request: IncomingMessage, response: ServerResponse, identity: string): Promise<boolean> {
  const gone = new AbortController()
  response.once('close', () => { if (!response.writableFinished) gone.abort() })
  const { connection: _c, 'keep-alive': _k, 'transfer-encoding': _t, upgrade: _u, expect: _e, ...headers } = request.headers
  const told = new PassThrough()
  const words = text(told)
  words.catch(() => {})
  const bodiless = request.method === 'GET' || request.method === 'HEAD'
  try {
    await pool.stream(
      { method: request.method as Dispatcher.HttpMethod, path: `/raw${request.url}`, headers: { ...headers, [header]: identity }, body: bodiless ? null : request, signal: gone.signal, headersTimeout: 60_000, bodyTimeout: 0 },
      ({ statusCode, headers: answered }) => {
        if (answered[failed] !== undefined) return told
        const { connection: _drop, 'keep-alive': _keep, ...kept } = answered
        response.writeHead(statusCode, kept as Record<string, string | string[]>)
        response.flushHeaders()
        return response
      },
    )
  } catch (error) {
    if (gone.signal.aborted) return true
    if (response.headersSent) { response.destroy(); return true }
    throw isFailure(error) ? error : failure('UNAVAILABLE')
  }
  if (told.writableEnded) {
    const { code, status, message, data } = JSON.parse(await words) as WireFailure
    throw new ORPCError(code, { status, message, defined: true, data })
  }
  return true
}

async function readText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > maxMessageBytes) throw failure('TOO_LARGE')
    parts.push(part)
  }
  return Buffer.concat(parts).toString()
}

function send(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.ok ? 200 : answer.status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer.text) })
  response.end(answer.text)
}
