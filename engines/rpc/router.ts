import { createProcedureClient, implement, ORPCError } from '@orpc/server'
import { failure, isFailure } from '@octavo/failure'
import { inRequest } from '@octavo/telemetry'
import { maxMessageBytes, type CallContext, type Contract, type Handlers } from './port.ts'

/** A service's procedures, ready to be called with texts as they come over the wire. */
export interface Router {
  has(name: string): boolean
  /** Never throws: a declared failure, and a bug as INTERNAL, come back as answers. */
  call(name: string, inputText: string, context: Omit<CallContext, 'signal'>, aborted?: AbortSignal): Promise<Answer>
}

export type Answer = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly text: string; readonly status: number }

/** A failure as it goes over the wire. */
export interface WireFailure {
  readonly code: string
  readonly status: number
  readonly message: string
  readonly defined: boolean
  readonly data: unknown
}

/**
 * Joins a contract and its handlers. Inputs and outputs are validated by the contract's schemas; a failure that the procedure did not
 * declare is treated as a bug, told to `bug` whole, and reaches the caller as INTERNAL without its words.
 */
export function routerOf<C extends Contract>(contract: C, handlers: Handlers<C>, bug: (error: unknown, procedure: string) => void): Router {
  const calls = new Map<string, (input: unknown, context: CallContext) => Promise<unknown>>()
  const builder = implement(contract).$context<CallContext>() as unknown as Record<string, { handler(work: unknown): never }>
  for (const [name, handler] of Object.entries(handlers)) {
    const built = builder[name]
    if (!built) throw new TypeError(`the contract has no procedure ${name}`)
    const client = createProcedureClient(built.handler(handler), { context: (context: CallContext) => context, path: [name] })
    calls.set(name, (input, context) => (client as (input: unknown, options: object) => Promise<unknown>)(input, { context, signal: context.signal }))
  }
  for (const name of Object.keys(contract)) if (!calls.has(name)) throw new TypeError(`no handler for ${name}`)

  return {
    has: (name) => calls.has(name),
    async call(name, inputText, context, aborted) {
      const call = calls.get(name)
      if (!call) return refused(failure('NOT_FOUND', `there is no procedure ${name}`))
      if (Buffer.byteLength(inputText) > maxMessageBytes) return refused(failure('TOO_LARGE'))
      const control = new AbortController()
      const abort = () => control.abort(aborted?.reason)
      aborted?.addEventListener('abort', abort, { once: true })
      let timer: NodeJS.Timeout | undefined
      try {
        const leftMs = context.deadlineMs - Date.now()
        if (leftMs <= 0) throw failure('DEADLINE_EXCEEDED')
        const input: unknown = inputText === '' ? undefined : JSON.parse(inputText)
        const late = new Promise<never>((_, reject) => {
          timer = setTimeout(() => { reject(failure('DEADLINE_EXCEEDED')); control.abort(failure('DEADLINE_EXCEEDED')) }, leftMs)
        })
        const output = await Promise.race([inRequest(context, () => call(input, { ...context, signal: control.signal })), late])
        const text = output === undefined ? '' : JSON.stringify(output)
        return Buffer.byteLength(text) > maxMessageBytes ? refused(failure('TOO_LARGE', 'The answer is larger than a message may be; ask for less.')) : { ok: true, text }
      } catch (error) {
        return refused(declared(error, (undeclared) => bug(undeclared, name)))
      } finally {
        clearTimeout(timer)
        aborted?.removeEventListener('abort', abort)
      }
    },
  }
}

/** One router for the procedures of several; the first that has a procedure answers it. */
export function joinRouters(...routers: readonly Router[]): Router {
  const unknown = routers[0]
  if (!unknown) throw new TypeError('at least one router')
  return {
    has: (name) => routers.some((router) => router.has(name)),
    call: (name, ...rest) => (routers.find((router) => router.has(name)) ?? unknown).call(name, ...rest),
  }
}

/** Failures any procedure may answer without declaring them: they are about the call, not about the business. */
const always = new Set(['INVALID_INPUT', 'SIGN_IN_REQUIRED', 'FORBIDDEN', 'TOO_LARGE', 'UNAVAILABLE', 'DEADLINE_EXCEEDED', 'INTERNAL'])

function declared(error: unknown, bug: (error: unknown) => void): WireFailure {
  if (error instanceof SyntaxError) return wire(failure('INVALID_INPUT', 'The input is not JSON.'))
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') {
    const issues = (error.data as { issues?: readonly { path?: readonly unknown[]; message: string }[] } | undefined)?.issues ?? []
    return wire(failure('INVALID_INPUT', issues.map((issue) => `${issue.path?.join('.') || 'input'}: ${issue.message}`).join('; ') || undefined, {
      fields: issues.map((issue) => ({ path: issue.path?.join('.') ?? '', message: issue.message })),
    }))
  }
  if (isFailure(error) && (error.defined || always.has(error.code))) return wire(error)
  bug(error)
  return wire(failure('INTERNAL'))
}

const wire = (error: ORPCError<string, unknown>): WireFailure => ({ code: error.code, status: error.status, message: error.message, defined: true, data: error.data ?? {} })
const refused = (error: WireFailure | ORPCError<string, unknown>): Answer => ({ ok: false, status: error.status, text: JSON.stringify(error instanceof ORPCError ? wire(error) : error) })
