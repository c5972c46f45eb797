import type { Edition } from '../edition.ts'

/** Publishing status, list 64: cancelled, postponed without a day, withdrawn or recalled. Nobody may sell it, whatever a supplier still has. */
const calledOff = new Set(['01', '03', '11', '12', '15', '16', '17'])
const forthcoming = '02'

/** Product availability, list 65, in release 2.1 also the letters of list 54; and what the publishing status says before it. */
export function availabilityOf(code: string | undefined, status: string | undefined): Edition['availability'] {
  if (status !== undefined && calledOff.has(status)) return 'gone'
  if (code === undefined) return status === forthcoming ? 'not_yet' : 'unknown'
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
