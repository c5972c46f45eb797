import { createHmac, timingSafeEqual } from 'node:crypto'
import { callerSchema, type Caller } from '@octavo/caller'
import { failure } from '@octavo/failure'

/** Who asks, in which request, until when: what one process tells another and signs. */
export interface Identity {
  readonly caller: Caller
  readonly requestId: string
  readonly deadlineMs: number
}

/** Keys shared by the shop's processes; the first signs, all verify, so that a key can be changed without a stop. */
export type SharedKeys = readonly [string, ...string[]]

/** As a header: the identity in base64url, a dot, and an HMAC-SHA256 of it and of what is asked for. */
export function sign(identity: Identity, path: string, keys: SharedKeys): string {
  const body = Buffer.from(JSON.stringify(identity)).toString('base64url')
  return `${body}.${mac(body, path, keys[0])}`
}

/** @throws FORBIDDEN when no valid key signed it for this path, or when it is older than its own deadline. */
export function verify(header: string | undefined, path: string, keys: SharedKeys): Identity {
  const [body = '', given = ''] = (header ?? '').split('.')
  const said = Buffer.from(given)
  const right = keys.some((key) => {
    const wanted = Buffer.from(mac(body, path, key))
    return wanted.length === said.length && timingSafeEqual(wanted, said)
  })
  if (!right) throw failure('FORBIDDEN', 'This call is not signed by a process of this shop.')
  const { caller, requestId, deadlineMs } = JSON.parse(Buffer.from(body, 'base64url').toString()) as Identity
  if (!(deadlineMs > Date.now())) throw failure('DEADLINE_EXCEEDED')
  return { caller: callerSchema.parse(caller), requestId, deadlineMs }
}

const mac = (body: string, path: string, key: string): string => createHmac('sha256', key).update(`${path}\n${body}`).digest('base64url')
