import { failures, type FailureCode } from '@octavo/failure'
import { problemTitle, problemType } from '../problem.ts'
import type { JsonSchema } from './shapes.ts'

export const problemSchema: JsonSchema = {
  type: 'object', description: 'An RFC 9457 problem document. Other fields, such as `checkoutId`, may stand beside these where a code says so.', required: ['type', 'title', 'status', 'code', 'detail', 'requestId'],
  properties: {
    type: { type: 'string', format: 'uri-reference', description: 'Where the code is explained.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(failures), description: 'Stable: decide by this.' },
    detail: { type: 'string', description: 'What happened and what to do next, for people.' },
    requestId: { type: 'string' },
    fields: { type: 'array', description: 'What is wrong with the input, by its place in it.', items: { type: 'object', required: ['path', 'message'], properties: { path: { type: 'string' }, message: { type: 'string' } } } },
  },
}

/** The refusals of an operation by status, each code with an example. */
export function problemResponses(codes: readonly FailureCode[]): Record<string, object> {
  return Object.fromEntries([...Map.groupBy(codes, (code) => failures[code].status)].map(([status, same]) => [String(status), {
    description: same.map((code) => `\`${code}\`: ${failures[code].message}`).join('\n\n'),
    headers: { 'X-Request-Id': { $ref: '#/components/headers/RequestId' }, ...((status === 429 || status === 503) && { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } }) },
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, examples: Object.fromEntries(same.map((code) => [code, { value: example(code) }])) } },
  }]))
}

const example = (code: FailureCode) => ({
  type: problemType(code), title: problemTitle(code), status: failures[code].status, code, detail: failures[code].message, requestId: 'req_01kb3v4hm2f0rt6rzq9g6ccx2e',
  ...(code === 'INVALID_INPUT' && { fields: [{ path: 'quantity', message: 'Too small: expected number to be >=1' }] }),
})
