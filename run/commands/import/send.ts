import { once } from 'node:events'
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { ImportLine } from '@octavo/catalog/http'
import { Refusal, Trouble } from '../command.ts'
import type { RunningShop } from '../../control.ts'

type Ended = Extract<ImportLine, { type: 'part' | 'done' }>
type Told = Exclude<ImportLine, Ended | { type: 'failed' }>

export interface Part {
  readonly id: string
  readonly position: number
  /** The source ends with this part. */
  readonly end: boolean
  readonly bytes: AsyncIterable<Uint8Array>
  /** No more is sent after this time, so that no request is open for longer than a door on the way allows. */
  readonly sendMs: number
  readonly stop: AbortSignal
}

/**
 * Sends bytes as fast as the shop takes them, and hears what it says meanwhile. Undefined when it was stopped: the connection is given
 * up then, since what lies in it unread would keep the shop busy for seconds.
 * @throws {Trouble} when the shop says no, or the connection breaks
 */
export async function sendPart(shop: RunningShop, part: Part, heard: (line: Told) => Promise<void>): Promise<Ended | undefined> {
  const url = new URL(`/api/operator/imports?id=${part.id}&position=${part.position}${part.end ? '&end=true' : ''}`, shop.url)
  const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, { method: 'POST', headers: { authorization: `Bearer ${shop.token}`, 'content-type': 'application/octet-stream' } })
  request.on('error', () => {}) // told by the answer that does not come
  const enough = new AbortController()
  const giveUp = (): void => { enough.abort(); request.destroy(new Error('stopped')) }
  part.stop.addEventListener('abort', giveUp)
  const sending = send(request, part, enough.signal)
  sending.catch(() => {}) // heard when its answer is
  try {
    const ended = await hear(request, heard, () => enough.abort())
    await sending
    return ended
  } catch (error) {
    if (part.stop.aborted) return undefined
    throw error instanceof Trouble ? error : new Trouble(`The shop broke off (${(error as Error).message}). Once it runs again, the same command goes on where it stopped.`)
  } finally {
    part.stop.removeEventListener('abort', giveUp)
    enough.abort()
    await sending.catch(() => {})
    request.destroy()
  }
}

async function send(request: ClientRequest, { bytes, end, sendMs }: Part, enough: AbortSignal): Promise<void> {
  const until = performance.now() + sendMs
  for await (const piece of bytes) {
    if (enough.aborted || request.destroyed) break
    if (!request.write(piece)) await writable(request, enough)
    // Of the last part everything has to go: the shop takes its end for the source's.
    if (!end && performance.now() > until) break
  }
  request.end()
}

/** Until it takes more, or nobody wants it to. */
async function writable(request: ClientRequest, enough: AbortSignal): Promise<void> {
  const over = new AbortController()
  const signal = AbortSignal.any([over.signal, enough])
  await Promise.race([once(request, 'drain', { signal }), once(request, 'close', { signal })]).catch(() => {})
  over.abort()
}

async function hear(request: ClientRequest, heard: (line: Told) => Promise<void>, enough: () => void): Promise<Ended> {
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  if (response.statusCode !== 200) {
    enough()
    let text = ''
    for await (const piece of response) text += String(piece)
    const { detail, code } = JSON.parse(text.startsWith('{') ? text : '{}') as { detail?: string; code?: string }
    throw new Refusal(detail ?? `The shop answered ${response.statusCode}.`, code ?? '')
  }
  let failed: Refusal | undefined
  for await (const text of linesOf(response)) {
    const line = JSON.parse(text) as ImportLine
    if (line.type === 'failed') { failed = new Refusal(line.detail, line.code); enough() }
    else if (line.type === 'part' || line.type === 'done') return line
    else await heard(line)
  }
  throw failed ?? new Error('its answer has no end')
}

async function* linesOf(response: IncomingMessage): AsyncGenerator<string> {
  let held = ''
  for await (const piece of response.setEncoding('utf8') as AsyncIterable<string>) {
    const lines = (held + piece).split('\n')
    held = lines.pop() ?? ''
    yield* lines
  }
}
