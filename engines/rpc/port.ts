import { oc, type AnyContractProcedure, type ContractProcedure, type ContractRouterClient, type InferSchemaInput, type InferSchemaOutput } from '@orpc/contract'
import type { Caller } from '@octavo/caller'
import type { RawRoutes } from '@octavo/service'

export interface ProcedureMeta extends Record<string, unknown> {
  /** Asked twice it has the effect of once, so that a broken connection may be tried again. Reads are; a write says so itself. */
  idempotent?: boolean
}

/**
 * Begins a procedure of a contract: `procedure.input(…).output(…).errors(declare('NOT_FOUND'))`. Inputs and outputs are JSON values:
 * text, safe whole numbers, booleans, null, arrays and objects; times are RFC 3339 texts.
 */
export const procedure = oc.$meta<ProcedureMeta>({})

/** A procedure that only reads, or that may be repeated without harm. */
export const idempotent = procedure.meta({ idempotent: true })

/** A service's contract: procedures by name, one level deep. */
export type Contract = Record<string, AnyContractProcedure>

/** What a procedure knows of the call beside its input. */
export interface CallContext {
  readonly caller: Caller
  readonly requestId: string
  /** When the caller stops waiting, milliseconds since the epoch. */
  readonly deadlineMs: number
  /** Aborts at the deadline and when the caller goes away. */
  readonly signal: AbortSignal
}

export type Handler<Procedure> = Procedure extends ContractProcedure<infer Input, infer Output, infer _Errors, infer _Meta>
  ? (call: { readonly input: InferSchemaOutput<Input>; readonly context: CallContext }) => Promise<InferSchemaInput<Output>>
  : never

/** One handler a procedure. */
export type Handlers<C extends Contract> = { readonly [Name in keyof C]: Handler<C[Name]> }

/** What one call may say about itself: on whose behalf (the calling service's own when not said), and until when. */
export interface CallOptions {
  readonly caller?: Caller
  readonly deadlineMs?: number
}

/** The client of a contract, the same over every transport. */
export type Client<C extends Contract> = ContractRouterClient<C, CallOptions>

/** Where raw requests (webhooks, streams, uploads) are sent on. */
export interface RawContext {
  readonly caller: Caller
  readonly requestId: string
}
export type Raw = RawRoutes<RawContext>

/** How a process reaches one service: its procedures, and its raw routes. */
export interface Connection {
  client<C extends Contract>(contract: C, as: Caller): Client<C>
  raw: Raw
}

/** A call without a deadline of its own is given this long. */
export const defaultDeadlineMs = 10_000
/** Larger inputs and outputs are refused with TOO_LARGE, on every transport. */
export const maxMessageBytes = 16 * 1024 * 1024
