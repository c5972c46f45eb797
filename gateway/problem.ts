import type { ServerResponse } from 'node:http'
import { ORPCError } from '@orpc/client'
import { failure, failures, isFailure, type Failure, type FailureCode } from '@octavo/failure'

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
    type: `/api/docs#${known.code.toLowerCase().replaceAll('_', '-')}`,
    title: titles[known.code] ?? known.code,
    status: known.status,
    code: known.code,
    detail: known.message,
    requestId,
    ...data,
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
    ...(problem.status === 401 && { 'www-authenticate': 'Bearer' }),
    ...((problem.status === 429 || problem.status === 503) && { 'retry-after': '1' }),
    ...headers,
  })
  response.end(body)
}

const titles: Record<string, string> = Object.fromEntries(Object.keys(failures).map((code) => [code, sentence(code as FailureCode)]))
function sentence(code: FailureCode): string {
  const words = code.toLowerCase().replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
