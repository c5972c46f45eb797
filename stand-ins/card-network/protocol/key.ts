import { timingSafeEqual } from 'node:crypto'
import { ApiError } from './errors.ts'

/**
 * Admits the shop's secret key, as a bearer token or as the user of basic authentication.
 * @throws {ApiError} 401 for none or a wrong one.
 */
export function assertKey(authorization: string | undefined, secretKey: string): void {
  const given = keyIn(authorization)
  if (given === undefined) {
    throw new ApiError(401, {
      type: 'invalid_request_error', message: 'You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth.',
    })
  }
  const wanted = Buffer.from(secretKey)
  const offered = Buffer.from(given)
  if (offered.length !== wanted.length || !timingSafeEqual(offered, wanted)) {
    throw new ApiError(401, { type: 'invalid_request_error', message: `Invalid API Key provided: ${given.slice(0, 8)}${'*'.repeat(8)}` })
  }
}

function keyIn(authorization = ''): string | undefined {
  const [scheme, value] = authorization.split(' ')
  if (!value) return undefined
  if (scheme?.toLowerCase() === 'bearer') return value
  if (scheme?.toLowerCase() === 'basic') return Buffer.from(value, 'base64').toString().split(':')[0]
  return undefined
}
