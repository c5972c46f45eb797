import { createHmac, timingSafeEqual } from 'node:crypto'
import { isId, newId } from '@octavo/ids'
import { guestCookie } from './pages.ts'

export { guestCookie }

const yearSeconds = 365 * 24 * 3600

/** A guest is a cookie with an id and our signature over it; nothing is stored until there is something to store. */
export interface Guests {
  /** The guest a cookie stands for; undefined when there is none or it was made up. */
  read(cookie: string | undefined): string | undefined
  /** A new guest, and the cookie to set. */
  make(secure: boolean): { guestId: string; setCookie: string }
}

/** The first key signs, all verify: a key is changed without anybody losing a basket. */
export function guests(keys: readonly [string, ...string[]]): Guests {
  const mac = (guestId: string, key: string): string => createHmac('sha256', key).update(`guest:${guestId}`).digest('base64url')
  const known = new Map<string, string>()
  return {
    read(cookie) {
      if (!cookie) return undefined
      const seen = known.get(cookie)
      if (seen) return seen
      const [guestId = '', given = ''] = cookie.split('.')
      if (!isId('gst', guestId)) return undefined
      const said = Buffer.from(given)
      const right = keys.some((key) => { const wanted = Buffer.from(mac(guestId, key)); return wanted.length === said.length && timingSafeEqual(wanted, said) })
      if (!right) return undefined
      if (known.size > 10_000) known.clear()
      known.set(cookie, guestId)
      return guestId
    },
    make(secure) {
      const guestId = newId('gst')
      return { guestId, setCookie: `${guestCookie}=${guestId}.${mac(guestId, keys[0])}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${yearSeconds}${secure ? '; Secure' : ''}` }
    },
  }
}
