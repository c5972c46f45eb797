import type { IncomingMessage } from 'node:http'
import { newId } from '@octavo/ids'

/** The id a request goes by in answers, logs, calls and events: the one it came with when that is plain, else a new one. */
export function requestIdOf(request: IncomingMessage): string {
  const said = request.headers['x-request-id']
  return typeof said === 'string' && /^[\w.:-]{8,100}$/.test(said) ? said : nextId()
}

const letters = '0123456789abcdefghjkmnpqrstvwxyz'
const ending = 2
let [beginning, next] = ['', letters.length ** ending]

/** Every request has one, also those the edge answers: 1024 of them share what is drawn by lot, and are counted in their last letters. */
function nextId(): string {
  if (next === letters.length ** ending) [beginning, next] = [newId('req').slice(0, -ending), 0]
  const id = beginning + letters[next >> 5] + letters[next & 31]
  next += 1
  return id
}
