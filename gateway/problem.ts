import type { ServerResponse } from 'node:http'
import { ORPCError } from '@orpc/client'
import { failure, isFailure, type Failure } from '@octavo/failure'

/** An RFC 9457 problem document. `code` is stable; `detail` says what to do next. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly requestId: string
}

/** The problem a failure is; a bug becomes INTERNAL and keeps its words to itself. */
export function problemOf(error: unknown, requestId: string): Problem {
  const known = asFailure(error)
  const { fields, ...data } = known.data
  return {
    ...data,
    type: problemType(known.code),
    title: problemTitle(known.code),
    status: known.status,
    code: known.code,
    detail: known.message,
    requestId,
    ...(Array.isArray(fields) && { fields }),
  }
}

export function asFailure(error: unknown): Failure {
  if (isFailure(error)) return error
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') return failure('INVALID_INPUT')
  return failure('INTERNAL')
}

export function sendProblem(response: ServerResponse, problem: Problem, headers: Record<string, string> = {}): void {
  if (response.headersSent) { response.destroy(); return }
  const body = JSON.stringify(problem)
  response.writeHead(problem.status, {
    'content-type': 'application/problem+json',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...refusalHeaders(problem.status),
    ...headers,
  })
  response.end(body)
}

/** What HTTP wants beside a refusal's status. */
export const refusalHeaders = (status: number): Record<string, string> => ({
  ...(status === 401 && { 'www-authenticate': 'Bearer' }),
  ...((status === 429 || status === 503) && { 'retry-after': '1' }),
})

/** After how long to come back, where the refusal says so itself. Seconds. */
export function retryAfterOf(error: unknown): number | undefined {
  const seconds = isFailure(error) ? error.data['retryAfterSeconds'] : undefined
  return typeof seconds === 'number' ? seconds : undefined
}

/** Where a code is explained. */
export const problemAnchor = (code: string): string => code.toLowerCase().replaceAll('_', '-')
export const problemType = (code: string): string => `/api/docs#${problemAnchor(code)}`

export function problemTitle(code: string): string {
  const words = code.toLowerCase().replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
