import { ORPCError } from '@orpc/client'
import { failures, type FailureCode } from './codes.ts'

export { declare, failures, type FailureCode } from './codes.ts'

/** Something that may go wrong for the caller, declared in the contract. Anything else that is thrown is a bug. */
export type Failure<Code extends FailureCode = FailureCode> = ORPCError<Code, Record<string, unknown>>

/**
 * A declared failure to throw. `detail` says in plain words what happened and what to do next; the other fields go to the caller
 * as data beside the code.
 */
export function failure<Code extends FailureCode>(code: Code, detail?: string, data: Record<string, unknown> = {}): Failure<Code> {
  const declared = failures[code]
  return new ORPCError(code, { status: declared.status, message: detail ?? declared.message, data })
}

/** Whether something caught is a declared failure, of this code when one is named. */
export function isFailure<Code extends FailureCode>(caught: unknown, code?: Code): caught is Failure<Code> {
  return caught instanceof ORPCError && caught.code in failures && (code === undefined || caught.code === code)
}

/** For a `switch` that must not be left open. */
export function never(impossible: never): never {
  throw new TypeError(`unhandled case: ${JSON.stringify(impossible)}`)
}
