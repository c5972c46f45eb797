import { ORPCError, type AnySchema } from '@orpc/contract'
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
  const calls = new Map<string, Procedure>()
  for (const [name, handler] of Object.entries(handlers)) {
    const declared = contract[name]?.['~orpc']
    if (!declared) throw new TypeError(`the contract has no procedure ${name}`)
    const { inputSchema, outputSchema, errorMap } = declared
    const work = handler as (call: { input: unknown; context: CallContext }) => Promise<unknown>
    calls.set(name, {
      codes: new Set([...always, ...Object.keys(errorMap)]),
      async run(input, context) {
        const read = await inputSchema?.['~standard'].validate(input)
        if (read?.issues) throw misread(read.issues)
        const output = await work({ input: read ? read.value : input, context })
        const checked = await outputSchema?.['~standard'].validate(output)
        if (checked?.issues) throw new TypeError(`${name} answered what its contract does not say: ${wordsOf(checked.issues).join('; ')}`)
        return checked ? checked.value : output
      },
    })
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
        const output = await Promise.race([inRequest(context, () => call.run(input, { ...context, signal: control.signal })), late])
        const text = output === undefined ? '' : JSON.stringify(output)
        return Buffer.byteLength(text) > maxMessageBytes ? refused(failure('TOO_LARGE', 'The answer is larger than a message may be; ask for less.')) : { ok: true, text }
      } catch (error) {
        return refused(declared(error, call.codes, (undeclared) => bug(undeclared, name)))
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

interface Procedure {
  /** What it may refuse. */
  readonly codes: ReadonlySet<string>
  run(input: unknown, context: CallContext): Promise<unknown>
}

type Issues = NonNullable<Awaited<ReturnType<AnySchema['~standard']['validate']>>['issues']>
const pathOf = ({ path }: Issues[number]): string => path?.map((step) => String(typeof step === 'object' ? step.key : step)).join('.') ?? ''
const wordsOf = (issues: Issues): string[] => issues.map((issue) => `${pathOf(issue) || 'input'}: ${issue.message}`)
const misread = (issues: Issues) => failure('INVALID_INPUT', wordsOf(issues).join('; ') || undefined, { fields: issues.map((issue) => ({ path: pathOf(issue), message: issue.message })) })

/** Failures any procedure may answer without declaring them: they are about the call, not about the business. */
const always = new Set(['INVALID_INPUT', 'SIGN_IN_REQUIRED', 'FORBIDDEN', 'TOO_LARGE', 'UNAVAILABLE', 'DEADLINE_EXCEEDED', 'INTERNAL'])

function declared(error: unknown, codes: ReadonlySet<string>, bug: (error: unknown) => void): WireFailure {
  if (error instanceof SyntaxError) return wire(failure('INVALID_INPUT', 'The input is not JSON.'))
  if (isFailure(error) && codes.has(error.code)) return wire(error)
  bug(error)
  return wire(failure('INTERNAL'))
}

const wire = (error: ORPCError<string, unknown>): WireFailure => ({ code: error.code, status: error.status, message: error.message, defined: true, data: error.data ?? {} })
const refused = (error: WireFailure | ORPCError<string, unknown>): Answer => ({ ok: false, status: error.status, text: JSON.stringify(error instanceof ORPCError ? wire(error) : error) })
