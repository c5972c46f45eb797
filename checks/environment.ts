import ts from 'typescript'
import type { Finding } from './finding.ts'
import { lineAt } from './imports.ts'
import type { Workspace } from './workspace.ts'

/** Files that read the environment beside the `config.ts` files, each with its reason. */
const excepted: Readonly<Record<string, string>> = {
  'run/launch.mjs': 'runs before anything is installed, on whatever Node there is',
}

/** Only a `config.ts` reads the environment, so that every setting has one place, a schema and a name in the table of settings. */
export function checkEnvironment(workspace: Workspace): Finding[] {
  return workspace.packages.flatMap(({ sources }) => sources.filter(({ path }) => !/(^|\/)config\.ts$/.test(path) && !(path in excepted)).flatMap(({ path, text }) =>
    (text.includes('env') ? readings(path, text) : []).map((line) => ({ rule: 'environment', where: `${path}:${line}`, what: 'reads the environment; let a config.ts read it and pass the value on.' }))))
}

/** Lines on which code takes `env` of the process, however it is spelled. */
function readings(path: string, text: string): number[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)
  const lines: number[] = []
  const processes = new Set(['process'])
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier) && /^(node:)?process$/.test(node.moduleSpecifier.text)) {
      const { name, namedBindings } = node.importClause ?? {}
      if (name) processes.add(name.text)
      if (namedBindings && ts.isNamespaceImport(namedBindings)) processes.add(namedBindings.name.text)
      if (namedBindings && ts.isNamedImports(namedBindings) && namedBindings.elements.some((one) => (one.propertyName ?? one.name).text === 'env')) lines.push(lineAt(text, node.getStart()))
    }
    if (ts.isPropertyAccessExpression(node) && node.name.text === 'env' && isProcess(node.expression)) lines.push(lineAt(text, node.getStart()))
    if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression) && node.argumentExpression.text === 'env' && isProcess(node.expression)) lines.push(lineAt(text, node.getStart()))
    if (ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name) && node.initializer && isProcess(node.initializer)
      && node.name.elements.some((one) => (one.propertyName ?? one.name).getText() === 'env')) lines.push(lineAt(text, node.getStart()))
    ts.forEachChild(node, visit)
  }
  const isProcess = (node: ts.Expression): boolean =>
    (ts.isIdentifier(node) && processes.has(node.text)) || (ts.isPropertyAccessExpression(node) && node.name.text === 'process' && ts.isIdentifier(node.expression) && node.expression.text === 'globalThis')
  visit(file)
  return lines
}
