import type { ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import type { Caller } from '@octavo/caller'
import type { CallOptions } from '@octavo/rpc'
import type { Asker } from '@octavo/search/contract'
import type { PublicContract } from '../contract.ts'

/** What a public operation is given beside its input. */
export interface OperationCall {
  readonly caller: Caller
  /** For the second argument of a client's call: on this caller's behalf. */
  readonly on: { readonly context: CallOptions }
  /** The Idempotency-Key, where the operation handles it by itself. */
  readonly key: string | undefined
  /** What search may note of who asks. */
  readonly asker: Asker
}

export type Operation<P> = P extends ContractProcedure<infer Input, infer Output, infer _Errors, infer _Meta>
  ? (input: InferSchemaOutput<Input>, call: OperationCall) => Promise<InferSchemaInput<Output>>
  : never

export type Operations = { readonly [Name in keyof PublicContract]: Operation<PublicContract[Name]> }
export type Some<Names extends keyof PublicContract> = Pick<Operations, Names>
