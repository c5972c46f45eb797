import type { IncomingMessage } from 'node:http'
import { newId } from '@octavo/ids'

/** The id a request goes by in answers, logs, calls and events: the one it came with when that is plain, else a new one. */
export function requestIdOf(request: IncomingMessage): string {
  const said = request.headers['x-request-id']
  return typeof said === 'string' && /^[\w.:-]{8,100}$/.test(said) ? said : newId('req')
}
