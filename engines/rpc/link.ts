import { createORPCClient, ORPCError } from '@orpc/client'
import type { Caller } from '@octavo/caller'
import { failure } from '@octavo/failure'
import { newId } from '@octavo/ids'
import { requestContext } from '@octavo/telemetry'
import { defaultDeadlineMs, maxMessageBytes, type CallOptions, type Client, type Contract } from './port.ts'
import type { Answer, WireFailure } from './router.ts'

/** One call as a transport sends it. */
export interface Sent {
  readonly name: string
  readonly text: string
  readonly idempotent: boolean
  readonly caller: Caller
  readonly requestId: string
  readonly deadlineMs: number
  readonly signal: AbortSignal | undefined
}

/**
 * A typed client over a transport. The request's id and deadline are taken from the request this happens in, so that they follow it
 * from service to service; a call may shorten the deadline, never lengthen it.
 */
export function clientOver<C extends Contract>(contract: C, as: Caller, send: (call: Sent) => Promise<Answer>): Client<C> {
  const idempotent = new Set(Object.entries(contract).filter(([, procedure]) => procedure['~orpc'].meta['idempotent'] === true).map(([name]) => name))
  return createORPCClient<Client<C>>({
    async call(path, input, { context, signal }) {
      const name = path[0] ?? ''
      const around = requestContext()
      const given = (context as CallOptions).deadlineMs ?? Date.now() + defaultDeadlineMs
      const deadlineMs = around ? Math.min(around.deadlineMs, given) : given
      const text = input === undefined ? '' : JSON.stringify(input)
      if (Buffer.byteLength(text) > maxMessageBytes) throw failure('TOO_LARGE')
      signal?.throwIfAborted()
      const answer = await untilAborted(send({
        name, text, idempotent: idempotent.has(name), signal, deadlineMs,
        caller: (context as CallOptions).caller ?? as,
        requestId: around?.requestId ?? newId('req'),
      }), signal)
      if (answer.ok) return answer.text === '' ? undefined : JSON.parse(answer.text)
      const { code, status, message, defined, data } = JSON.parse(answer.text) as WireFailure
      throw new ORPCError(code, { status, message, defined, data })
    },
  })
}

/** The caller who gives up hears so at once, whatever the other side still does. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
