import type { Edition } from '../edition.ts'

/** Product availability, list 65; in release 2.1 also the letters of list 54. */
export function availabilityOf(code: string | undefined): Edition['availability'] {
  if (code === undefined) return 'unknown'
  if (/^(IP|IS|PP|TO|CS|WS|XX)$/.test(code)) return code === 'IP' || code === 'IS' ? 'available' : 'to_order'
  if (/^(NP|NY)$/.test(code)) return 'not_yet'
  if (/^(OP|OI|OR|AB|RE|WR|UR|OF|NN)$/.test(code)) return 'gone'
  if (code === '01' || code === '51' || (code >= '40' && code <= '49')) return 'gone'
  if (code >= '10' && code <= '12') return 'not_yet'
  if (code === '21') return 'available'
  if (code >= '20' && code <= '23') return code === '20' ? 'available' : 'to_order'
  if (code >= '30' && code <= '34') return 'to_order'
  return 'unknown'
}
