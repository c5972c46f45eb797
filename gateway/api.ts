import createRouter from 'find-my-way'
import type { HTTPMethod } from 'find-my-way'
import { z } from 'zod'
import { ownerOf, type Caller } from '@octavo/caller'
import { failure } from '@octavo/failure'
import type { Log } from '@octavo/telemetry'
import { publicContract } from './contract.ts'
import { askerOf } from './asker.ts'
import { edgePolicies, type EdgePolicy } from './edge-policy.ts'
import { isUnsafe, maxBodyBytes, readBody, type Exchange } from './exchange.ts'
import type { Answered, Idempotency } from './idempotency.ts'
import type { Operations } from './operations/operation.ts'
import { problemOf, retryAfterOf } from './problem.ts'
import { isStorable } from './well-formed.ts'

/** One public operation, found by its route. */
export interface Found {
  readonly name: string
  /** Does it and gives the answer as it goes out: a JSON document or a problem document. */
  answer(exchange: Exchange): Promise<Answer>
}

/** What a path may be asked by, when the method is none of them. */
export interface Allowed { readonly allow: readonly string[] }

/** With `edge`, the answer may be kept for others. */
export type Answer = Answered & { readonly edge?: EdgePolicy }

/** Operations that keep their Idempotency-Key in the service's own data too, where it outlives this process. */
const keyedByService = new Set(['startCheckout', 'operatorCapturePayment', 'operatorRefundPayment', 'operatorRefundOrder', 'operatorRecordInvoicePayment', 'operatorAdjustStock'])
const largeBodies = new Map([['operatorPutProducts', 16 * maxBodyBytes]])

/** The routes of the public contract, each with its operation. */
export function apiRoutes(operations: Operations, idempotency: Idempotency, log: Log): (method: string, path: string) => Found | Allowed | undefined {
  const router = createRouter({ ignoreTrailingSlash: true, maxParamLength: 400 })

  for (const [name, procedure] of Object.entries(publicContract)) {
    const { route, inputSchema } = procedure['~orpc']
    const method = route.method ?? 'GET'
    const status = route.successStatus ?? 200
    const schema = inputSchema as z.ZodType
    const run = operations[name as keyof Operations] as (input: unknown, call: object) => Promise<unknown>
    const several = severalIn(schema)
    const pattern = (route.path ?? '').replaceAll(/\{(\w+)\}/g, ':$1')
    router.on(method, pattern, () => {}, {
      name,
      async answer(exchange: Exchange, params: Record<string, string | undefined>): Promise<Answer> {
        try {
          const text = isUnsafe(exchange.method) ? await readBody(exchange.request, largeBodies.get(name)) : ''
          const key = isUnsafe(exchange.method) ? keyOf(exchange) : undefined
          const work = async (): Promise<Answer> => {
            try {
              const input = parse(schema, { ...query(exchange.query, several), ...body(text), ...params })
              const output = await run(input, { caller: exchange.caller, on: { context: { caller: exchange.caller } }, asker: askerOf(exchange), key: key !== undefined && keyedByService.has(name) ? (name === 'startCheckout' ? key : `${who(exchange.caller)} ${key}`) : undefined })
              const edge = edgePolicies[name]?.(output as never)
              return { status, body: JSON.stringify(output), contentType: 'application/json', ...(edge && { edge }) }
            } catch (error) {
              return asProblem(error, exchange, log)
            }
          }
          // A checkout's answer is where it stands now; orders knows it by its key.
          if (key === undefined || name === 'startCheckout') return await work()
          return await idempotency.once(who(exchange.caller), key, `${exchange.method} ${exchange.path} ${text}`, work)
        } catch (error) {
          return asProblem(error, exchange, log)
        }
      },
    })
  }

  return (method, path) => {
    const wanted = method === 'HEAD' ? 'GET' : method
    const found = router.find(wanted as HTTPMethod, path)
    if (found) {
      const { name, answer } = found.store as { name: string; answer: (exchange: Exchange, params: Record<string, string | undefined>) => Promise<Answer> }
      return { name, answer: (exchange) => answer(exchange, found.params) }
    }
    const allow = methods.filter((other) => router.find(other, path))
    return allow.length > 0 ? { allow } : undefined
  }
}

export function asProblem(error: unknown, { requestId, caller, path }: Exchange, log: Log): Answered {
  const problem = problemOf(error, requestId)
  if (problem.status >= 500 && problem.code !== 'BUSY') log.error({ err: error, caller: caller.kind, path }, 'a request failed')
  const retryAfterSeconds = retryAfterOf(error)
  return { status: problem.status, body: JSON.stringify(problem), contentType: 'application/problem+json', ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) }
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

const who = (caller: Caller): string => ownerOf(caller) ?? caller.kind

/** @throws INVALID_INPUT */
function keyOf({ request }: Exchange): string | undefined {
  const key = request.headers['idempotency-key'] as string | undefined
  if (key !== undefined && !/^[\x21-\x7e]{1,255}$/.test(key)) throw failure('INVALID_INPUT', 'An Idempotency-Key is one text of 1 to 255 visible ASCII characters, such as a UUID.')
  return key
}

function body(text: string): Record<string, unknown> {
  if (text === '') return {}
  let read: unknown
  try { read = JSON.parse(text) } catch { throw failure('INVALID_INPUT', 'The body is not JSON. Send a JSON object with content-type application/json.') }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) throw failure('INVALID_INPUT', 'The body must be a JSON object.')
  // Only an escape puts such a character there; it is looked for where there is one.
  if (/\\u(0000|d[89a-f])/i.test(text) && !isStorable(read)) throw failure('INVALID_INPUT', 'A text in the body holds a null character or half a surrogate pair. Send plain Unicode.')
  return read as Record<string, unknown>
}

/** The fields of an input that take more than one value. */
const severalIn = (schema: z.ZodType): ReadonlySet<string> =>
  new Set(Object.entries(schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>) : {}).filter(([, field]) => field.safeParse(['one', 'two']).success).map(([name]) => name))

function query(text: string, several: ReadonlySet<string>): Record<string, unknown> {
  if (text === '') return {}
  const read: Record<string, unknown> = {}
  for (const [name, value] of new URLSearchParams(text)) {
    if (several.has(name)) { read[name] = [...((read[name] as string[] | undefined) ?? []), value]; continue }
    if (Object.hasOwn(read, name)) throw failure('INVALID_INPUT', `${name} is given twice.`, { fields: [{ path: name, message: 'given twice' }] })
    if (name !== '__proto__') read[name] = value
  }
  return read
}

function parse(schema: z.ZodType, input: unknown): unknown {
  const read = schema.safeParse(input)
  if (read.success) return read.data
  const fields = read.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
  throw failure('INVALID_INPUT', fields.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; '), { fields })
}
