import { ApiError } from './protocol/errors.ts'

/**
 * What goes wrong: `slow` waits `ms` and then does it and answers; `fail` answers 500, `drop` closes the connection, `hang` never
 * answers, `decline` finds no money on the card, each having done nothing; with `do-then-` in front they come after the work was committed.
 */
export type FaultMode = 'slow' | 'fail' | 'drop' | 'hang' | 'decline' | 'do-then-slow' | 'do-then-fail' | 'do-then-drop' | 'do-then-hang'
const modes: readonly FaultMode[] = ['slow', 'fail', 'drop', 'hang', 'decline', 'do-then-slow', 'do-then-fail', 'do-then-drop', 'do-then-hang']

export interface FaultRule {
  /** Left out, every method. */
  method?: string
  /** A regular expression that the path must match, such as `/confirm$`. */
  path: string
  mode: FaultMode
  ms: number
  /** How many times; null is for ever. */
  left: number | null
  /** How many times it happened. */
  hits: number
}

export type Faults = ReturnType<typeof faultRules>

/** The faults that tests have asked for, in memory only. The first rule that matches a call is taken. */
export function faultRules() {
  const rules: (FaultRule & { pattern: RegExp })[] = []
  return {
    add(given: unknown): void {
      for (const one of Array.isArray(given) ? given : [given]) rules.push(readRule(one))
    },

    clear(): void {
      rules.length = 0
    },

    match(method: string, path: string): FaultRule | undefined {
      if (rules.length === 0) return undefined
      const rule = rules.find((one) => one.left !== 0 && (one.method === undefined || one.method === method) && one.pattern.test(path))
      if (!rule) return undefined
      rule.hits += 1
      if (rule.left !== null) rule.left -= 1
      return rule
    },

    list: (): FaultRule[] => rules.map(({ pattern: _pattern, ...rule }) => rule),
  }
}

function readRule(given: unknown): FaultRule & { pattern: RegExp } {
  const { method, path, mode, ms, count } = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>
  const known = modes.find((one) => one === mode)
  if (!known) throw wrong(`mode is one of ${modes.join(', ')}`)
  if (typeof path !== 'string') throw wrong('path is a regular expression')
  if ((known === 'slow' || known === 'do-then-slow') && typeof ms !== 'number') throw wrong(`${known} needs ms`)
  if (count !== undefined && !(Number.isInteger(count) && Number(count) > 0)) throw wrong('count is a whole number above 0')
  return {
    ...(typeof method === 'string' ? { method: method.toUpperCase() } : {}), path, pattern: patternOf(path), mode: known,
    ms: typeof ms === 'number' ? ms : 0, left: typeof count === 'number' ? count : null, hits: 0,
  }
}

function patternOf(path: string): RegExp {
  try {
    return new RegExp(path)
  } catch (error) {
    throw wrong(String(error))
  }
}

function wrong(message: string): ApiError {
  return new ApiError(400, { type: 'invalid_request_error', message: `A fault rule is wrong: ${message}.` })
}
