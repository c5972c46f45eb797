import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, posix, relative, sep } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Finding } from './finding.ts'
import { readSpecifier } from './imports.ts'
import { isTest, type Package, type Source, type Workspace } from './workspace.ts'

interface Project {
  /** From the root. */
  readonly file: string
  readonly config: Config
}

interface Config {
  readonly extends?: string
  readonly compilerOptions?: object
  readonly include?: readonly string[]
  readonly exclude?: readonly string[]
  readonly files?: readonly string[]
  readonly references?: readonly { readonly path: string }[]
}

const typed = /\.(ts|tsx|mts)$/
const tests = ['**/tests/**/*.ts', '**/*.test.ts']

/**
 * TypeScript's project files follow from the imports, so that a package compiles against what it declares and nothing else.
 * A package with a `./contract` has a project for its contract beside the one for its inside, because services know each other's
 * contracts both ways. A service whose tests start other services has a third one for its tests, for the same reason.
 */
export function checkReferences(workspace: Workspace): Finding[] {
  return stale(workspace).map(({ file }) => ({ rule: 'references', where: file, what: 'does not match the imports; run `npm run check -- --mend`.' }))
}

/** Writes the project files; gives the paths of those that changed. */
export function writeReferences(workspace: Workspace): string[] {
  const changed = stale(workspace)
  for (const { file, config } of changed) {
    if (config) writeFileSync(join(workspace.root, file), `${JSON.stringify(config, undefined, 2)}\n`)
    else rmSync(join(workspace.root, file))
  }
  return changed.map(({ file }) => file)
}

/** Project files that should say something else, or (without a config) should not be there. */
function stale(workspace: Workspace): { file: string; config?: Config }[] {
  const right = wanted(workspace)
  const known = new Set(right.map(({ file }) => file))
  const left = workspace.packages.flatMap(({ folder }) => ['tsconfig.json', 'tsconfig.contract.json', 'tsconfig.tests.json'].map((name) => `${folder}/${name}`))
  return [
    ...right.filter(({ file, config }) => !isDeepStrictEqual(read(workspace.root, file), config)),
    ...left.filter((file) => !known.has(file) && existsSync(join(workspace.root, file))).map((file) => ({ file })),
  ]
}

function wanted(workspace: Workspace): Project[] {
  const byName: ByName = new Map(workspace.packages.map((one) => [one.manifest.name, one]))
  const split = workspace.packages.filter(({ sources }) => sources.some(({ path }) => typed.test(path))).map((one) => splitPackage(one, byName))
  /** Which project owns a file. */
  const owner = new Map(split.flatMap(({ parts }) => parts.flatMap(({ file, sources }) => sources.map(({ path }) => [path, file] as const))))

  const projects = split.flatMap(({ one, parts }) => parts.map(({ file, sources, own }): Project => {
    const targets = sources.flatMap((source) => source.imports.map(({ specifier }) => resolve(source, specifier, byName))).map((path) => path && owner.get(path))
    const paths = [...new Set(targets)].filter((target) => target !== undefined && target !== file).map((target) => between(file, target!)).sort()
    const extended = { extends: `${'../'.repeat(one.folder.split('/').length)}tsconfig.base.json`, ...own(read(workspace.root, file)) }
    return { file, config: { ...extended, ...(paths.length && { references: paths.map((path) => ({ path })) }) } }
  }))
  return [...projects, { file: 'tsconfig.json', config: { files: [], references: projects.map(({ file }) => ({ path: `./${file}` })) } }]
}

type ByName = ReadonlyMap<string, Package>

interface Part {
  readonly file: string
  readonly sources: readonly Source[]
  /** Everything but `extends` and `references`, given what the file says now. */
  readonly own: (now: Config | undefined) => Config
}

function splitPackage(one: Package, byName: ByName): { one: Package; parts: Part[] } {
  const sources = one.sources.filter(({ path }) => typed.test(path))
  const named = (name: string) => posix.join(one.folder, name)
  const contract = one.manifest.exports?.['./contract'] ? closure(sources, [named('contract.ts'), named('events.ts')]) : new Set<string>()
  const apart = contract.size > 0 && sources.some((source) => isTest(source.path) && source.imports.some(({ specifier }) => startsService(one, specifier, byName)))
  const inTests = (path: string) => apart && isTest(path)

  const inside: Part = {
    file: named('tsconfig.json'), sources: sources.filter(({ path }) => !contract.has(path) && !inTests(path)),
    own: (now) => (contract.size
      ? { include: ['**/*.ts'], exclude: [...[...contract].map((path) => posix.relative(one.folder, path)), ...(apart ? tests : [])] }
      : { ...(now?.compilerOptions && { compilerOptions: now.compilerOptions }), include: now?.include ?? ['**/*.ts'], ...(now?.exclude && { exclude: now.exclude }) }),
  }
  const parts = [inside]
  if (contract.size) parts.push({ file: named('tsconfig.contract.json'), sources: sources.filter(({ path }) => contract.has(path)), own: () => ({ include: [...contract].map((path) => posix.relative(one.folder, path)) }) })
  if (apart) parts.push({ file: named('tsconfig.tests.json'), sources: sources.filter(({ path }) => inTests(path)), own: () => ({ include: tests }) })
  return { one, parts: parts.filter(({ sources: some }) => some.length > 0) }
}

/** These files and what they import of their own package, sorted. */
function closure(sources: readonly Source[], roots: readonly string[]): ReadonlySet<string> {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const reached = new Set<string>()
  const visit = (path: string): void => {
    const source = byPath.get(path)
    if (!source || reached.has(path)) return
    reached.add(path)
    for (const { specifier } of source.imports) if (readSpecifier(specifier).kind === 'relative') visit(posix.join(posix.dirname(path), specifier))
  }
  for (const path of roots) visit(path)
  return new Set([...reached].sort())
}

/** Whether an import is another service's inside, as tests may take it. */
function startsService(one: Package, specifier: string, byName: ByName): boolean {
  const readAs = readSpecifier(specifier)
  const other = readAs.kind === 'package' ? byName.get(readAs.name) : undefined
  return other !== undefined && other !== one && other.folder.startsWith('services/') && readAs.kind === 'package' && (readAs.door === '.' || readAs.door === './testing')
}

/** The file behind an import, when it is one of ours. */
function resolve(source: Source, specifier: string, byName: ByName): string | undefined {
  const readAs = readSpecifier(specifier)
  if (readAs.kind === 'relative') return posix.join(posix.dirname(source.path), specifier)
  if (readAs.kind !== 'package') return undefined
  const other = byName.get(readAs.name)
  const target = other?.manifest.exports?.[readAs.door] ?? (other?.manifest.exports?.['./*'] && readAs.door)
  return other && target ? posix.join(other.folder, target) : undefined
}

const between = (from: string, to: string): string => {
  const path = relative(posix.dirname(from), to).split(sep).join('/')
  return path.startsWith('.') ? path : `./${path}`
}

function read(root: string, file: string): Config | undefined {
  const path = join(root, file)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) as Config : undefined
}
