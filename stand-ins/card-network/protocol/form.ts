import { badParameter } from './errors.ts'

/** Decoded parameters: texts by name, and groups for what stood in brackets. A list is a group with the names 0, 1, 2… */
export interface Form {
  readonly [name: string]: string | Form
}
type Growing = { [name: string]: string | Growing }

const maxDepth = 6

/**
 * Decodes `a[b][c]=d&list[]=e` as Stripe reads it, from a body or a query.
 * @throws {ApiError} for text that is no form, or nested deeper than any call of the API.
 */
export function decodeForm(text: string): Form {
  const form = empty()
  if (text === '') return form
  for (const pair of text.split('&')) {
    if (pair === '') continue
    const at = pair.indexOf('=')
    place(form, decode(at < 0 ? pair : pair.slice(0, at)), at < 0 ? '' : decode(pair.slice(at + 1)))
  }
  return form
}

/** A text; an empty one counts as not given. */
export function text(form: Form, name: string): string | undefined {
  const value = form[name]
  if (value === undefined || value === '') return undefined
  if (typeof value !== 'string') throw badParameter(name, `Invalid string: ${name}`)
  return value
}

export function requiredText(form: Form, name: string): string {
  const value = text(form, name)
  if (value === undefined) throw badParameter(name, `Missing required param: ${name}.`, 'parameter_missing')
  return value
}

export function oneOf<const Value extends string>(form: Form, name: string, values: readonly Value[]): Value | undefined {
  const value = text(form, name)
  if (value === undefined) return undefined
  const found = values.find((known) => known === value)
  if (!found) throw badParameter(name, `Invalid ${name}: must be one of ${values.join(', ')}`)
  return found
}

/** A whole number that is not negative. */
export function integer(form: Form, name: string): number | undefined {
  const value = text(form, name)
  if (value === undefined) return undefined
  if (!/^\d{1,12}$/.test(value)) throw badParameter(name, `Invalid integer: ${value}`, 'parameter_invalid_integer')
  return Number(value)
}

export function flag(form: Form, name: string): boolean | undefined {
  const value = text(form, name)
  if (value === undefined) return undefined
  if (value !== 'true' && value !== 'false') throw badParameter(name, `Invalid boolean: ${value}`)
  return value === 'true'
}

/** What stands in the brackets after a name; nothing there is an empty group. */
export function group(form: Form, name: string): Form {
  const value = form[name]
  if (value === undefined || value === '') return empty()
  if (typeof value === 'string') throw badParameter(name, `Invalid object: ${name}`)
  return value
}

/** A list of texts: `name[]=a`, `name[0]=a`, or one text alone. */
export function texts(form: Form, name: string): string[] {
  const value = form[name]
  if (value === undefined || value === '') return []
  return typeof value === 'string' ? [value] : Object.values(value).filter((item) => typeof item === 'string')
}

export type Metadata = Record<string, string>

/** Metadata after a request: given keys are set, keys given empty are removed, `metadata=` removes all. */
export function metadata(form: Form, before: Metadata = {}): Metadata {
  if (form['metadata'] === '') return {}
  const after = { ...before }
  for (const [key, value] of Object.entries(group(form, 'metadata'))) {
    if (typeof value !== 'string' || value.length > 500 || key.length > 40) {
      throw badParameter(`metadata[${key}]`, 'Metadata is text: names up to 40 characters, values up to 500.')
    }
    if (value === '') delete after[key]
    else after[key] = value
  }
  if (Object.keys(after).length > 50) throw badParameter('metadata', 'Metadata has at most 50 keys.')
  return after
}

function place(form: Growing, name: string, value: string): void {
  const bracket = name.indexOf('[')
  if (bracket < 0) return void (form[name] = value)
  const path = [name.slice(0, bracket), ...name.slice(bracket + 1, -1).split('][')]
  if (!name.endsWith(']') || path.length > maxDepth) throw badParameter(name, `Invalid parameter name: ${name}`)
  let at = form
  for (const [index, step] of path.entries()) {
    const key = step === '' ? String(Object.keys(at).length) : step
    if (index === path.length - 1) return void (at[key] = value)
    const next = at[key]
    at = typeof next === 'object' ? next : (at[key] = empty())
  }
}

function decode(part: string): string {
  if (!part.includes('%') && !part.includes('+')) return part
  try {
    return decodeURIComponent(part.replaceAll('+', ' '))
  } catch {
    throw badParameter('body', 'The request is not well-formed form data.')
  }
}

/** Without a prototype, so that no parameter name means anything to the language. */
function empty(): Growing {
  return Object.create(null) as Growing
}
