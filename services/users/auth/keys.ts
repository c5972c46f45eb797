import { createHmac, timingSafeEqual } from 'node:crypto'

/** What the library signed comes back in cookies and in links. */
export interface Keys {
  /** A `Cookie` header as the library knows it. */
  cookies(header: string): string
  /** The token of a mailed link as the library knows it. */
  token(text: string): string
}

const cookie = /((?:^|;\s*)(?:__Secure-)?octavo\.\w+=)([^;]+)/g

/**
 * The library knows one key, the newest. While a key is replaced, what the older one signed is signed anew on its way in, so that nobody
 * is signed out and no link in a mail dies. Anything else passes as it is, and the library refuses it.
 */
export function keys([newest, ...older]: readonly [string, ...string[]]): Keys {
  const mac = (text: string, key: string): Buffer => createHmac('sha256', key).update(text).digest()

  function signedAnew(signed: string, encoding: 'base64' | 'base64url'): string {
    const end = signed.lastIndexOf('.')
    const text = signed.slice(0, end)
    const given = Buffer.from(signed.slice(end + 1), encoding)
    const known = older.some((key) => { const wanted = mac(text, key); return wanted.length === given.length && timingSafeEqual(wanted, given) })
    return known ? `${text}.${mac(text, newest).toString(encoding)}` : signed
  }

  return {
    cookies: (header) => (older.length === 0 ? header : header.replace(cookie, (_, name: string, value: string) => `${name}${encodeURIComponent(signedAnew(decoded(value), 'base64'))}`)),
    token: (text) => (older.length === 0 ? text : signedAnew(text, 'base64url')),
  }
}

function decoded(value: string): string {
  try { return decodeURIComponent(value) } catch { return value }
}
