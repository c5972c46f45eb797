import { createHmac, timingSafeEqual } from 'node:crypto'

/** The key of the signed link in an order's mail: opens the order on another device. Made with the first secret. */
export function linkKey(orderId: string, secrets: readonly string[]): string {
  return sign(orderId, secrets[0] ?? '')
}

/** Whether the key opens the order, by any secret that is still valid. */
export function opens(orderId: string, key: string, secrets: readonly string[]): boolean {
  const given = Buffer.from(key)
  return secrets.some((secret) => {
    const right = Buffer.from(sign(orderId, secret))
    return given.length === right.length && timingSafeEqual(given, right)
  })
}

const sign = (orderId: string, secret: string): string => createHmac('sha256', secret).update(`order link ${orderId}`).digest('base64url')
