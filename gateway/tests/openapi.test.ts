import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import type { z } from 'zod'
import { failures } from '@octavo/failure'
import { publicContract } from '../contract.ts'
import type { OpenApiDocument, Operation } from '../openapi/shapes.ts'
import { rawRoutes } from '../raw-routes.ts'
import { openDoor } from '../testing.ts'

const door = await openDoor()
const document = (await (await door.ask('/api/openapi.json')).json()) as OpenApiDocument
const all = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })))

describe('the OpenAPI document', () => {
  test('is OpenAPI 3.1', async () => {
    const validator = new Validator()
    const { valid, errors } = await validator.validate(structuredClone(document))
    assert.deepEqual([valid, errors ?? [], validator.version], [true, [], '3.1'])
  })

  test('has every route that the gateway answers', () => {
    const told = all.map(({ path, method }) => `${method.toUpperCase()} ${path}`).sort()
    const answered = [
      ...Object.values(publicContract).map((procedure) => `${procedure['~orpc'].route.method} ${procedure['~orpc'].route.path}`), ...rawRoutes.map(({ method, path }) => `${method} ${path}`),
      'GET /health/live', 'GET /health/ready', 'GET /api/openapi.json', 'GET /api/docs',
    ].sort()
    assert.deepEqual(told, answered)
  })

  test('has no route that the gateway does not answer, and knows every method of it', async () => {
    for (const path of Object.keys(document.paths)) {
      const asked = await door.ask(path.replaceAll(/\{\w+\}/g, 'some-id'), { method: 'OPTIONS' })
      const allowed = (asked.headers.get('allow') ?? '').split(', ').filter((method) => method !== 'HEAD' && method !== 'OPTIONS').sort()
      assert.deepEqual(allowed, Object.keys(document.paths[path] ?? {}).map((method) => method.toUpperCase()).sort(), path)
    }
  })

  test('tells each operation once, with its tag, its words, and who may ask', () => {
    const tags = new Set((document['tags'] as { name: string }[]).map(({ name }) => name))
    assert.equal(new Set(all.map(({ operation }) => operation.operationId)).size, all.length)
    for (const { operation } of all) {
      assert.ok(operation.tags.every((tag) => tags.has(tag)) && operation.tags.length === 1, operation.operationId)
      assert.ok(typeof operation['summary'] === 'string' && operation.security, operation.operationId)
    }
  })

  test('has every code that an operation declares, under its status, as a problem document with an example', () => {
    for (const [name, procedure] of Object.entries(publicContract)) {
      const { route, errorMap } = procedure['~orpc']
      const operation = document.paths[route.path ?? '']?.[(route.method ?? '').toLowerCase()]
      assert.ok(operation, name)
      const { responses } = operation
      for (const code of Object.keys(errorMap) as (keyof typeof failures)[]) {
        const media = responses[String(failures[code].status)]?.content?.['application/problem+json']
        assert.deepEqual(media?.schema, { $ref: '#/components/schemas/Problem' }, `${name} ${code}`)
        assert.equal((media?.examples?.[code] as { value: { code: string } } | undefined)?.value.code, code, name)
      }
    }
  })

  test('gives examples that the contract itself takes', () => {
    for (const [name, procedure] of Object.entries(publicContract)) {
      const { route, inputSchema, outputSchema } = procedure['~orpc']
      const operation = document.paths[route.path ?? '']?.[(route.method ?? '').toLowerCase()] as Operation
      const params = Object.fromEntries((operation.parameters ?? []).filter((one) => one.required).map((one) => [one.name, one.example]))
      const input = { ...(operation.requestBody?.content['application/json']?.example as object | undefined), ...params }
      const asked = (inputSchema as unknown as z.ZodType).safeParse(input)
      assert.ok(asked.success, `${name} is asked by ${JSON.stringify(input)}: ${asked.error?.message}`)
      const output = operation.responses[String(route.successStatus ?? 200)]?.content?.['application/json']?.example
      const answered = (outputSchema as unknown as z.ZodType).safeParse(output)
      assert.ok(answered.success, `${name} answers ${JSON.stringify(output)}: ${answered.error?.message}`)
    }
  })

  test('requires the Idempotency-Key where money moves, and takes one with every other write', () => {
    const required: string[] = []
    for (const procedure of Object.values(publicContract)) {
      const { route } = procedure['~orpc']
      const operation = document.paths[route.path ?? '']?.[(route.method ?? '').toLowerCase()] as Operation
      const key = operation.parameters?.find((one) => one.name === 'Idempotency-Key')
      assert.equal(key !== undefined, route.method !== 'GET', operation.operationId)
      if (key?.required) required.push(operation.operationId)
    }
    assert.deepEqual(required.sort(), ['operatorCapturePayment', 'operatorRecordInvoicePayment', 'operatorRefundOrder', 'operatorRefundPayment', 'startCheckout'])
  })
})

test('the page of the documents explains every code under the address that problems name', async () => {
  const page = await door.ask('/api/docs')
  const html = await page.text()
  for (const code of Object.keys(failures)) assert.match(html, new RegExp(`id="${code.toLowerCase().replaceAll('_', '-')}"`))
  const policy = page.headers.get('content-security-policy') ?? ''
  assert.doesNotMatch(policy, /script-src[^;]*unsafe|style-src [^;]*unsafe|nonce/)
})
