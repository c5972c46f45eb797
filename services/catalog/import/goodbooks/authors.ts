/** Names in one cell with commas between them, which `Jr.` and its like have too. */
export function readAuthors(cell: string): string[] {
  const names = cell.split(',').map((name) => name.replaceAll(/\s+/g, ' ').trim()).filter(Boolean).reduce<string[]>((found, name) => {
    if (suffix.test(name) && found.length) found[found.length - 1] += ` ${name}`
    else found.push(name)
    return found
  }, [])
  return [...new Set(names)]
}

const suffix = /^(jr|sr|ii|iii|iv|ph\.?\s?d|m\.?d|esq)\.?$/i
