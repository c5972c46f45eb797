import type { ServiceName } from './clients.ts'

/** What is no procedure and goes to its service unparsed. */
export interface RawRoute {
  readonly name: string
  readonly service: ServiceName
  readonly method: 'GET' | 'POST'
  /** As the world knows it, with parameters in braces. */
  readonly path: `/api/${string}`
  /** The body itself is signed by another company: no cookie's authority is involved. */
  readonly signed?: true
  /** A session ends here: whoever comes next is another guest. */
  readonly ends?: true
  /** The body comes in pieces of any length. */
  readonly long?: true
}

/** A request on such a route, with its URL as the service knows it. */
export type RawRequest = RawRoute & { readonly url: string }

const auth = (name: string, method: 'GET' | 'POST', path: string, more: Pick<RawRoute, 'ends'> = {}): RawRoute => ({ name, service: 'users', method, path: `/api/auth/${path}`, ...more })

/** Of the sign-in library's routes only these are open. */
export const rawRoutes: readonly RawRoute[] = [
  auth('signUp', 'POST', 'sign-up/email'),
  auth('signIn', 'POST', 'sign-in/email'),
  auth('signInWithCode', 'POST', 'two-factor/verify-totp'),
  auth('signInWithBackupCode', 'POST', 'two-factor/verify-backup-code'),
  auth('signOut', 'POST', 'sign-out', { ends: true }),
  auth('verifyEmail', 'GET', 'verify-email'),
  auth('sendVerificationEmail', 'POST', 'send-verification-email'),
  auth('requestPasswordReset', 'POST', 'request-password-reset'),
  auth('resetPassword', 'POST', 'reset-password'),
  auth('changePassword', 'POST', 'change-password'),
  { name: 'followCheckout', service: 'orders', method: 'GET', path: '/api/checkouts/{checkoutId}/events' },
  { name: 'stripeWebhook', service: 'payments', method: 'POST', path: '/api/webhooks/stripe', signed: true },
  { name: 'carrierWebhook', service: 'shipping', method: 'POST', path: '/api/webhooks/carrier', signed: true },
  { name: 'operatorShipmentLabel', service: 'shipping', method: 'GET', path: '/api/operator/shipments/{shipmentId}/label' },
  { name: 'operatorUploadPicture', service: 'catalog', method: 'POST', path: '/api/operator/products/{productId}/pictures', long: true },
  { name: 'operatorExport', service: 'catalog', method: 'GET', path: '/api/operator/exports' },
  { name: 'operatorUploadImport', service: 'catalog', method: 'POST', path: '/api/operator/imports/uploads', long: true },
  { name: 'operatorImportRejects', service: 'catalog', method: 'GET', path: '/api/operator/imports/{importId}/rejects' },
  { name: 'operatorImport', service: 'catalog', method: 'POST', path: '/api/operator/imports', long: true },
]

/** What of an address the services do not know. */
const prefixOf = (path: string): string => (path.startsWith('/api/operator/') ? '/api/operator' : '/api')
const patterns = rawRoutes.map((route) => ({ route, pattern: new RegExp(`^${route.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`) }))

/** The raw route that a request is for. */
export function rawRoute(method: string, path: string, query: string): RawRequest | undefined {
  const found = patterns.find(({ route, pattern }) => route.method === method && pattern.test(path))?.route
  return found && { ...found, url: path.slice(prefixOf(found.path).length) + (query === '' ? '' : `?${query}`) }
}

/** Methods that a path has among the raw routes. */
export const rawMethods = (path: string): readonly string[] => patterns.filter(({ pattern }) => pattern.test(path)).map(({ route }) => route.method)
