import { z } from 'zod'

/** A setting that is missing or wrong: the process refuses to start and says which variable, and why. */
export class BadConfig extends Error {
  override readonly name = 'BadConfig'
}

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads settings out of the environment. The schema's keys are the variables' names; an empty text counts as not set.
 * @throws {BadConfig} naming every variable that is wrong.
 */
export function readConfig<Shape extends z.ZodRawShape>(shape: Shape, environment: Environment): z.output<z.ZodObject<Shape>> {
  const given = Object.fromEntries(Object.keys(shape).map((name) => [name, environment[name] === '' ? undefined : environment[name]]))
  const read = z.object(shape).safeParse(given)
  if (read.success) return read.data
  const lines = read.error.issues.map((issue) => {
    const name = String(issue.path[0] ?? 'the environment')
    return environment[name] ? `${name} is wrong: ${issue.message}` : `${name} is not set: ${issue.message}`
  })
  throw new BadConfig(lines.join('\n'))
}

/** Whole number settings: `PORT: wholeNumber({ min: 1, max: 65535 }).default(3000)`. */
export const wholeNumber = ({ min = 0, max = Number.MAX_SAFE_INTEGER }: { min?: number; max?: number } = {}) => {
  const words = `a whole number from ${min}${max === Number.MAX_SAFE_INTEGER ? '' : ` to ${max}`}`
  return z.string().regex(/^\d+$/, words).transform(Number).pipe(z.number().min(min, words).max(max, words))
}

/** `on` or `off`. */
export const onOff = () => z.enum(['on', 'off'], 'on or off').transform((text) => text === 'on')

/** Several values divided by commas. */
export const listOf = () => z.string().transform((text) => text.split(',').map((part) => part.trim()).filter(Boolean))
