import type { FailureCode } from '@octavo/failure'

export type { FailureCode }

/** What the shop refused, as its problem document (RFC 9457) says it. `message` is for people; decide by `code`. */
export class Problem<Code extends FailureCode = FailureCode> extends Error {
  override readonly name = 'Problem'
  /** Stable; a shop newer than this client may know more of them. */
  readonly code: Code
  readonly status: number
  /** To be named when asking for help. */
  readonly requestId: string | undefined
  /** What is wrong with the input, by its place in it. */
  readonly fields: readonly { readonly path: string; readonly message: string }[]
  /** The document whole, with what a code says besides: `checkoutId` of CART_IN_CHECKOUT. */
  readonly document: Readonly<Record<string, unknown>>

  /** How long the shop asks to wait before the next try, seconds. */
  readonly retryAfter: number | undefined

  constructor(document: Readonly<Record<string, unknown>>, status: number, retryAfter?: number) {
    super([document['detail'], document['title']].find((words) => typeof words === 'string') ?? `the shop answered ${status}`)
    this.document = document
    this.status = status
    this.retryAfter = retryAfter
    this.code = (document['code'] ?? 'INTERNAL') as Code
    this.requestId = document['requestId'] as string | undefined
    this.fields = (document['fields'] ?? []) as Problem['fields']
  }
}

/** Whether something caught is what the shop refused, with this code when one is named. */
export const isProblem = <Code extends FailureCode>(caught: unknown, code?: Code): caught is Problem<Code> => caught instanceof Problem && (code === undefined || caught.code === code)

/** Reads a refusal, also one that something between here and the shop made up. */
export async function problemOf(answer: Response): Promise<Problem> {
  const retryAfter = Number(answer.headers.get('retry-after') ?? Number.NaN)
  const wait = Number.isFinite(retryAfter) ? retryAfter : undefined
  const text = await answer.text().catch(() => '')
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read === 'object' && read !== null) return new Problem(read as Record<string, unknown>, answer.status, wait)
  } catch { /* not one of the shop's */ }
  return new Problem({ code: answer.status >= 500 ? 'UNAVAILABLE' : 'INTERNAL', detail: `The shop answered ${answer.status} without saying why.` }, answer.status, wait)
}
