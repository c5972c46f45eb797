export interface ReadTitle {
  readonly title: string
  readonly series: { readonly name: string; readonly position?: string }[]
}

/**
 * Takes the series out of a title: `Twilight (Twilight, #1)`, `(A, #1; B, #7)`, `(Ranma ½ (US 2nd), #1)`. Brackets without a number sign
 * are part of the title.
 */
export function readTitle(whole: string): ReadTitle {
  const text = whole.replaceAll(/\s+/g, ' ').trim()
  const open = text.endsWith(')') ? matching(text) : -1
  const inside = text.slice(open + 1, -1)
  if (open <= 0 || !inside.includes('#')) return { title: text, series: [] }
  const series = pieces(inside).flatMap(readSeries)
  return series.length ? { title: text.slice(0, open).trim(), series } : { title: text, series: [] }
}

/** Several series are divided by semicolons; one without a number belongs to the one before. */
function pieces(inside: string): string[] {
  return inside.split(';').reduce<string[]>((found, piece) => {
    if (piece.includes('#') || found.length === 0) found.push(piece)
    else found[found.length - 1] += `;${piece}`
    return found
  }, [])
}

function readSeries(text: string): ReadTitle['series'] {
  const [, name = '', number = ''] = /^(.*?)[\s,]*#\s*(.*)$/.exec(text.trim()) ?? []
  // Behind another comma stands another series, or which part of a divided volume this is.
  const position = /^[\d./]+(?:\s*[-–+&,]\s*[\d./]+)*(?:[\s:;,]+part .+)?/i.exec(number.trim())?.[0]?.replaceAll(/\s*[-–]\s*/g, '–').slice(0, 40)
  return name === '' ? [] : [{ name, ...(position !== undefined && { position }) }]
}

/** The bracket that the last one closes. */
function matching(text: string): number {
  let depth = 0
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at] === ')') depth++
    else if (text[at] === '(' && --depth === 0) return at
  }
  return -1
}
