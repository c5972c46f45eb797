import ts from 'typescript'

/** One import, as it is written. */
export interface Import {
  readonly specifier: string
  /** From 1. */
  readonly line: number
}

/** What a source imports, statically, for its types, or by `import('…')`; of an Astro file, what its front matter imports. */
export function importsOf(path: string, text: string): Import[] {
  const code = path.endsWith('.astro') ? frontMatter(text) : text
  return ts.preProcessFile(code, true, true).importedFiles.map(({ fileName, pos }) => ({ specifier: fileName, line: lineAt(code, pos) }))
}

/** `@octavo/rpc/direct` is the package `@octavo/rpc` and its door `./direct`. */
export function readSpecifier(specifier: string): { kind: 'relative' } | { kind: 'platform' } | { kind: 'package'; name: string; door: string } {
  if (/^\.{0,2}\//.test(specifier) || specifier === '.' || specifier === '..') return { kind: 'relative' }
  if (/^[a-z]+:/.test(specifier)) return { kind: 'platform' }
  const [, name = specifier, rest = ''] = /^((?:@[^/]+\/)?[^/]+)(?:\/(.+))?$/.exec(specifier) ?? []
  return { kind: 'package', name, door: rest ? `./${rest}` : '.' }
}

export const lineAt = (text: string, position: number): number => text.slice(0, position).split('\n').length

/** Everything but the front matter becomes blank lines, so that line numbers hold. */
function frontMatter(text: string): string {
  const [whole = '', code = ''] = /^\s*---\r?\n([\s\S]*?)\r?\n---/.exec(text) ?? []
  return whole === '' ? '' : `\n${code}`
}
