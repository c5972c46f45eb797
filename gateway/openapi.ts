import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { failures, type FailureCode } from '@octavo/failure'
import { publicContract } from './contract.ts'

/** The OpenAPI 3.1 document of the public API, made once from its contract. */
export async function openApiDocument(version: string): Promise<Record<string, unknown>> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = await generator.generate(publicContract, {
    info: {
      title: 'Octavo', version,
      description: [
        'The public API of an Octavo shop.',
        'Money is in minor units with its currency; times are RFC 3339; lists are pages with a cursor; failures are RFC 9457 problem documents with a stable `code` and a `detail` that says what to do next.',
        'Every unsafe operation takes an `Idempotency-Key`; checkouts, captures and refunds require one.',
        'A guest is known by the cookie that the first write sets: keep it, and send `Origin` with writes. Operators send `Authorization: Bearer …`.',
      ].join('\n\n'),
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    components: {
      securitySchemes: {
        guest: { type: 'apiKey', in: 'cookie', name: 'octavo_guest', description: 'Set by the first write.' },
        session: { type: 'apiKey', in: 'cookie', name: 'octavo.session_token', description: 'Set by signing in.' },
        operator: { type: 'http', scheme: 'bearer', description: "The operator's token." },
      },
    },
  })
  return describeFailures(document as unknown as Document)
}

interface Document { paths: Record<string, Record<string, Described>>; components: Record<string, unknown> }
interface Described { tags?: string[]; security?: unknown[]; responses: Record<string, unknown>; parameters?: unknown[] }

/** Failures are problem documents, one shape for all: the codes an operation may answer stand in each response's words. */
function describeFailures(document: Document): Record<string, unknown> {
  const byRoute = new Map(Object.values(publicContract).map((procedure) => {
    const { route, errorMap } = procedure['~orpc']
    return [`${(route.method ?? 'GET').toLowerCase()} ${route.path ?? ''}`, { codes: Object.keys(errorMap) as FailureCode[], unsafe: route.method !== 'GET' }]
  }))
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, described] of Object.entries(methods)) {
      const known = byRoute.get(`${method} ${path}`)
      if (!known) continue
      const byStatus = Map.groupBy(known.codes, (code) => failures[code].status)
      for (const [status, codes] of byStatus) {
        described.responses[String(status)] = {
          description: codes.map((code) => `\`${code}\`: ${failures[code].message}`).join('\n\n'),
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, example: example(codes[0] as FailureCode, path) } },
        }
      }
      if (known.unsafe) (described.parameters ??= []).push({ name: 'Idempotency-Key', in: 'header', required: known.codes.includes('IDEMPOTENCY_KEY_MISSING'), schema: { type: 'string', maxLength: 255 }, description: 'A fresh UUID; the same again gives the same answer.' })
      described.security = described.tags?.includes('Operator') ? [{ operator: [] }, { session: [] }] : [{}, { guest: [] }, { session: [] }]
    }
  }
  document.components['schemas'] = { ...(document.components['schemas'] as object), Problem: problemSchema }
  return document as unknown as Record<string, unknown>
}

const example = (code: FailureCode, path: string) => ({
  type: `/api/docs#${code.toLowerCase().replaceAll('_', '-')}`, title: code, status: failures[code].status, code, detail: failures[code].message, requestId: 'req_01kb3v4hm2f0rt6rzq9g6ccx2e', instance: path,
})

const problemSchema = {
  type: 'object', description: 'RFC 9457', required: ['type', 'title', 'status', 'code', 'detail', 'requestId'],
  properties: {
    type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, code: { type: 'string', enum: Object.keys(failures) }, detail: { type: 'string' }, requestId: { type: 'string' },
    fields: { type: 'array', items: { type: 'object', required: ['path', 'message'], properties: { path: { type: 'string' }, message: { type: 'string' } } } },
  },
}
