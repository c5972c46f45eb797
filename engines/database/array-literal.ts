/**
 * An array of texts and numbers as PostgreSQL writes it; undefined when there is anything else in it. The driver's own way takes several
 * copies of every element, and an expression that puts a backslash before each mark takes five times what JSON's own writer does.
 */
export function arrayLiteral(values: readonly unknown[]): string | undefined {
  if (!values.every(isPlain)) return undefined
  const json = JSON.stringify(values)
  // Where JSON writes no backslash it writes what PostgreSQL does; else only quotation marks and backslashes may have one before them.
  if (json.includes('\\') && values.some(isWrittenOtherwise)) return `{${values.map(element).join(',')}}`
  return `{${json.slice(1, -1)}}`
}

type Plain = string | number | null

const isPlain = (value: unknown): value is Plain => value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))

/** Marks of control and halves of letters, which JSON has escapes for and PostgreSQL has not. */
const isWrittenOtherwise = (value: Plain): boolean => typeof value === 'string' && (/\p{Cc}/u.test(value) || !value.isWellFormed())

const element = (value: Plain): string | number => (value === null ? 'NULL' : typeof value === 'number' ? value : `"${value.replace(/["\\]/g, '\\$&')}"`)
