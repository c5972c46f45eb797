/** As much of JSON Schema as our schemas come out as. */
export interface JsonSchema {
  $ref?: string
  type?: string
  description?: string
  format?: string
  pattern?: string
  properties?: Record<string, JsonSchema>
  required?: readonly string[]
  items?: JsonSchema
  enum?: readonly unknown[]
  const?: unknown
  default?: unknown
  examples?: readonly unknown[]
  anyOf?: readonly JsonSchema[]
  oneOf?: readonly JsonSchema[]
  allOf?: readonly JsonSchema[]
  minimum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  additionalProperties?: boolean | JsonSchema
}

/** As much of OpenAPI as our document is made of. */
export interface OpenApiDocument { openapi: string; paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, JsonSchema>; [other: string]: unknown }; [other: string]: unknown }
export type Operation = Record<string, unknown> & { operationId: string; tags: string[]; parameters?: Parameter[]; responses: Record<string, Answer>; requestBody?: { required?: boolean; content: Record<string, Media> }; security?: unknown[] }
interface Parameter { name: string; in: string; required?: boolean; schema: JsonSchema; description?: string; example?: unknown; allowEmptyValue?: boolean; allowReserved?: boolean }
interface Answer { description: string; headers?: Record<string, unknown>; content?: Record<string, Media> }
interface Media { schema?: JsonSchema; example?: unknown; examples?: Record<string, unknown> }
