import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { addressSchema } from '@octavo/address'
import { cartSchema } from '@octavo/cart/contract'
import { cardSchema, categorySchema, importSchema, mediaSchema, offerSchema, productSchema, variantSchema } from '@octavo/catalog/contract'
import { parkedEventSchema } from '@octavo/events/operations'
import type { FailureCode } from '@octavo/failure'
import { reservationSchema } from '@octavo/inventory/contract'
import { marketSchema } from '@octavo/market'
import { moneySchema } from '@octavo/money'
import { messageSchema } from '@octavo/notifications/contract'
import { checkoutSchema, orderSchema, orderSummarySchema, quoteSchema, sagaSchema } from '@octavo/orders/contract'
import { invoiceSchema, invoiceTermsSchema, paymentSchema, savedCardSchema } from '@octavo/payments/contract'
import { facetSchema, failingQuerySchema, indexStateSchema, judgmentSchema, loggedQuerySchema, queryFiguresSchema, readingSchema, ruleSchema, searchAnswerSchema, searchItemSchema, suggestionSchema } from '@octavo/search/contract'
import { sellerSchema } from '@octavo/sellers/contract'
import { shipmentSchema } from '@octavo/shipping/contract'
import { accountSchema, savedAddressSchema } from '@octavo/users/contract'
import { breachSchema, publicContract } from '../contract.ts'
import { exampleOf } from './example.ts'
import { problemResponses, problemSchema } from './problems.ts'
import { rawOperations } from './raw-operations.ts'
import type { JsonSchema, OpenApiDocument, Operation } from './shapes.ts'

/** Shapes with a name of their own, told once. */
const commonSchemas = {
  Money: { schema: moneySchema }, Address: { schema: addressSchema }, Market: { schema: marketSchema }, ProductCard: { schema: cardSchema }, Product: { schema: productSchema }, Variant: { schema: variantSchema }, Offer: { schema: offerSchema }, Medium: { schema: mediaSchema }, Import: { schema: importSchema },
  Category: { schema: categorySchema }, Seller: { schema: sellerSchema }, Cart: { schema: cartSchema }, Quote: { schema: quoteSchema }, Checkout: { schema: checkoutSchema }, Order: { schema: orderSchema },
  OrderSummary: { schema: orderSummarySchema }, Account: { schema: accountSchema }, SavedAddress: { schema: savedAddressSchema }, SavedCard: { schema: savedCardSchema }, Payment: { schema: paymentSchema }, Invoice: { schema: invoiceSchema }, InvoiceTerms: { schema: invoiceTermsSchema },
  Reservation: { schema: reservationSchema }, Saga: { schema: sagaSchema }, Shipment: { schema: shipmentSchema }, ParkedEvent: { schema: parkedEventSchema }, Message: { schema: messageSchema }, Breach: { schema: breachSchema },
  SearchItem: { schema: searchItemSchema }, Facet: { schema: facetSchema }, Reading: { schema: readingSchema }, SearchAnswer: { schema: searchAnswerSchema }, Suggestion: { schema: suggestionSchema }, SearchRule: { schema: ruleSchema }, FailingQuery: { schema: failingQuerySchema }, SearchIndexState: { schema: indexStateSchema },
  QueryFigures: { schema: queryFiguresSchema }, LoggedQuery: { schema: loggedQuerySchema }, Judgment: { schema: judgmentSchema },
}

const about = [
  'The public API of an Octavo shop.',
  '**Shapes.** JSON. Money is `{ "amountMinor": 1299, "currency": "GBP" }`, in the smallest unit of its currency. Times are RFC 3339. Lists are `{ "items": […], "nextCursor": … }`: give `nextCursor` back as `cursor` until it is null. New fields may be added to answers at any time; ignore what you do not know.',
  '**Who you are.** A guest is known by the cookie that the first write sets: keep it. Signing in sets another. Writes that carry cookies must carry `Origin`, as browsers do by themselves. Operators send `Authorization: Bearer …` and need neither.',
  '**Once.** Every unsafe operation takes an `Idempotency-Key`: sent again with the same body it is answered as the first time, and nothing is done twice. Checkouts, captures and refunds require one. A key belongs to its caller and is kept for a day, for checkouts, captures, refunds and stock movements for ever.',
  '**Refusals** are RFC 9457 problem documents with a stable `code` and a `detail` that says what to do next; their `type` leads to the explanation on this page. After `429` and `503` wait as `Retry-After` says. Every answer names its request in `X-Request-Id`; send one of your own and it is kept.',
].join('\n\n')

const tags = [
  { name: 'Shop', description: 'What the shop is, and who is asking.' },
  { name: 'Catalogue', description: 'What is sold. The same for everybody, and cached: answers carry `ETag`, `Cache-Status` and `Surrogate-Key`.' },
  { name: 'Search', description: 'Finding what is sold by what people type.' },
  { name: 'Basket', description: 'What a shopper means to buy.' },
  { name: 'Checkout', description: 'Buying: start it, follow it, confirm with the bank when asked.' },
  { name: 'Orders', description: "What was bought, by its owner, or by whoever holds the link in the order's mail." },
  { name: 'Signing in', description: 'By e-mail and password. A session is a cookie; one that is revoked stops within five seconds.' },
  { name: 'Account', description: 'Addresses, cards and sessions of who is signed in.' },
  { name: 'Operator', description: 'Running the shop. By bearer token, or signed in with the role `operator`.' },
  { name: 'Webhooks', description: 'What other companies tell the shop.' },
]

/** The OpenAPI 3.1 document of the public API: its contract, and the routes that are no procedures. */
export async function openApiDocument(version: string): Promise<OpenApiDocument> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = (await generator.generate(publicContract, {
    commonSchemas,
    info: { title: 'Octavo', version, description: about, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    tags,
    components: {
      securitySchemes: {
        guest: { type: 'apiKey', in: 'cookie', name: 'octavo_guest', description: 'Set by the first write.' },
        session: { type: 'apiKey', in: 'cookie', name: 'octavo.session_token', description: 'Set by signing in; `__Secure-octavo.session_token` over https.' },
        operator: { type: 'http', scheme: 'bearer', description: "The operator's token, `OCTAVO_OPERATOR_TOKEN` of the shop." },
      },
      headers: {
        RequestId: { description: 'The id that the request goes by everywhere in the shop.', schema: { type: 'string' } },
        RetryAfter: { description: 'Seconds to wait.', schema: { type: 'integer' } },
      },
    },
  })) as unknown as OpenApiDocument
  document.components.schemas['Problem'] = problemSchema
  for (const [name, procedure] of Object.entries(publicContract)) {
    const { route, errorMap } = procedure['~orpc']
    const operation = document.paths[route.path ?? '']?.[(route.method ?? 'GET').toLowerCase()]
    if (!operation) throw new TypeError(`${name} is missing from the document`)
    complete(operation, { method: route.method ?? 'GET', path: route.path ?? '', codes: Object.keys(errorMap) as FailureCode[], schemas: document.components.schemas })
  }
  for (const { path, method, operation } of rawOperations) (document.paths[path] ??= {})[method] = operation
  return document
}

interface Known { readonly method: string; readonly path: string; readonly codes: readonly FailureCode[]; readonly schemas: Record<string, JsonSchema> }

/** Adds what the contract leaves to the gateway: keys, refusals, who may ask, examples. */
function complete(operation: Operation, { method, path, codes, schemas }: Known): void {
  const unsafe = method !== 'GET'
  const parameters = (operation.parameters ??= [])
  const body = operation.requestBody?.content['application/json']
  if (method === 'DELETE' && body?.schema?.properties) {
    // Bodies of DELETE get lost on the way; ours say what they need in the query.
    for (const [name, schema] of Object.entries(body.schema.properties)) parameters.push({ name, in: 'query', required: body.schema.required?.includes(name) ?? false, schema })
    delete operation.requestBody
  } else if (body?.schema) body.example = exampleOf(body.schema, schemas)
  for (const parameter of parameters) {
    delete parameter.allowEmptyValue
    delete parameter.allowReserved
    if (parameter.schema.description !== undefined) { parameter.description = parameter.schema.description; delete parameter.schema.description }
    if (parameter.required) parameter.example = exampleOf(parameter.schema, schemas, parameter.name)
  }
  if (unsafe) parameters.push({ name: 'Idempotency-Key', in: 'header', required: codes.includes('IDEMPOTENCY_KEY_MISSING'), schema: { type: 'string', minLength: 1, maxLength: 255 }, example: '5b0f5c1e-8f4c-4e0a-9a39-2b1f6f1f8a11', description: `A fresh UUID. Sent again with the same body, the answer is the first one, ${codes.includes('IDEMPOTENCY_KEY_MISSING') ? 'for good' : 'for a day, as long as the cache is kept'}.` })
  for (const answer of Object.values(operation.responses)) {
    const media = answer.content?.['application/json']
    if (media?.schema) media.example = exampleOf(media.schema, schemas)
    answer.headers = { 'X-Request-Id': { $ref: '#/components/headers/RequestId' } }
  }
  const everywhere: readonly FailureCode[] = unsafe ? ['DEADLINE_EXCEEDED', 'TOO_LARGE', 'FORBIDDEN', 'IDEMPOTENCY_KEY_REUSED', 'IDEMPOTENCY_KEY_IN_USE'] : ['DEADLINE_EXCEEDED']
  Object.assign(operation.responses, problemResponses([...new Set([...codes, ...everywhere])]))
  operation.security = path.startsWith('/api/operator/') ? [{ operator: [] }, { session: [] }] : path.startsWith('/api/account') ? [{ session: [] }] : [{}, { guest: [] }, { session: [] }, { operator: [] }]
}

