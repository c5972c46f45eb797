import type { FailureCode } from '@octavo/failure'
import { rawRoutes } from '../raw-routes.ts'
import { problemResponses } from './problems.ts'
import type { Operation } from './shapes.ts'

const json = (schema: object, example: unknown) => ({ content: { 'application/json': { schema, example } } })
const text = (more: object = {}) => ({ type: 'string', ...more })
const object = (properties: Record<string, object>, required = Object.keys(properties)) => ({ type: 'object', properties, required })
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })

interface Words {
  readonly tag: string
  readonly summary: string
  readonly description?: string
  readonly body?: object
  readonly parameters?: readonly object[]
  readonly answer: { readonly status: number; readonly description: string; readonly content?: object; readonly headers?: object }
  readonly refuses?: readonly FailureCode[]
  readonly security?: readonly object[]
}

const password = text({ minLength: 10, maxLength: 200 })
const user = object({ id: text(), email: text({ format: 'email' }), name: text(), emailVerified: { type: 'boolean' } })
const signedIn = {
  status: 200, description: 'Signed in; the cookie is the session. What the guest had in the basket follows the account.', headers: { 'Set-Cookie': { schema: text(), description: 'The session.' } },
  ...json(object({ user }), { user: { id: 'acc_01kb3v4hm2f0rt6rzq9g6ccx2e', email: 'ada@reader.example', name: 'Ada Reader', emailVerified: false } }),
}
const done = (description: string) => ({ status: 200, description, ...json(object({ status: { type: 'boolean' } }), { status: true }) })
const credentials = { email: 'ada@reader.example', password: 'a long enough password' }

/** What the raw routes say of themselves, by their names. */
const words: Readonly<Record<string, Words>> = {
  signUp: {
    tag: 'Signing in', summary: 'Open an account', answer: signedIn, refuses: ['CONFLICT'],
    body: json(object({ email: text({ format: 'email' }), password, name: text({ minLength: 1, maxLength: 120 }) }), { ...credentials, name: 'Ada Reader' }),
  },
  signIn: { tag: 'Signing in', summary: 'Sign in', description: 'For an account with a second factor the answer is `{ "twoFactorRedirect": true }` and a cookie for the second step, `POST /api/auth/two-factor/verify-totp`.', answer: signedIn, refuses: ['SIGN_IN_REQUIRED'], body: json(object({ email: text({ format: 'email' }), password: text() }), credentials) },
  signInWithCode: {
    tag: 'Signing in', summary: 'Sign in: the code from the phone', description: 'The second step, with the cookie that the first one set. It is good for ten minutes and five tries.', answer: signedIn, refuses: ['SIGN_IN_REQUIRED', 'RATE_LIMITED'],
    body: json(object({ code: text({ pattern: '^\\d{6}$' }) }), { code: '492039' }),
  },
  signInWithBackupCode: { tag: 'Signing in', summary: 'Sign in: a backup code', description: 'Instead of the code from the phone; each is good once.', answer: signedIn, refuses: ['SIGN_IN_REQUIRED', 'RATE_LIMITED'], body: json(object({ code: text() }), { code: 'fJ3kd-9sKq2' }) },
  signOut: {
    tag: 'Signing in', summary: 'Sign out', description: 'The session ends, and whoever comes next in this browser is another guest.',
    answer: { status: 200, description: 'Signed out.', ...json(object({ success: { type: 'boolean' } }), { success: true }) }, body: json({ type: 'object' }, {}),
  },
  verifyEmail: {
    tag: 'Signing in', summary: "Prove an address by the link in a mail", description: 'Orders placed as a guest with this address then belong to the account.',
    parameters: [{ name: 'token', in: 'query', required: true, schema: text(), example: 'the token of the link' }, { name: 'callbackURL', in: 'query', schema: text({ pattern: '^/' }), description: 'A path of this shop to go on to.', example: '/account' }],
    answer: { status: 302, description: 'Proven, or not: the address to go on to says so.', headers: { Location: { schema: text() } } }, refuses: ['FORBIDDEN', 'SIGN_IN_REQUIRED'],
  },
  sendVerificationEmail: { tag: 'Signing in', summary: 'Mail that link again', answer: done('It is on its way, if there is such an account.'), body: json(object({ email: text({ format: 'email' }) }), { email: credentials.email }), refuses: ['FORBIDDEN'] },
  requestPasswordReset: {
    tag: 'Signing in', summary: 'Ask for a new password', description: 'Says the same whether there is such an account or not.', answer: done('A mail is on its way, if there is such an account.'),
    body: json(object({ email: text({ format: 'email' }) }), { email: credentials.email }),
  },
  resetPassword: {
    tag: 'Signing in', summary: "Set a new password by the link in a mail", description: 'Ends all sessions of the account.', answer: done('The password is changed.'),
    body: json(object({ token: text(), newPassword: password }), { token: 'the token of the link', newPassword: credentials.password }),
  },
  changePassword: {
    tag: 'Signing in', summary: 'Change your password', answer: { status: 200, description: 'The password is changed.', ...json(object({ user }), signedIn.content['application/json'].example) }, refuses: ['SIGN_IN_REQUIRED'],
    body: json(object({ currentPassword: text(), newPassword: password, revokeOtherSessions: { type: 'boolean' } }, ['currentPassword', 'newPassword']), { currentPassword: credentials.password, newPassword: 'another long password', revokeOtherSessions: true }),
    security: [{ session: [] }],
  },
  followCheckout: {
    tag: 'Checkout', summary: 'Follow a checkout as server-sent events', refuses: ['NOT_FOUND'],
    description: 'Each `data` is the checkout as `GET /api/checkouts/{checkoutId}` answers it. The first tells where it stands, one follows each change, and the stream ends when the checkout has. Comments keep it open; when it breaks, ask again.',
    parameters: [{ name: 'checkoutId', in: 'path', required: true, schema: text(), example: 'cko_01kb3v4hm2f0rt6rzq9g6ccx2e' }],
    answer: { status: 200, description: 'The stream.', content: { 'text/event-stream': { schema: ref('Checkout'), example: 'data: {"id":"cko_01kb3v4hm2f0rt6rzq9g6ccx2e","status":"running"}\n\ndata: {"id":"cko_01kb3v4hm2f0rt6rzq9g6ccx2e","status":"completed","orderId":"ord_01kb3v4hm2f0rt6rzq9g6ccx2e"}\n\n' } } },
  },
  stripeWebhook: {
    tag: 'Webhooks', summary: 'The payment provider says that something happened', description: 'It only wakes the shop, which then reads from the provider what happened: repeated, late and reordered events do no harm.',
    parameters: [{ name: 'Stripe-Signature', in: 'header', required: true, schema: text(), description: 'Proves that the body is the provider\'s.', example: 't=1760000000,v1=5257a869e7ecebeda32affa62cdca3fa51cad7e77a0e56ff536d0ce8e108d8bd' }],
    body: json({ type: 'object', description: "An event as Stripe's API sends it." }, { id: 'evt_1', object: 'event', type: 'payment_intent.amount_capturable_updated', data: { object: { id: 'pi_1', object: 'payment_intent' } } }),
    answer: { status: 200, description: 'Noted.', ...json(object({ received: { type: 'boolean' } }), { received: true }) }, refuses: ['TOO_LARGE'], security: [{}],
  },
  carrierWebhook: {
    tag: 'Webhooks', summary: 'The carrier says where a parcel stands', description: 'Kept by its id and told on once: repeated, late and reordered events do no harm. A parcel that was picked up has left, one that was delivered has arrived.',
    parameters: [{ name: 'Carrier-Signature', in: 'header', required: true, schema: text(), description: 'Proves that the body is the carrier\'s: HMAC-SHA256 over the time, a dot and the body.', example: 't=1760000000,v1=5257a869e7ecebeda32affa62cdca3fa51cad7e77a0e56ff536d0ce8e108d8bd' }],
    body: json(object({ id: text(), trackingNumber: text(), reference: text(), state: text(), at: text({ format: 'date-time' }) }), { id: 'cev_1', trackingNumber: 'PP0000000001', reference: 'shp_01kb3v4hm2f0rt6rzq9g6ccx2e', state: 'in_transit', at: '2026-03-14T09:26:53.000Z' }),
    answer: { status: 200, description: 'Noted.', ...json(object({ received: { type: 'boolean' } }), { received: true }) }, refuses: ['NOT_FOUND', 'TOO_LARGE'], security: [{}],
  },
  operatorShipmentLabel: {
    tag: 'Operator', summary: 'A parcel\'s label, to be printed', refuses: ['SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND'], security: [{ operator: [] }, { session: [] }],
    parameters: [{ name: 'shipmentId', in: 'path', required: true, schema: text(), example: 'shp_01kb3v4hm2f0rt6rzq9g6ccx2e' }],
    answer: { status: 200, description: '100 by 150 mm.', content: { 'image/svg+xml': { schema: text() } } },
  },
  operatorUploadPicture: {
    tag: 'Operator', summary: 'Give a product a picture', refuses: ['SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'TOO_LARGE'], security: [{ operator: [] }, { session: [] }],
    description: 'The body is the picture: JPEG, PNG or WebP by its content, whatever it is called; still, at most 15 MB, 12,000 pixels a side and 40 million in all. It is kept upright, in several widths, and without what its file tells of camera and place. The same bytes again are the picture that is there.',
    parameters: [
      { name: 'productId', in: 'path', required: true, schema: text(), example: 'prd_01kb3v4hm2f0rt6rzq9g6ccx2e' },
      { name: 'alt', in: 'query', schema: text({ maxLength: 500 }), description: 'What it shows, for those who do not see it.', example: 'The front, with a whale in gold' },
    ],
    body: { content: { 'image/jpeg': { schema: {} }, 'image/png': { schema: {} }, 'image/webp': { schema: {} } } },
    answer: {
      status: 201, description: 'Taken in as the product\'s last picture.',
      ...json(ref('Medium'), { id: 'pic_01kb3v4hm2f0rt6rzq9g6ccx2e', kind: 'cover', url: '/media/9f86d081884c7d659a2feaa0c55ad015/1600.jpg', alt: 'The front, with a whale in gold', widthPx: 1600, heightPx: 2400, widthsPx: [160, 320, 640, 960, 1600] }),
    },
  },
  operatorExport: {
    tag: 'Operator', summary: 'Take the catalogue out as one file', refuses: ['SIGN_IN_REQUIRED', 'FORBIDDEN'], security: [{ operator: [] }, { session: [] }],
    description: 'What `npm run octavo -- export` does: every product as it stands, with what is left of its stock, as a table or as ONIX for Books 3.1 that an import reads back. The answer is written while the catalogue is read; one that breaks off is not whole.',
    parameters: [
      { name: 'format', in: 'query', required: true, schema: text({ enum: ['csv', 'onix'] }), description: 'What the file is.', example: 'csv' },
      { name: 'tags', in: 'query', schema: text({ enum: ['reference', 'short'] }), description: 'How ONIX names its elements; by reference names when not said.', example: 'reference' },
    ],
    answer: {
      status: 200, description: 'The file.',
      content: {
        'text/csv': { schema: text(), example: 'source,product,kind,handle,title\ncsv,emma,book,emma,Emma\n' },
        'application/xml': { schema: text(), example: '<?xml version="1.0" encoding="UTF-8"?>\n<ONIXMessage release="3.1" xmlns="http://ns.editeur.org/onix/3.1/reference"></ONIXMessage>\n' },
      },
    },
  },
  operatorUploadImport: {
    tag: 'Operator', summary: 'Upload a catalogue file whole, to be read in the shop', refuses: ['SIGN_IN_REQUIRED', 'FORBIDDEN'], security: [{ operator: [] }, { session: [] }],
    description: 'The body is the file, with its length in `Content-Length`; it may be packed by gzip, or alone in a zip. When it is kept the import is answered, and then runs by itself, one at a time, also when whoever uploaded it has gone or the shop was started anew. `GET /api/operator/imports` tells how far it is.',
    parameters: [
      { name: 'format', in: 'query', required: true, schema: text({ enum: ['csv', 'goodbooks', 'onix', 'esci'] }), example: 'csv' },
      { name: 'file', in: 'query', required: true, schema: text({ maxLength: 500 }), description: 'Its name, for people.', example: 'books.csv' },
      { name: 'options', in: 'query', schema: text(), description: 'JSON: `prices` and `stock` for what the file has none for, `mapping` of its columns.', example: '{"stock":10}' },
    ],
    body: { content: { 'application/octet-stream': { schema: { description: 'The file.' } } } },
    answer: { status: 202, description: 'The file is kept.', ...json(object({ id: text() }), { id: 'imp_01kb3v4hm2f0rt6rzq9g6ccx2e' }) },
  },
  operatorImportRejects: {
    tag: 'Operator', summary: 'What of an uploaded file did not come in', refuses: ['SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND'], security: [{ operator: [] }, { session: [] }],
    parameters: [{ name: 'importId', in: 'path', required: true, schema: text(), example: 'imp_01kb3v4hm2f0rt6rzq9g6ccx2e' }],
    answer: { status: 200, description: 'A table of line, identity and reason.', content: { 'text/csv': { schema: text(), example: 'line,identity,reason\n7,isbn13:9780140449136,there is no seller "harbour"\n' } } },
  },
  operatorImport: {
    tag: 'Operator', summary: 'Bring a file into the catalogue', refuses: ['SIGN_IN_REQUIRED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT'], security: [{ operator: [] }, { session: [] }],
    description: 'What `npm run octavo -- import` does. A JSON body without a query opens the import and is answered by where to begin. Then the file\'s bytes follow in as many requests as you like, each with `id` and the `position` it begins at, the last with `end=true`; each is answered by lines of JSON while it is read.',
    parameters: [
      { name: 'id', in: 'query', schema: text(), description: 'Of the import that was opened.', example: 'imp_01kb3v4hm2f0rt6rzq9g6ccx2e' },
      { name: 'position', in: 'query', schema: { type: 'integer', minimum: 0 }, description: 'The byte of the file that the body begins at.', example: 0 },
      { name: 'end', in: 'query', schema: { type: 'boolean' }, description: 'The file ends with this body.', example: true },
    ],
    body: {
      content: {
        'application/json': { schema: object({ format: text({ enum: ['csv', 'goodbooks', 'onix', 'esci'] }), file: text(), fingerprint: text(), options: { type: 'object' } }), example: { format: 'csv', file: 'books.csv', fingerprint: '7f83b1657ff1fc53', options: {} } },
        'application/octet-stream': { schema: { description: "A piece of the file." } },
      },
    },
    answer: {
      status: 200, description: 'Opened, or read so far.',
      content: {
        'application/json': { schema: object({ id: text(), position: { type: 'integer' } }), example: { id: 'imp_01kb3v4hm2f0rt6rzq9g6ccx2e', position: 0, read: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 } },
        'application/x-ndjson': { schema: { type: 'object' }, example: '{"type":"done","position":48213,"read":100,"created":99,"updated":0,"unchanged":0,"rejected":1}\n' },
      },
    },
  },
}

const requestId = { 'X-Request-Id': { $ref: '#/components/headers/RequestId' } }
const anyone = [{}, { guest: [] }, { session: [] }]

/** The routes that are no procedures, as the document tells them. */
export const rawOperations: readonly { readonly path: string; readonly method: string; readonly operation: Operation }[] = [
  ...rawRoutes.map(({ name, method, path }) => {
    const known = words[name]
    if (!known) throw new TypeError(`the route ${name} has no words`)
    const { tag, summary, description, body, parameters, answer: { status, ...answer }, refuses = [], security = anyone } = known
    const operation = {
      operationId: name, tags: [tag], summary, ...(description && { description }), ...(parameters && { parameters }), ...(body && { requestBody: { required: true, ...body } }), security,
      responses: { [status]: { ...answer, headers: { ...requestId, ...answer.headers } }, ...problemResponses(['INVALID_INPUT', ...refuses, ...(method === 'POST' && !refuses.includes('TOO_LARGE') ? ['TOO_LARGE' as const] : []), 'RATE_LIMITED', 'UNAVAILABLE', 'INTERNAL']) },
    }
    return { path, method: method.toLowerCase(), operation: operation as unknown as Operation }
  }),
  own('/health/live', 'isLive', 'Whether the process runs', { status: 200, description: 'It does.', ...json(object({ status: text() }), { status: 'live' }) }),
  own('/health/ready', 'isReady', 'Whether the shop can do its work', { status: 200, description: 'It can.', ...json(object({ status: text() }), { status: 'ready' }) },
    { 503: { description: 'Not now; `why` says what is missing.', ...json(object({ status: text(), why: text() }), { status: 'not ready', why: 'database: no connection' }) } }),
  own('/api/openapi.json', 'getOpenApi', 'This document', { status: 200, description: 'OpenAPI 3.1.', content: { 'application/json': { schema: { type: 'object' } } } }),
  own('/api/docs', 'readDocs', 'This document, for reading', { status: 200, description: 'A page.', content: { 'text/html': { schema: text() } } }),
]

function own(path: string, operationId: string, summary: string, { status, ...answer }: Words['answer'], more: object = {}) {
  return { path, method: 'get', operation: { operationId, tags: ['Shop'], summary, security: [{}], responses: { [status]: { ...answer, headers: requestId }, ...more } } as unknown as Operation }
}
