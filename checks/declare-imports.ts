import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSpecifier } from './imports.ts'
import type { Manifest, Package, Workspace } from './workspace.ts'

/** Makes each package's dependencies on our other packages what its sources import; gives the paths of the manifests that changed. */
export function declareImports(workspace: Workspace): string[] {
  const versions = new Map(workspace.packages.map(({ manifest }) => [manifest.name, manifest.version]))
  return workspace.packages.flatMap((one) => {
    const file = `${one.folder}/package.json`
    const manifest = JSON.parse(readFileSync(join(workspace.root, file), 'utf8')) as Manifest
    const others = Object.entries(manifest.dependencies ?? {}).filter(([name]) => !versions.has(name))
    const dependencies = Object.fromEntries([...others, ...importedBy(one).filter((name) => versions.has(name)).map((name) => [name, versions.get(name) ?? '*'] as const)].sort(([a], [b]) => (a < b ? -1 : 1)))
    const right = { ...manifest, dependencies }
    if (JSON.stringify(sorted(manifest.dependencies)) === JSON.stringify(dependencies)) return []
    writeFileSync(join(workspace.root, file), `${JSON.stringify(right, undefined, 2)}\n`)
    return [file]
  })
}

function importedBy(one: Package): string[] {
  const names = one.sources.flatMap(({ imports }) => imports.map(({ specifier }) => readSpecifier(specifier))).map((read) => (read.kind === 'package' ? read.name : one.manifest.name))
  return [...new Set(names)].filter((name) => name !== one.manifest.name)
}

const sorted = (dependencies: Manifest['dependencies'] = {}) => Object.fromEntries(Object.entries(dependencies).sort(([a], [b]) => (a < b ? -1 : 1)))
