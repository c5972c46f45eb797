import type { Happened } from './saga.ts'

/** A step that was taken, or undone, and what came of it. */
export interface Taken {
  readonly step: string
  /** The participants' word for the do; a try repeats the same attempt. */
  readonly attempt: number
  /** Of the process that took it: a higher one is another process, or the same after a rest. */
  readonly fence: number
  /** What happened: `held`, `refused`, `unanswered` … */
  readonly outcome: Happened['kind']
  /** Why it was refused, or what was said instead of an answer. */
  readonly detail: string | null
  /** When it began, RFC 3339. */
  readonly at: string
  readonly tookMs: number
}

/** One that fails for days has its beginning and its end kept, as many as fit. */
const mostKept = 100
const firstKept = 20

export const noted = (history: readonly Taken[], taken: Taken): readonly Taken[] =>
  history.length < mostKept ? [...history, taken] : [...history.slice(0, firstKept), ...history.slice(firstKept + 1), taken]

export function taken(step: string, { attempt, fence }: { readonly attempt: number; readonly fence: number }, happened: Happened, said: string | null, began: { readonly at: Date; readonly tookMs: number }): Taken {
  const detail = happened.kind === 'refused' ? `${happened.failure.code}: ${happened.failure.detail}` : happened.kind === 'unanswered' ? said : null
  return { step, attempt, fence, outcome: happened.kind, detail: detail?.slice(0, 300) ?? null, at: began.at.toISOString(), tookMs: Math.round(began.tookMs) }
}
