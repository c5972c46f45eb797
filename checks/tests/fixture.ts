import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { after } from 'node:test'

interface Described {
  readonly exports?: Readonly<Record<string, string>>
  readonly dependencies?: readonly string[]
  /** Sources by their path in the package. */
  readonly files: Readonly<Record<string, string>>
}

/** A small tree of packages on disk, linked as npm links them, gone after the tests. Gives its root. */
export function tree(packages: Readonly<Record<string, Described>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'octavo-checks-')))
  after(() => rmSync(root, { recursive: true, force: true }))
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  write('package.json', JSON.stringify({ name: 'tree', version: '0.1.0', type: 'module', workspaces: Object.keys(packages), devDependencies: { 'fast-check': '*' } }))
  write('tsconfig.base.json', JSON.stringify({
    compilerOptions: {
      target: 'es2024', lib: ['es5'], skipLibCheck: true, module: 'nodenext', types: [], strict: true, composite: true, declaration: true, emitDeclarationOnly: true, allowImportingTsExtensions: true, verbatimModuleSyntax: true,
      rootDir: '${configDir}', outDir: '${configDir}/.types',
    },
  }))
  mkdirSync(join(root, 'node_modules', '@octavo'), { recursive: true })
  for (const [folder, { exports = {}, dependencies = [], files }] of Object.entries(packages)) {
    const name = `@octavo/${basename(folder)}`
    write(`${folder}/package.json`, JSON.stringify({ name, version: '0.1.0', type: 'module', exports, dependencies: Object.fromEntries(dependencies.map((one) => [one, '0.1.0'])) }))
    for (const [path, text] of Object.entries(files)) write(`${folder}/${path}`, text)
    symlinkSync(relative(join(root, 'node_modules', '@octavo'), join(root, folder)), join(root, 'node_modules', name), 'junction')
  }
  return root
}

/** A service with a contract and a service.ts; more files and dependencies as given. */
export function service(files: Readonly<Record<string, string>> = {}, dependencies: readonly string[] = []): Described {
  return {
    exports: { '.': './service.ts', './contract': './contract.ts' },
    dependencies,
    files: { 'contract.ts': 'export const contract = 1\n', 'service.ts': "import { contract } from './contract.ts'\nexport const create = (): number => contract\n", ...files },
  }
}

/** The rules that were broken, each once, sorted. */
export const rules = (findings: readonly { readonly rule: string }[]): string[] => [...new Set(findings.map(({ rule }) => rule))].sort()
