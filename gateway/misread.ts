import type { Duplex } from 'node:stream'
import { failure } from '@octavo/failure'
import { newId } from '@octavo/ids'
import { problemOf } from './problem.ts'

/** Answers, on the bare connection, what could not be read as HTTP at all, came too slowly, or has too long a head. */
export function answerMisread(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) { socket.destroy(); return }
  const [status, words, reason] = error.code === 'HPE_HEADER_OVERFLOW'
    ? [431, 'Request Header Fields Too Large', failure('TOO_LARGE', 'The headers are larger than 16 kB. Send fewer cookies or a shorter address.')] as const
    : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? [408, 'Request Timeout', failure('DEADLINE_EXCEEDED', 'The request came too slowly and was not waited for. Send it again.')] as const
      : [400, 'Bad Request', failure('INVALID_INPUT', 'This is not HTTP as this shop understands it.')] as const
  const body = JSON.stringify({ ...problemOf(reason, newId('req')), status })
  socket.end(`HTTP/1.1 ${status} ${words}\r\ncontent-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}\r\ncache-control: no-store\r\nconnection: close\r\n\r\n${body}`)
}
