import type { IncomingMessage } from 'node:http'
import { failure } from '@octavo/failure'

/**
 * What no part of the shop could make sense of is refused at the door, so that nothing further in has to expect it.
 * @throws INVALID_INPUT
 */
export function checkWellFormed(request: IncomingMessage, target: string): void {
  if (!target.startsWith('/')) throw failure('INVALID_INPUT', 'The request target must be a path that begins with a slash.')
  if (!isEncodedWell(target)) throw failure('INVALID_INPUT', 'The address is not percent-encoded UTF-8 without null characters. Encode it as encodeURIComponent does.')
  const { host } = request.headers
  if (host !== undefined && !/^(\[[\da-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i.test(host)) throw failure('INVALID_INPUT', 'The Host header is not a name with an optional port.')
}

function isEncodedWell(text: string): boolean {
  if (!text.includes('%')) return true
  if (/%00/.test(text)) return false
  try { decodeURIComponent(text); return true } catch { return false }
}

/** Whether a text out of JSON can be kept: databases take neither null characters nor halves of a surrogate pair. */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([name, inner]) => isStorable(name) && isStorable(inner))
}
