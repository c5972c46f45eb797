import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import type { Finding } from './finding.ts'
import { lineAt } from './imports.ts'
import { isTest, type Workspace } from './workspace.ts'

const page = 'docs/operations/configuration.md'
const setting = /^(PORT|(OCTAVO|CARD_NETWORK|CARRIER)_[A-Z][A-Z_]*[A-Z])$/
/** A setting that stands in the page by its pattern: `OCTAVO_<SERVICE>_URL`. */
const pattern = '<SERVICE>'

/** Every setting that code names stands in the page of settings, and the page names none that no code reads. */
export function checkSettings({ root, packages }: Workspace): Finding[] {
  const told = tableOf(root)
  const read = new Map<string, string>()
  for (const { sources } of packages) {
    for (const { path, text } of sources) if (!isTest(path) && /OCTAVO_|CARD_NETWORK_|CARRIER_|PORT/.test(text)) for (const [name, line] of namesIn(path, text)) if (!read.has(name)) read.set(name, `${path}:${line}`)
  }
  const patterns = [...told.keys()].filter((name) => name.includes(pattern)).map((name) => new RegExp(`^${name.replace(pattern, '[A-Z]+')}$`))
  return [
    ...[...read].filter(([name]) => !told.has(name) && !patterns.some((one) => one.test(name))).map(([name, where]) => ({ rule: 'settings/told', where, what: `reads ${name}, which is not in ${page}; say there what it is for.` })),
    ...[...told].filter(([name]) => !read.has(name)).map(([name, line]) => ({ rule: 'settings/read', where: `${page}:${line}`, what: `tells of ${name}, which nothing reads; take it out.` })),
  ]
}

/** First cells of the page's tables, with their lines. */
function tableOf(root: string): Map<string, number> {
  let text: string
  try { text = readFileSync(join(root, page), 'utf8') } catch { return new Map() }
  return new Map(text.split('\n').flatMap((row, at) => { const name = /^\| `([A-Z_<>]+)` \|/.exec(row)?.[1]; return name ? [[name, at + 1] as const] : [] }))
}

/** Settings that code names: as a property, as a text, or as a template around a service's name. */
function* namesIn(path: string, text: string): Generator<[name: string, line: number]> {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)
  const found: [string, number][] = []
  const visit = (node: ts.Node): void => {
    const name = ts.isStringLiteralLike(node) || (ts.isIdentifier(node) && (ts.isPropertyAssignment(node.parent) || ts.isPropertyAccessExpression(node.parent))) ? node.text
      : ts.isTemplateExpression(node) && node.templateSpans.length === 1 && !/\s/.test(node.templateSpans[0]?.literal.text ?? '') ? node.head.text + pattern + (node.templateSpans[0]?.literal.text ?? '') : undefined
    if (name !== undefined && (setting.test(name) || setting.test(name.replace(pattern, 'X')))) found.push([name, lineAt(text, node.getStart())])
    ts.forEachChild(node, visit)
  }
  visit(file)
  yield* found
}
