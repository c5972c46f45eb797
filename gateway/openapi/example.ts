import type { JsonSchema } from './shapes.ts'

const serial = '01kb3v4hm2f0rt6rzq9g6ccx2e'
/** What stands in a field of this name, where it fits. */
const known: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(Object.entries({
    cartId: 'crt', checkoutId: 'cko', orderId: 'ord', offerId: 'off', productId: 'prd', variantId: 'var', sellerId: 'sel', lineId: 'lin', stockItemId: 'stk', paymentId: 'pay', shipmentId: 'shp', subOrderId: 'sub', accountId: 'acc',
    sessionId: 'ses', addressId: 'adr', cardId: 'pm', messageId: 'msg', eventId: 'evt', id: 'id', requestId: 'req',
  }).map(([name, prefix]) => [name, `${prefix}_${serial}`])),
  idOrHandle: 'moby-dick', handle: 'moby-dick', title: 'Moby-Dick; or, The Whale', titles: 'Moby-Dick; or, The Whale', author: 'Herman Melville', name: 'Ada Reader', email: 'ada@reader.example', to: 'ada@reader.example', market: 'gb', currency: 'GBP', country: 'GB',
  countries: 'GB', locale: 'en-GB', language: 'en', originalLanguage: 'en', format: 'paperback', formats: 'paperback', condition: 'new', number: 'F5J6-T6PD', deliveryOption: 'standard', deliveryLabel: 'Standard delivery', label: 'Standard delivery',
  paymentMethod: 'pm_card_visa', reason: 'Changed my mind', carrier: 'octavo', trackingNumber: 'OC123456789', sku: 'MOBY-PB', kind: 'book', service: 'notifications', consumer: 'notifications', topic: 'orders', step: 'authorise', provider: 'stripe',
  brand: 'visa', last4: '4242', expMonth: 12, expYear: 2030, nextCursor: null, earliest: '2026-03-17', receivedOn: '2026-03-19', dueOn: '2026-04-18', days: 30, latest: '2026-03-19', promisedBy: '2026-03-19', publishedOn: '2024-03-07', availableOn: null, descriptionHtml: '<p>A schoolmaster signs on to a whaling ship.</p>',
  url: 'https://books.example/c', taxRateBasisPoints: 0, rateBasisPoints: 0, version: 1, quantity: 1, count: 218, average: 4.06, pages: 654, histogram: [11, 20, 24, 52, 111], frameUrl: 'https://cards.example/frame', formUrl: 'https://cards.example/form', publishableKey: null,
  orderNumber: 'F5J6-T6PD', role: 'author', scheme: 'isbn13', value: '9780140449136', source: 'publisher', file: 'books.csv', lastError: null, failure: null, nextAction: undefined, key: 'the key in the link', cursor: 'WyJmZWF0dXJlZCJd', userAgent: 'Firefox', ipAddress: '203.0.113.7',
}

/** A value of a schema, the same each time: its own example where it has one, else what a field of that name usually holds. */
export function exampleOf(schema: JsonSchema, named: Readonly<Record<string, JsonSchema>>, name = ''): unknown {
  if (schema.$ref !== undefined) return exampleOf(named[schema.$ref.split('/').at(-1) ?? ''] ?? {}, named, name)
  if (schema.examples?.length) return schema.examples[0]
  if (schema.const !== undefined) return schema.const
  if (schema.default !== undefined) return schema.default
  if (schema.enum) return schema.enum[0]
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) {
    if (known[name] === null && choices.some(({ type }) => type === 'null')) return null
    return exampleOf(choices.find(({ type }) => type !== 'null') ?? {}, named, name)
  }
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => exampleOf(part, named, name) as object))
  switch (schema.type) {
    case 'object': return Object.fromEntries(Object.entries(schema.properties ?? {}).flatMap(([field, inner]) => (schema.required?.includes(field) || Object.keys(inner).length === 0 ? [[field, exampleOf(inner, named, field)]] : [])))
    case 'array': return Array.isArray(known[name]) ? known[name] : [exampleOf(schema.items ?? {}, named, name)]
    case 'integer':
    case 'number': return typeof known[name] === 'number' ? known[name] : Math.max(schema.minimum ?? 0, 1)
    case 'boolean': return true
    case 'string': return textOf(schema, name)
    default: return { orderId: known['orderId'] }
  }
}

function textOf({ format, pattern }: JsonSchema, name: string): string {
  const usual = known[name]
  if (typeof usual === 'string' && (pattern === undefined || new RegExp(pattern).test(usual))) return usual
  if (/(At|^at)$/.test(name) || format === 'date-time') return '2026-03-14T09:26:53.000Z'
  if (format === 'email') return 'ada@reader.example'
  if (format === 'uri') return 'https://books.example/'
  return name
}
