import { isFailure, type FailureCode } from '@octavo/failure'
import type { Texts } from '../texts/texts.ts'

/** What a service refused, by its code: pages find the words. */
export type Refusal = FailureCode

/** Does it and gives its outcome, or the code of what the caller may be told. Bugs, and parts that do not answer, still throw. */
export async function refusable<T>(work: Promise<T>): Promise<{ readonly done: T; readonly refused?: never } | { readonly refused: Refusal; readonly data: Record<string, unknown>; readonly done?: never }> {
  try {
    return { done: await work }
  } catch (error) {
    if (!isFailure(error) || (error.status >= 500 && error.code !== 'BUSY')) throw error
    return { refused: error.code, data: error.data }
  }
}

/** The sentence for a code carried in an address or a failed checkout. */
export function wordsFor(code: string | null | undefined, { said }: Texts): string | undefined {
  if (!code) return undefined
  return Object.hasOwn(said, code) ? said[code as keyof typeof said] : said.OTHER
}
