/**
 * Several things in one cell, each of parts: `author|Homer; translator|Emily Wilson|Wilson, Emily`. A backslash before `;`, `|` or a
 * backslash takes it for itself, so that nothing is lost; blanks around parts are.
 */
export const writeParts = (things: readonly (readonly (string | undefined)[])[]): string =>
  things.map((parts) => parts.slice(0, parts.findLastIndex((part) => part !== undefined) + 1).map((part = '') => part.replaceAll(/[\\;|]/g, '\\$&')).join('|')).join('; ')

/** An empty part is undefined; an empty thing is none. */
export function readParts(cell: string | undefined): (string | undefined)[][] {
  if (cell === undefined) return []
  const things: string[][] = [['']]
  for (const [found, literal] of cell.matchAll(/\\([\\;|])|[\s\S]/g)) {
    const thing = things.at(-1) as string[]
    if (literal !== undefined) thing[thing.length - 1] += literal
    else if (found === ';') things.push([''])
    else if (found === '|') thing.push('')
    else thing[thing.length - 1] += found
  }
  return things.map((parts) => parts.map((part) => part.trim() || undefined)).filter((parts) => parts.some((part) => part !== undefined))
}
